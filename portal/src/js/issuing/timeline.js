import { local, moment, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

const KINDS = {
  "application.document": "event.DOCUMENT",
  document: "event.DOCUMENT",
  layer: "event.LAYER",
  decision: "event.LAYER",
  price: "event.PRICE",
  evidence: "event.EVIDENCE",
};

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

function other(event) {
  return t(KINDS[event.kind.toLowerCase()] ?? "event.other", { subject: event.subject });
}
