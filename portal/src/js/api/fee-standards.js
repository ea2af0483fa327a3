import { getJson, getText, send, withQuery } from "./http.js";

const STANDARDS = "/api/v1/fee-standards";
const PRODUCTS = "/api/v1/fee-products";

const pathOf = (id) => `${STANDARDS}/${encodeURIComponent(id)}`;
const versionPath = (id, date) => `${pathOf(id)}/versions/${encodeURIComponent(date)}`;

/** All standards with their versions, and which one is the usual: {standards, usual}. */
export function listFeeStandards() {
  return getJson(STANDARDS);
}

/** The document of a version, read. */
export function getVersion(id, date) {
  return getJson(versionPath(id, date));
}

/** The document of a version, as it was written. */
export function getVersionText(id, date) {
  return getText(versionPath(id, date));
}

/** What changes from one version to another: part, path, before, after each. */
export async function listVersionChanges(id, from, to) {
  return (await getJson(withQuery(`${pathOf(id)}/changes`, { from, to }))).changes;
}

/** What a request would cost under a version, in force or not; nothing is kept. */
export function tryVersion(id, date, request) {
  return send("POST", `${versionPath(id, date)}/trials`, request);
}

/**
 * Publishes a version, or says what that would change: {made, standard, changes}.
 *
 * @param text the document
 */
export function publishVersion(id, date, text, dryRun) {
  return send("PUT", withQuery(versionPath(id, date), { dry_run: dryRun }), text);
}

/** As what each layer is charged: layer, title, product (or null), chosen. */
export async function listFeeProducts(schedule) {
  return (await getJson(withQuery(PRODUCTS, { schedule }))).layers;
}

/** Back to what follows from the layer's kind of data. */
export function clearFeeProduct(layer, schedule) {
  return send("DELETE", withQuery(`${PRODUCTS}/${encodeURIComponent(layer)}`, { schedule }));
}
