import { getJson, send, withQuery } from "./http.js";

const APPLICATIONS = "/api/v1/applications";

const pathOf = (number) => `${APPLICATIONS}/${encodeURIComponent(number)}`;

/**
 * Applications that concern the caller, latest first: {applications, next}.
 *
 * @param wanted after (next of the page before), state (some, with commas), layer, agency,
 *     decision (of that agency), number,
 *     due_until, order (newest or due), limit; each may be missing
 */
export function listApplications(wanted = {}) {
  const given = Object.entries(wanted).filter(([, value]) => value);
  return getJson(withQuery(APPLICATIONS, Object.fromEntries(given)));
}

export function getApplication(number, signal) {
  return getJson(pathOf(number), { signal });
}

/** A draft, or the application that was made from this quote before. */
export function createApplication(quote, purpose) {
  return send("POST", APPLICATIONS, { quote, purpose });
}

/**
 * Takes an application to another state.
 *
 * @param move from (what the page showed), to, reason, legal_ground, due, timeline (how many lines were seen)
 */
export function moveApplication(number, move) {
  return send("POST", `${pathOf(number)}/moves`, move);
}

/** Where the price with its grounds is had on paper, as PDF: as it was settled, not only quoted. */
export function pricePaperUrl(number) {
  return `${pathOf(number)}/price.pdf`;
}

/** @param kind one of the documents' kinds that getOrdering lists */
export function addDocument(number, kind, file) {
  const form = new FormData();
  form.append("kind", kind);
  form.append("file", file, file.name);
  return send("POST", `${pathOf(number)}/documents`, form);
}

/** Where a document is had as a file. */
export function documentUrl(number, id) {
  return `${pathOf(number)}/documents/${id}`;
}
