import { getJson, send, withQuery } from "./http.js";

const CIRCULATION = "/api/v1/circulation";

/**
 * The rate of a day.
 *
 * @param {{on: string, without?: string}} query days as ISO
 */
export function getCirculation(query) {
  return getJson(withQuery(CIRCULATION, query));
}

/** @param {{from: string, to: string, step: string}} query */
export function getCirculationSeries(query) {
  return getJson(withQuery(CIRCULATION, query));
}

/** @param {{on?: string, from?: string, to?: string, step?: string, format: "csv"|"pdf"}} query */
export function circulationFile(query) {
  return withQuery(CIRCULATION, query);
}

/** Evidence of one agency, event by event. */
export function getAdoption(agency, on) {
  return getJson(withQuery(`${CIRCULATION}/agencies/${encodeURIComponent(agency)}`, { on }));
}

/** Agencies that lack one step. */
export function listNear() {
  return getJson(`${CIRCULATION}/near`);
}

export function listRules() {
  return getJson(`${CIRCULATION}/rules`);
}

export function listTargets() {
  return getJson(`${CIRCULATION}/targets`);
}

/** @param target a fraction of 1 */
export function setTarget(year, target, source) {
  return send("PUT", `${CIRCULATION}/targets/${year}`, { target, source });
}

/** @param rule {effective_from, months, applications, uses} */
export function addRule(rule) {
  return send("POST", `${CIRCULATION}/rules`, rule);
}
