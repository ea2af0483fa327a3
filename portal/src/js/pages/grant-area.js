import { getFeature } from "../api/ogc.js";
import { findPlaces } from "../api/places.js";
import { lang, t } from "../i18n/i18n.js";
import { L } from "../map/leaflet.js";
import { MapPicture } from "../map/map-picture.js";
import { makeMap } from "../map/map-view.js";
import { makeCombobox } from "../ui/combobox.js";
import { h } from "../ui/dom.js";
import { explain } from "../ui/notice.js";

const TAIWAN = [119.3, 21.8, 122.1, 25.4];
const LINE = { color: "#c2410c", weight: 2, fillOpacity: 0.12 };

/**
 * Where a right holds: everywhere, in a district or village that is found by name, or inside a line drawn on
 * a map: a click sets a corner, the button takes the last one back; the keys + - and the arrows move the map.
 */
export function areaField(layer, catalog) {
  const kind = h("select", { "data-testid": "grant-area" },
    ["everywhere", "place", "drawn"].map((each) => h("option", { value: each, text: t(`rights.area.${each}`) })));
  const place = placeField();
  const drawing = new Drawing(layer, catalog);
  const follow = () => {
    place.element.hidden = kind.value !== "place";
    drawing.element.hidden = kind.value !== "drawn";
    drawing.show();
  };
  kind.addEventListener("change", follow);
  return {
    element: h("div", { class: "stack" }, h("label", {}, t("rights.where"), kind), place.element, drawing.element),
    shown: follow,
    value: () => ({ everywhere: () => null, place: place.value, drawn: () => drawing.value() })[kind.value](),
  };
}

function placeField() {
  const input = h("input", { type: "search", "aria-label": t("rights.place"), "data-testid": "grant-place" });
  const status = h("p", { class: "hint", role: "status" });
  let chosen = null;
  const element = h("div", { class: "combo" }, h("span", { text: t("rights.place") }), input, status);
  makeCombobox(input, {
    suggest: findPlaces,
    render: (found) => h("span", { text: [nameOf(found), found.context].filter(Boolean).join("　") }),
    choose: async (found) => {
      input.value = nameOf(found);
      try {
        chosen = (await getFeature(found.layer, found.id)).geometry;
        const polygons = /Polygon$/.test(chosen?.type ?? "");
        status.textContent = polygons ? t("rights.placeTaken") : t("rights.placeNoArea");
        chosen = polygons ? chosen : null;
      } catch (error) {
        status.textContent = explain(error);
      }
    },
    status: (count) => {
      status.textContent = count === 0 ? t("rights.placeNone") : "";
    },
    fail: (error) => {
      status.textContent = explain(error);
    },
  });
  return {
    element,
    value: () => chosen ?? missing("rights.placeMissing"),
  };
}

function nameOf({ name, name_en: english }) {
  return lang === "en" && english ? english : name;
}

function missing(key) {
  throw new Error(t(key));
}

class Drawing {
  #layer;
  #catalog;
  #corners = [];
  #shape = null;
  #map = null;
  #frame = h("div", { class: "area-map", "data-testid": "grant-map" });
  element;

  constructor(layer, catalog) {
    this.#layer = layer;
    this.#catalog = catalog;
    const back = h("button", { class: "button", type: "button", text: t("rights.cornerBack"),
      onclick: () => this.#change(this.#corners.slice(0, -1)) });
    const view = h("button", { class: "button", type: "button", "data-testid": "grant-view", text: t("rights.wholeView"),
      onclick: () => this.#takeView() });
    this.element = h("div", { class: "stack" }, h("p", { class: "hint", text: t("rights.drawHint") }), this.#frame,
      h("div", { class: "actions start" }, view, back));
  }

  /** The map is made when there is room for it. */
  show() {
    if (this.element.hidden || this.#map) {
      return;
    }
    this.#map = makeMap(this.#frame, this.#layer.extent ?? TAIWAN, { doubleClickZoom: false, fit: { padding: [8, 8] } });
    const ground = this.#catalog.layers.find((each) => each.place_name) ?? this.#layer;
    const names = [...new Set([ground.name, this.#layer.name])];
    new MapPicture(names.map((name) => ({ name, style: null })), { margin: 0 }).addTo(this.#map);
    this.#map.on("click", ({ latlng }) => this.#change([...this.#corners, latlng]));
  }

  #takeView() {
    const view = this.#map.getBounds();
    this.#change([view.getSouthWest(), view.getSouthEast(), view.getNorthEast(), view.getNorthWest()]);
  }

  #change(corners) {
    this.#corners = corners;
    this.#shape?.remove();
    this.#shape = L.polygon(corners, LINE).addTo(this.#map);
  }

  value() {
    if (this.#corners.length < 3) {
      missing("rights.drawMissing");
    }
    const ring = [...this.#corners, this.#corners[0]].map(({ lng, lat }) => [lng, lat]);
    return { type: "Polygon", coordinates: [ring] };
  }
}
