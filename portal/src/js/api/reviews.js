import { getJson, send } from "./http.js";

const pathOf = (number) => `/api/v1/applications/${encodeURIComponent(number)}`;

/** @param said decision (APPROVED or REFUSED), reason */
export function decideLayer(number, layer, said) {
  return send("POST", `${pathOf(number)}/layers/${encodeURIComponent(layer)}`, said);
}

/** @param price amount, article, reason, timeline (how many lines were seen) */
export function setPrice(number, price) {
  return send("POST", `${pathOf(number)}/price`, price);
}

/** @param evidence fact (approval or within_contract), holds, reason, timeline */
export function stateEvidence(number, evidence) {
  return send("POST", `${pathOf(number)}/evidence`, evidence);
}

/** Whether the data are still those that were priced, layer by layer. */
export async function listDrift(number) {
  return (await getJson(`${pathOf(number)}/drift`)).layers;
}

/** Frames of the sheets that were quoted, as GeoJSON. */
export function getQuotedSheets(number) {
  return getJson(`${pathOf(number)}/sheets`);
}
