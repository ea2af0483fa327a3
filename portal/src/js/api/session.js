import { getJson, send } from "./http.js";

const SESSION = "/api/v1/session";

/** {user, roles, display_name, must_change …}; user is null for a visitor. Also sets the token that changes need. */
export function getSession() {
  return getJson(SESSION);
}

/** @param code of the second factor, or "" */
export async function signIn(username, password, code = "") {
  await getSession();
  return send("POST", SESSION, new URLSearchParams({ username, password, code }));
}

export async function signOut() {
  await getSession();
  return send("DELETE", SESSION);
}

/** Does this person decide on applications for data? */
export function mayReview(session) {
  return ["ADMIN", "OFFICER", "OWNER"].some((role) => session.roles.includes(role));
}

/** Has the administration something for this person? */
export function mayAdminister(session) {
  return ["ADMIN", "OFFICER", "OWNER"].some((role) => session.roles.includes(role));
}

/** May this person import and publish? */
export function mayPublish(session) {
  const roles = (session.roles ?? []).map((role) => role.replace(/^ROLE_/, "").toLowerCase());
  return roles.includes("owner") || roles.includes("admin");
}

/** May this person book money and give it back? */
export function mayCash(session) {
  return ["CASHIER", "ADMIN"].some((role) => session.roles.includes(role));
}

/** May this person see what fees came in? */
export function mayReport(session) {
  return ["CASHIER", "OFFICER", "ADMIN"].some((role) => session.roles.includes(role));
}
