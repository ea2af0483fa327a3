import { ask, getJson, send, withQuery } from "./http.js";

/**
 * What data cost and why; anybody may ask.
 *
 * @param request layers, where (area, or sheets with series, or villages, or none of them),
 *     formats, crs, purpose, contract, reciprocity
 */
export function askQuote(request, signal) {
  return ask("/api/v1/quotes", request, signal);
}

/** As it was given. */
export function getQuote(number) {
  return getJson(`/api/v1/quotes/${encodeURIComponent(number)}`);
}

/** Where the price with its grounds is had on paper, as PDF. */
export function pricePaperUrl(number) {
  return `/api/v1/quotes/${encodeURIComponent(number)}/price.pdf`;
}

/** The ground that a choice comes to, as a GeoJSON feature with km2; without: sheets taken off. */
export function getArea(where, signal) {
  return ask("/api/v1/areas", where, signal);
}

/** Sheets of a series that meet a box (west, south, east, north), as GeoJSON. */
export function listSheets(series, bbox, signal) {
  const address = withQuery("/api/v1/sheets", { series, bbox: bbox.map((each) => each.toFixed(6)).join(",") });
  return getJson(address, { signal });
}

/** Districts and villages: {code, name, district}. */
export async function listVillages() {
  return (await getJson("/api/v1/villages")).villages;
}

/** What may be asked for: formats, series, documents {kinds, bytes, count}, bytes_limit, quote_days. */
export function getOrdering() {
  return getJson("/api/v1/ordering");
}

/** The words that fee standards know: {applicants, purposes}. */
export function getVocabulary() {
  return getJson("/api/v1/fee-standards/vocabulary");
}

/** As what a layer is charged: {schedule, product}; for officers. */
export function setFeeProduct(layer, product) {
  return send("PUT", `/api/v1/fee-products/${encodeURIComponent(layer)}`, product);
}
