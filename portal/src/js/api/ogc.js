import { getJson, withQuery } from "./http.js";

export function collectionUrl(layer) {
  return `/ogc/collections/${encodeURIComponent(layer)}`;
}

/** The OGC API description of a layer, with its links. */
export function getCollection(layer) {
  return getJson(withQuery(collectionUrl(layer), { f: "json" }));
}

/** One feature as GeoJSON in longitude and latitude. */
export function getFeature(layer, id) {
  const path = `${collectionUrl(layer)}/items/${encodeURIComponent(id)}`;
  return getJson(withQuery(path, { f: "json" }));
}

/** Links to all items of a collection that a browser can save: [{format, href}]. */
export function downloads(collection) {
  const formats = { "application/geo+json": "GeoJSON", "text/csv": "CSV" };
  return (collection.links ?? [])
    .filter((link) => link.rel === "items" && link.type in formats)
    .map((link) => ({ format: formats[link.type], href: link.href }));
}
