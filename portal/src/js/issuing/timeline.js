import { moment, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { eventReason, eventTitle } from "./event-words.js";

/** What happened, latest first. */
export function timeline({ timeline: events, layers }) {
  return h(
    "ol",
    { class: "timeline", "data-testid": "timeline" },
    events.toReversed().map((event) => {
      const reason = eventReason(event);
      return h(
        "li",
        { class: event.to ? "moved" : "" },
        h("span", { class: "when", text: moment(event.at) }),
        h("b", { text: eventTitle(event, layers) }),
        h("span", { class: "hint", text: t(`party.${event.party}`) }),
        reason ? h("p", { text: t("app.reason", { reason }) }) : null,
        event.legal_ground ? h("p", { class: "hint", text: t("app.ground", { ground: event.legal_ground }) }) : null,
      );
    }),
  );
}
