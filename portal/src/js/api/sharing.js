import { getJson, send } from "./http.js";

const AGREEMENTS = "/api/v1/agreements";
const REQUESTS = "/api/v1/layer-requests";

function path(number, then = "") {
  return `${AGREEMENTS}/${encodeURIComponent(number)}${then}`;
}

/** {agreements, may_draft, partners} */
export function listAgreements() {
  return getJson(AGREEMENTS);
}

export function getAgreement(number) {
  return getJson(path(number));
}

export function draftAgreement(draft) {
  return send("POST", AGREEMENTS, draft);
}

/** @param draft all of it, as it is to be from now on; its changed is that of the text it is written over */
export function changeAgreement(number, draft) {
  return send("PUT", path(number), draft);
}

/**
 * The answer has the new keys' secrets, this once.
 *
 * @param changed of the text that is signed; another one is refused with 409
 */
export function signAgreement(number, changed) {
  return send("POST", path(number, "/sign"), { changed });
}

export function endAgreement(number, reason) {
  return send("POST", path(number, "/end"), { reason });
}

export function addDocument(number, file) {
  const form = new FormData();
  form.set("file", file);
  return send("POST", path(number, "/documents"), form);
}

export function documentFile(number, id) {
  return path(number, `/documents/${id}`);
}

/** Who shares with whom: {nodes, links}. */
export function getMatrix() {
  return getJson(`${AGREEMENTS}/matrix`);
}

export function listLayerRequests() {
  return getJson(REQUESTS);
}

export function askForLayer(layer, purpose) {
  return send("POST", REQUESTS, { layer, purpose });
}

export function answerLayerRequest(number, granted, reason) {
  return send("POST", `${REQUESTS}/${encodeURIComponent(number)}/answer`, { granted, reason });
}

export function withdrawLayerRequest(number) {
  return send("POST", `${REQUESTS}/${encodeURIComponent(number)}/withdraw`, {});
}
