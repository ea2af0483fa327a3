import { number, t } from "../i18n/i18n.js";
import { copyText } from "../ui/copy.js";
import { byId, h } from "../ui/dom.js";
import { scaleDenominator, tm2Text, wgs84Text } from "./coordinates.js";
import { L } from "./leaflet.js";

/** Coordinates under the pointer, or of the middle of the map; the scale beside them. */
export function showReadout(map) {
  const which = h("span", { class: "readout-which" });
  const tm2 = button("TWD97 TM2", "readout-tm2");
  const wgs84 = button("WGS84", "readout-wgs84");
  const scale = h("span", { class: "readout-scale", "data-testid": "scale" });
  byId("readout").append(which, tm2.element, wgs84.element, scale);
  L.control.scale({ imperial: false, maxWidth: 120, position: "bottomleft" }).addTo(map);

  const say = (latlng, key) => {
    which.textContent = t(key);
    tm2.say(tm2Text(latlng));
    wgs84.say(wgs84Text(latlng));
  };
  const centre = () => {
    const middle = map.getCenter();
    say(middle, "readout.centre");
    scale.textContent = scaleText(map);
  };
  map.on("move zoomend", centre);
  map.on("mousemove", (event) => say(event.latlng, "readout.pointer"));
  centre();
}

export function scaleText(map) {
  return t("readout.scale", { n: number(scaleDenominator(map.getCenter().lat, map.getZoom())) });
}

function button(label, testId) {
  const value = h("span", { class: "coordinate-value" });
  const element = h(
    "button",
    { type: "button", class: "coordinate", title: t("copy"), "data-testid": testId },
    h("span", { class: "coordinate-label", text: label }),
    " ",
    value,
  );
  element.addEventListener("click", () => copyText(value.textContent));
  return {
    element,
    say: (text) => {
      value.textContent = text;
    },
  };
}
