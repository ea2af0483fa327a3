import { getJson, withQuery } from "./http.js";

const LAW = "/api/v1/fee-law";

/** By when everything has to be done that begins on a day: {from, deadlines}. */
export function listDeadlines(from) {
  return getJson(withQuery(`${LAW}/deadlines`, { from: from || null }));
}

/** @param asked amount, due, on */
export function getLateFee(asked) {
  return getJson(withQuery(`${LAW}/late-fees`, asked));
}

/** @param asked ground, amount, paid, applied, refunded, rate (percent a year) */
export function getRefund(asked) {
  return getJson(withQuery(`${LAW}/refunds`, asked));
}

/** @param asked amount, parts, first, months, rate (percent a year) */
export function getInstalments(asked) {
  return getJson(withQuery(`${LAW}/instalments`, asked));
}
