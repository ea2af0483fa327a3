import { getVersion } from "../api/fee-standards.js";
import { day, local, t } from "../i18n/i18n.js";
import { factList, part } from "../desk/facts.js";
import { daysLeft } from "../desk/deadline.js";
import { h } from "../ui/dom.js";
import { changesPart } from "./changes.js";
import { priceTable } from "./price-table.js";
import { ruleList } from "./rule-list.js";
import { tryPart } from "./try-form.js";

/**
 * One version of a standard, readable by article.
 *
 * @param standard of the list, with all its versions
 * @param may true if the reader may publish
 */
export async function versionView(standard, date, words, may) {
  const known = standard.versions.find((each) => each.date === date || each.version === date) ?? standard.versions.at(-1);
  const document = await getVersion(standard.id, known.date);
  return h(
    "article",
    { "data-testid": "version" },
    h("p", { class: "crumbs" }, h("a", { href: "#standards", "data-testid": "back", text: t("fees.back") })),
    h("h1", { text: local(standard.name) }),
    standard.demonstration ? h("p", { class: "callout warn", "data-testid": "demonstration", text: t("fees.demonstration") }) : null,
    versionPicker(standard, known),
    document.uncertain?.length
      ? h("div", { class: "callout warn", "data-testid": "uncertain" }, h("p", {}, h("b", { text: t("fees.uncertain") })),
        h("ul", {}, document.uncertain.map((each) => h("li", { text: local(each) }))))
      : null,
    h("div", { class: "columns" },
      h("div", {}, part("prices", t("fees.prices"), priceTable(document)), part("rules", t("fees.rules"), ruleList(document, words))),
      h("div", {}, aboutPart(standard, known, document), sourcesPart(document), tryPart(standard.id, known, document, words),
        may ? publishPart(standard, known) : null)),
    standard.versions.length > 1 ? changesPart(standard, known) : null,
  );
}

function versionPicker(standard, known) {
  return h("nav", { class: "versions", "aria-label": t("fees.versions") }, standard.versions.map((each) =>
    h("a", { class: "chip", href: `#${standard.id}/${each.date}`, "aria-current": each === known ? "true" : null,
      "data-testid": `version-${each.date}` }, each.version, each.in_force ? ` · ${t("fees.inForce")}` : "")));
}

/** The days in force, and until when the law wants it reviewed. */
export function reviewWords(due) {
  if (!due) {
    return "";
  }
  const days = daysLeft(due);
  return days < 0 ? t("fees.reviewLate", { day: day(due), days: -days }) : t("fees.reviewDue", { day: day(due), days });
}

export function forceWords({ from, to }) {
  if (!from && !to) {
    return t("fees.undated");
  }
  return t("fees.force", { from: day(from) || t("fees.unknown"), to: day(to) || t("fees.open") });
}

function aboutPart(standard, known, document) {
  const { territory } = document;
  return part("about", t("fees.about"), factList([
    ["fees.authority", standard.authority],
    ["fees.basis", (document.legal_basis ?? []).join(t("list.separator"))],
    ["fees.days", forceWords(known)],
    ["fees.review", known.in_force ? h("span", { class: daysLeft(known.review_due ?? "9999-01-01") < 0 ? "state warn wrap" : "" }, reviewWords(known.review_due)) : null],
    ["fees.territory", territory ? `${territory.article} ${local(territory.text)}` : null],
    ["fees.rounding", document.rounding ? statedWords(t(`fees.rounding.${document.rounding.mode}`), document.rounding.stated) : null],
    ["fees.stacking", document.stacking ? statedWords(t(`fees.stacking.${document.stacking.mode}`), document.stacking.stated) : null],
    ["fees.origin", t(known.published ? "fees.publishedHere" : "fees.shipped")],
  ]));
}

function statedWords(words, stated) {
  return stated ? words : `${words} ${t("fees.notStated")}`;
}

function sourcesPart(document) {
  return part("sources", t("fees.sources"), h("ul", {}, document.sources.map((each) =>
    h("li", {}, h("a", { href: each.url, rel: "noreferrer", text: hostOf(each.url) }), each.note ? h("span", { class: "hint", text: ` ${each.note}` }) : null))));
}

function hostOf(url) {
  try {
    return new URL(url).host;
  } catch {
    return url;
  }
}

function publishPart(standard, known) {
  return part("next", t("fees.newVersion"), h("p", { text: t("fees.newVersionHint") }),
    h("a", { class: "button", href: `#publish/${standard.id}/${known.date}`, "data-testid": "start-version", text: t("fees.startVersion") }));
}
