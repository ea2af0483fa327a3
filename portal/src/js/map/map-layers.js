import { L } from "./leaflet.js";
import { SHARP, WMS } from "../api/wms.js";

/** Large tiles: fewer requests, and labels are cut into fewer pieces. */
const TILE = 512;

/** One WMS layer as Leaflet tiles. */
export function wmsLayer(name, style) {
  const layer = L.tileLayer.wms(WMS, {
    layers: name,
    styles: style ?? "",
    format: "image/png",
    transparent: true,
    version: "1.1.1",
    tileSize: TILE,
    maxZoom: 22,
    keepBuffer: 1,
    updateWhenZooming: false,
  });
  if (SHARP) {
    Object.assign(layer.wmsParams, { width: 2 * TILE, height: 2 * TILE, format_options: SHARP });
  }
  return layer;
}

/**
 * Keeps the Leaflet layers of a map as its state says. Events: "loading" and "failing", after
 * which {@link loading} and {@link failing} tell which.
 */
export class MapLayers extends EventTarget {
  #map;
  #state;
  #shown = new Map();
  #loading = new Set();
  #failing = new Set();

  constructor(map, state) {
    super();
    this.#map = map;
    this.#state = state;
    state.addEventListener("change", () => this.#follow());
    this.#follow();
  }

  /** Names of layers of which tiles are still to come. */
  get loading() {
    return this.#loading;
  }

  /** Names of layers of which the last tiles could not be had. */
  get failing() {
    return this.#failing;
  }

  #follow() {
    const entries = this.#state.entries;
    for (const name of this.#shown.keys()) {
      if (!entries.some((entry) => entry.name === name)) {
        this.#remove(name);
      }
    }
    entries.forEach((entry, index) => {
      const shown = this.#shown.get(entry.name) ?? this.#add(entry);
      shown.layer.setZIndex(index + 1);
      shown.layer.setOpacity(entry.opacity);
      if (shown.style !== entry.style) {
        shown.style = entry.style;
        shown.layer.setParams({ styles: entry.style ?? "" });
      }
    });
  }

  #add({ name, style }) {
    const layer = wmsLayer(name, style);
    const shown = { layer, style };
    let failed = false;
    layer.on("loading", () => {
      failed = false;
      this.#mark("loading", this.#loading, name, true);
    });
    layer.on("tileerror", () => {
      failed = true;
      this.#mark("failing", this.#failing, name, true);
    });
    layer.on("load", () => {
      this.#mark("loading", this.#loading, name, false);
      this.#mark("failing", this.#failing, name, failed);
    });
    this.#shown.set(name, shown);
    layer.addTo(this.#map);
    return shown;
  }

  #remove(name) {
    this.#shown.get(name).layer.remove();
    this.#shown.delete(name);
    this.#mark("loading", this.#loading, name, false);
    this.#mark("failing", this.#failing, name, false);
  }

  #mark(event, names, name, on) {
    if (names.has(name) !== on) {
      on ? names.add(name) : names.delete(name);
      this.dispatchEvent(new Event(event));
    }
  }
}
