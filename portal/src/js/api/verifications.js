import { getJson } from "./http.js";

/** Whether a file with this hash was delivered: {sha256, genuine, files}. */
export function verify(sha256) {
  return getJson(`/api/v1/verifications/${encodeURIComponent(sha256)}`);
}
