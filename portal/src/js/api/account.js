import { getJson, send } from "./http.js";
import { getSession } from "./session.js";

const ACCOUNT = "/api/v1/account";

/** One's own: {name, email, display_name, agency, partner, second_factor, must_change, demo}. */
export function getAccount() {
  return getJson(ACCOUNT);
}

export function changeName(displayName) {
  return send("PATCH", ACCOUNT, { display_name: displayName });
}

export function changePassword(current, password) {
  return send("PUT", `${ACCOUNT}/password`, { current, password });
}

/** A secret to try: {secret, uri}. */
export function newSecret() {
  return send("POST", `${ACCOUNT}/second-factor`, {});
}

/** The codes for recovery, shown this once: {recovery_codes}. */
export function addSecondFactor(current, secret, code) {
  return send("PUT", `${ACCOUNT}/second-factor`, { current, secret, code });
}

export function removeSecondFactor(current) {
  return send("DELETE", `${ACCOUNT}/second-factor`, { current });
}

export function eraseAccount(current) {
  return send("DELETE", ACCOUNT, { current });
}

/** Where one's own data are had as a file. */
export const EXPORT = `${ACCOUNT}/export`;

/** The answer is the same whether there is such an account or not. */
export async function signUp(request) {
  await getSession();
  return send("POST", "/api/v1/sign-ups", request);
}

export async function confirmSignUp(token) {
  await getSession();
  return send("POST", "/api/v1/sign-ups/confirmations", { token });
}

/** The answer is the same whether there is such an account or not. */
export async function forgotPassword(email) {
  await getSession();
  return send("POST", "/api/v1/password-links", { email });
}

/** With a token that came by mail. */
export async function setPassword(token, password) {
  await getSession();
  return send("POST", "/api/v1/passwords", { token, password });
}
