import { getJson } from "./http.js";

/** What this server is, which city it shows, and whether it is a demonstration. */
export function getStatus() {
  return getJson("/api/v1/status");
}

/** What the server runs on, and its jobs; for administrators. */
export function getSystem() {
  return getJson("/api/v1/system");
}

/** Which layers are drawn from memory, and how fresh they are. */
export function getSnapshots() {
  return getJson("/api/v1/snapshots");
}

/** How the tile cache is doing. */
export function getCache() {
  return getJson("/api/v1/cache");
}
