import { getJson, send, withQuery } from "./http.js";
import { collectionUrl } from "./ogc.js";

const KEYS = "/api/v1/keys";
const DISTRICTS = "districts";

/** One's own keys and those of one's agency or partner; for administrators all, if they ask. */
export async function listKeys(all) {
  return (await getJson(all ? withQuery(KEYS, { holder: "all" }) : KEYS)).keys;
}

/** The answer has the secret in "key", this once. */
export function makeKey(draft) {
  return send("POST", KEYS, draft);
}

export function revokeKey(id) {
  return send("DELETE", `${KEYS}/${id}`);
}

/** Areas to choose from: GeoJSON features with a name; none if the city has no such layer. */
export async function listDistricts() {
  try {
    const path = `${collectionUrl(DISTRICTS)}/items`;
    return (await getJson(withQuery(path, { f: "json", limit: 100 }))).features;
  } catch (error) {
    if (error.status === 404) {
      return [];
    }
    throw error;
  }
}
