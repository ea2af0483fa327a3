import { getJson, send, withQuery } from "./http.js";

const USERS = "/api/v1/users";
const SIGN_UPS = "/api/v1/sign-ups";
const AGENCIES = "/api/v1/agencies";

const userPath = (name) => `${USERS}/${encodeURIComponent(name)}`;

export async function listUsers() {
  return (await getJson(USERS)).users;
}

/** @param invitation email, display_name, agency, roles */
export function inviteUser(invitation) {
  return send("POST", USERS, invitation);
}

/** @param changes what is missing stays as it is */
export function changeUser(name, changes) {
  return send("PATCH", userPath(name), changes);
}

export function eraseUser(name) {
  return send("DELETE", userPath(name));
}

export function sendPasswordLink(name) {
  return send("POST", `${userPath(name)}/password-link`, {});
}

export function removeUsersSecondFactor(name) {
  return send("DELETE", `${userPath(name)}/second-factor`);
}

/** Requests for accounts whose e-mail address is confirmed, oldest first. */
export async function listSignUps() {
  return (await getJson(SIGN_UPS)).sign_ups;
}

export async function listPartners() {
  return (await getJson("/api/v1/partners")).partners;
}

/** @param partner id of the one they belong to, or null for a new one */
export function approveSignUp(id, partner) {
  return send("POST", `${SIGN_UPS}/${id}/approval`, { partner });
}

export function refuseSignUp(id, reason) {
  return send("POST", `${SIGN_UPS}/${id}/refusal`, { reason });
}

/** @param on ISO day; today if it is missing */
export function listAgencies(on) {
  return getJson(withQuery(AGENCIES, { on: on || null }));
}

export function getAgency(id) {
  return getJson(`${AGENCIES}/${encodeURIComponent(id)}`);
}

export function putAgency(agency) {
  return send("PUT", `${AGENCIES}/${encodeURIComponent(agency.id)}`, agency);
}

/** {sendable, messages} */
export function listMail() {
  return getJson("/api/v1/mail");
}

/** @param wanted before, actor, action, subject; each may be missing */
export function listAudit(wanted) {
  const given = Object.entries(wanted).filter(([, value]) => value);
  return getJson(withQuery("/api/v1/audit", Object.fromEntries(given)));
}

/** {entries, head, broken} */
export function verifyAudit() {
  return getJson("/api/v1/audit/verification");
}
