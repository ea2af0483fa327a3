import { L } from "./leaflet.js";

const HALO = { color: "#ffffff", weight: 7, opacity: 0.9, fill: false, interactive: false };
const LINE = { color: "#c2255c", weight: 3, opacity: 1, interactive: false, fillOpacity: 0.04 };
const POINT = { radius: 9, ...LINE, fillColor: "#ffffff", fillOpacity: 0.6 };

/** An outline over everything else: of what was found, or of what was clicked. */
export class Highlight {
  #map;
  #group = L.layerGroup();

  constructor(map) {
    this.#map = map;
    this.#group.addTo(map);
  }

  /** @param geojson a feature, feature collection or geometry, longitude before latitude */
  show(geojson) {
    this.clear();
    for (const style of [HALO, LINE]) {
      const shape = L.geoJSON(geojson, {
        style: { ...style, className: "highlight" },
        pointToLayer: (_, latlng) => L.circleMarker(latlng, { ...POINT, className: "highlight" }),
      });
      this.#group.addLayer(shape);
    }
  }

  /** @param bounds of Leaflet */
  showBox(bounds) {
    this.clear();
    for (const style of [HALO, LINE]) {
      this.#group.addLayer(L.rectangle(bounds, { ...style, className: "highlight" }));
    }
  }

  showPoint(latlng) {
    this.clear();
    this.#group.addLayer(L.circleMarker(latlng, { ...POINT, className: "highlight" }));
  }

  clear() {
    this.#group.clearLayers();
  }
}

/** Bounds of GeoJSON, as Leaflet's; null if it has no geometry. */
export function boundsOf(geojson) {
  const bounds = L.geoJSON(geojson).getBounds();
  return bounds.isValid() ? bounds : null;
}
