import { local, moment, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

const DOCUMENTS = ["application", "contract", "identity", "other", "plan", "reciprocity"];
const DECISIONS = ["PENDING", "APPROVED", "REFUSED"];

/** What happened, latest first. */
export function timeline(events) {
  return h(
    "ol",
    { class: "timeline", "data-testid": "timeline" },
    events.toReversed().map((event) =>
      h(
        "li",
        { class: event.to ? "moved" : "" },
        h("span", { class: "when", text: moment(event.at) }),
        h("b", { text: local(event.title) || other(event) }),
        h("span", { class: "hint", text: t(`party.${event.party}`) }),
        event.reason ? h("p", { text: t("app.reason", { reason: event.reason }) }) : null,
        event.legal_ground ? h("p", { class: "hint", text: t("app.ground", { ground: event.legal_ground }) }) : null,
      )),
  );
}

/** What was noted is said in one line: a kind, and its subject, of which a word may be ours to translate. */
function other({ kind, subject }) {
  const words = subject.split(" ");
  if (kind === "document" && DOCUMENTS.includes(words[0])) {
    return t("event.document", { kind: t(`documents.${words[0]}`), name: words.slice(1).join(" ") });
  }
  if (DECISIONS.includes(words.at(-1))) {
    return t("event.decision", { layer: words.slice(0, -1).join(" "), decision: t(`app.decision.${words.at(-1)}`) });
  }
  return t(kind === "price" ? "event.price" : "event.other", { subject });
}
