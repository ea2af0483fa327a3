import { getJson, send } from "./http.js";

const pathOf = (number) => `/api/v1/applications/${encodeURIComponent(number)}/delivery`;

/** The package of an application and how far it has come; null before anything is made. */
export async function findDelivery(number, signal) {
  try {
    return await getJson(pathOf(number), { signal });
  } catch (error) {
    if (error.status === 404) {
      return null;
    }
    throw error;
  }
}

/** A new link: {id, href, expires, downloads_left}; href comes in this answer only. */
export function makeLink(number) {
  return send("POST", `${pathOf(number)}/links`, {});
}

/** Ends one link. */
export function revokeLink(number, id) {
  return send("DELETE", `${pathOf(number)}/links/${id}`);
}

/** Takes the licence back, with all links; for officers. */
export function revokeLicence(number, reason) {
  return send("PUT", `${pathOf(number)}/revocation`, { reason });
}

/** Makes a package again that was given up; for officers. */
export function retryDelivery(number) {
  return send("POST", `${pathOf(number)}/retries`, {});
}
