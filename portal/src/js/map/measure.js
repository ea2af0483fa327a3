import { number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { tm2 } from "./coordinates.js";
import { L } from "./leaflet.js";

const LINE = { color: "#6741d9", weight: 3, dashArray: "6 5", interactive: false, fillOpacity: 0.12 };

/**
 * Distance and area by clicking corners, on the plane of TWD97 TM2, whose scale is within 1 in
 * 10,000 of the ground. A second click on the tool, or Escape, ends it.
 */
export class Measure {
  #map;
  #points = [];
  #shape = L.layerGroup();
  #result = h("output", { class: "measure-result", "data-testid": "measure-result", hidden: true });
  #button = null;

  constructor(map) {
    this.#map = map;
    map.getContainer().after(this.#result);
    document.addEventListener("keydown", (event) => {
      if (event.key === "Escape" && this.#button) {
        this.toggle(this.#button);
      }
    });
  }

  toggle(button) {
    const on = !this.#button;
    this.#button = on ? button : null;
    button.setAttribute("aria-pressed", String(on));
    this.#points = [];
    this.#result.hidden = !on;
    this.#map.getContainer().classList.toggle("measuring", on);
    if (on) {
      this.#shape.addTo(this.#map);
    } else {
      this.#shape.remove();
    }
    this.#draw();
  }

  /** Takes a click while measuring; false if it is none of ours. */
  take(latlng) {
    if (!this.#button) {
      return false;
    }
    this.#points.push(latlng);
    this.#draw();
    return true;
  }

  #draw() {
    this.#shape.clearLayers();
    const line = this.#points.length > 2 ? L.polygon : L.polyline;
    this.#shape.addLayer(line(this.#points, LINE));
    for (const point of this.#points) {
      this.#shape.addLayer(L.circleMarker(point, { ...LINE, radius: 4, dashArray: null }));
    }
    this.#result.textContent = this.#words();
  }

  #words() {
    if (this.#points.length < 2) {
      return t("measure.start");
    }
    const plane = this.#points.map(tm2);
    const length = plane.slice(1).reduce((sum, p, at) => sum + distance(plane[at], p), 0);
    const words = t("measure.length", { length: metres(length) });
    return plane.length < 3 ? words : `${words} · ${t("measure.area", { area: area(plane) })}`;
  }
}

const distance = ([x1, y1], [x2, y2]) => Math.hypot(x2 - x1, y2 - y1);

function metres(length) {
  return length < 1000 ? `${number(Math.round(length))} m` : `${number(round3(length / 1000))} km`;
}

function area(plane) {
  const twice = plane.reduce((sum, [x, y], at) => {
    const [nextX, nextY] = plane[(at + 1) % plane.length];
    return sum + (x - plane[0][0]) * (nextY - plane[0][1]) - (nextX - plane[0][0]) * (y - plane[0][1]);
  }, 0);
  const m2 = Math.abs(twice) / 2;
  const hectares = `${number(round3(m2 / 10000))} ha`;
  return m2 < 10000 ? `${number(Math.round(m2))} m²` : m2 < 1e7 ? hectares : `${number(round3(m2 / 1e6))} km²`;
}

const round3 = (value) => Math.round(value * 1000) / 1000;
