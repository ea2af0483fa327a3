import { getJson, send, withQuery } from "./http.js";

function grantsUrl(layer) {
  return `/api/v1/layers/${encodeURIComponent(layer)}/grants`;
}

/** Who may do what with a layer: {grants, roles}; for those who manage it. */
export function listGrants(layer) {
  return getJson(grantsUrl(layer));
}

/**
 * Gives a right, or says what that would do: {made, effect, grants}.
 *
 * @param grant grantee {kind, id}, rights, area (GeoJSON or null), from, until
 */
export function giveGrant(layer, grant, dryRun) {
  return send("POST", withQuery(grantsUrl(layer), { dry_run: dryRun }), grant);
}

export function takeGrant(layer, id, dryRun) {
  return send("DELETE", withQuery(`${grantsUrl(layer)}/${id}`, { dry_run: dryRun }));
}
