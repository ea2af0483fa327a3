import { getJson, withQuery } from "./http.js";

export function collectionUrl(layer) {
  return `/ogc/collections/${encodeURIComponent(layer)}`;
}

/** One feature as GeoJSON in longitude and latitude. */
export function getFeature(layer, id) {
  const path = `${collectionUrl(layer)}/items/${encodeURIComponent(id)}`;
  return getJson(withQuery(path, { f: "json" }));
}

/** A box around some feature of the layer: [west, south, east, north] in degrees, or null. */
export async function boxOfSome(layer) {
  const items = await getJson(withQuery(`${collectionUrl(layer)}/items`, { f: "json", limit: 1 }));
  const pairs = items.features.flatMap((feature) => coordinatePairs(feature.geometry?.coordinates));
  const [xs, ys] = [pairs.map(([x]) => x), pairs.map(([, y]) => y)];
  return pairs.length ? [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)] : null;
}

function coordinatePairs(coordinates) {
  if (!coordinates) {
    return [];
  }
  return typeof coordinates[0] === "number" ? [coordinates] : coordinates.flatMap(coordinatePairs);
}
