import { L } from "./leaflet.js";
import { may } from "../layers/rights.js";
import { REACH, featuresAt } from "../api/wms.js";

/**
 * Asks every visible layer what is at a point; pictures (rasters) have no features to ask for.
 *
 * @param layers Map of name to layer
 * @param show called with (latlng, null) at once and (latlng, results) when all have answered;
 *     results are top layer first: {name, features} or {name, error}
 */
export class Identify {
  #map;
  #state;
  #layers;
  #show;
  #asked = null;

  constructor(map, state, layers, show) {
    this.#map = map;
    this.#state = state;
    this.#layers = layers;
    this.#show = show;
  }

  async at(latlng) {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#show(latlng, null);
    const box = this.#boxAround(latlng);
    const entries = this.#state.entries.toReversed();
    const vectors = entries.filter(({ name }) => mayBeAsked(this.#layers.get(name)));
    const results = await Promise.all(vectors.map((entry) => ask(entry, box, asked.signal)));
    if (!asked.signal.aborted) {
      this.#show(latlng, results);
    }
  }

  #boxAround(latlng) {
    const at = this.#map.latLngToContainerPoint(latlng);
    const reach = L.point(REACH + 0.5, REACH + 0.5);
    const northWest = this.#map.containerPointToLatLng(at.subtract(reach));
    const southEast = this.#map.containerPointToLatLng(at.add(reach));
    return {
      west: northWest.lng,
      south: southEast.lat,
      east: southEast.lng,
      north: northWest.lat,
    };
  }
}

function mayBeAsked(layer) {
  return layer.kind !== "raster" && may(layer, "QUERY");
}

async function ask({ name, style }, box, signal) {
  try {
    return { name, features: await featuresAt(name, style, box, signal) };
  } catch (error) {
    return { name, error, features: [] };
  }
}
