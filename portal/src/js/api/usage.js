import { getJson, withQuery } from "./http.js";

const USAGE = "/api/v1/usage";

/**
 * How much was used.
 *
 * @param {{from?: string, to?: string, by?: string, layer?: string, agency?: string, key?: string,
 *     audience?: "public"}} query days as ISO; what is missing is not narrowed down
 */
export function getUsage(query) {
  return getJson(withQuery(USAGE, query));
}

/** The same as a file. */
export function usageFile(query) {
  return withQuery(USAGE, { ...query, format: "csv" });
}

/** How the ledger of the server is doing. */
export function getUsageStatus() {
  return getJson(`${USAGE}/status`);
}
