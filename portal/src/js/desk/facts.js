import { moment, t } from "../i18n/i18n.js";
import { eventReason, eventTitle } from "../issuing/event-words.js";
import { crsName, formatName } from "../ui/data-words.js";
import { h } from "../ui/dom.js";

/** Names and what they stand for; what is empty is left out. */
export function factList(facts) {
  return h(
    "dl",
    { class: "facts-list" },
    facts.filter(([, value]) => value).flatMap(([key, value]) => [h("dt", { text: t(key) }), h("dd", {}, value)]),
  );
}

/** A part of the page with its heading. */
export function part(id, title, ...content) {
  return h("section", { class: "desk-part", "data-testid": id, "aria-labelledby": `${id}-title` },
    h("h2", { id: `${id}-title`, text: title }), ...content);
}

/** Who asks, as the account says, and what for. */
export function whoPart(application, words) {
  const grounds = application.grounds ?? {};
  const contract = grounds.contract;
  return part(
    "who",
    t("desk.who"),
    factList([
      ["desk.applicant", application.applicant],
      ["desk.class", h("span", {}, words.applicant(application.applicant_class), " ",
        h("span", { class: "hint", text: t(contract && application.applicant_class === "city_contractor" ? "desk.classByContract" : "desk.classKnown") }))],
      ["desk.account", application.account],
      ["desk.purpose", words.purpose(application.purpose)],
      ["desk.contract", contract ? t("desk.contractWords", contract) : null],
      ["desk.reciprocity", grounds.reciprocity ? t("desk.reciprocityAsked") : null],
      ["desk.formats", application.formats.map(formatName).join(t("list.separator"))],
      ["desk.crs", crsName(application.crs)],
      ["desk.made", moment(application.created)],
    ]),
  );
}

/** What happened, the latest first. */
export function timelinePart(application) {
  const lines = [...application.timeline].reverse().map((each) =>
    h("li", {},
      h("span", { class: "when", text: moment(each.at) }),
      h("div", {}, h("b", { text: eventTitle(each, application.layers) }), h("span", { class: "hint", text: ` ${actorWords(each)}` }),
        eventReason(each) ? h("p", { class: "said", text: eventReason(each) }) : null,
        each.legal_ground ? h("p", { class: "hint", text: t("desk.groundOf", { ground: each.legal_ground }) }) : null)));
  return part("timeline", t("desk.timeline"), h("ol", { class: "timeline" }, lines));
}

export function actorWords({ party, actor }) {
  const role = t(`desk.party.${party}`);
  return actor && party !== "SYSTEM" ? t("desk.actor", { role, name: actor }) : role;
}
