import { getVocabulary } from "../api/quotes.js";
import { local, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

/** In the order of an application's life. */
export const STATES = [
  "SUBMITTED",
  "UNDER_REVIEW",
  "CORRECTION_ASKED",
  "PAYMENT_DUE",
  "PAYMENT_UNKNOWN",
  "PAID",
  "PRODUCING",
  "READY",
  "DELIVERED",
  "CLOSED",
  "REFUSED",
  "WITHDRAWN",
  "CANCELLED",
  "EXPIRED",
  "REFUNDED",
];

const ENDED = ["CLOSED", "REFUSED", "WITHDRAWN", "CANCELLED", "EXPIRED", "REFUNDED"];

/** The state of an application, as the server calls it. */
export function stateBadge({ state, state_title: title }) {
  const kind = ENDED.includes(state) ? "ended" : state === "CORRECTION_ASKED" ? "warn" : "";
  return h("span", { class: `state ${kind}`, "data-testid": "state", "data-state": state, text: local(title) });
}

export function decisionBadge(decision) {
  const kind = { PENDING: "warn", REFUSED: "late", APPROVED: "" }[decision];
  return h("span", { class: `state ${kind}`, text: t(`desk.decision.${decision}`) });
}

let vocabulary = null;

/** Words of classes and purposes by their codes; a code that nobody knows stays what it is. */
export async function loadWords() {
  vocabulary ??= await getVocabulary();
  const wordsOf = (table) => (code) => local(table?.[code]) || code;
  return { applicant: wordsOf(vocabulary.applicants), purpose: wordsOf(vocabulary.purposes), ...vocabulary };
}
