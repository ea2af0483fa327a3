import { getJson, send } from "./http.js";

const SESSION = "/api/v1/session";

/** {user, roles}; user is null for a visitor. Also sets the token that changes need. */
export function getSession() {
  return getJson(SESSION);
}

export async function signIn(username, password) {
  await getSession();
  return send("POST", SESSION, new URLSearchParams({ username, password }));
}

export async function signOut() {
  await getSession();
  return send("DELETE", SESSION);
}

/** May this person import and publish? */
export function mayPublish(session) {
  const roles = (session.roles ?? []).map((role) => role.replace(/^ROLE_/, "").toLowerCase());
  return roles.includes("owner") || roles.includes("admin");
}
