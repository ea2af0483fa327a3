import { getJson } from "./http.js";

/** What this server is, which city it shows, and whether it is a demonstration. */
export function getStatus() {
  return getJson("/api/v1/status");
}
