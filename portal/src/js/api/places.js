import { getJson, withQuery } from "./http.js";

/** Districts, villages and other named places that a text may mean; bounds are in degrees. */
export async function findPlaces(text, signal) {
  const answer = await getJson(withQuery("/api/v1/places", { q: text, limit: 12 }), { signal });
  return answer.places;
}
