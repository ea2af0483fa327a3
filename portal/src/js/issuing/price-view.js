import { pricePaperUrl } from "../api/quotes.js";
import { day, lang, local, number, t } from "../i18n/i18n.js";
import { applicantClass } from "../ui/applicant-classes.js";
import { calculation } from "../ui/data-words.js";
import { h } from "../ui/dom.js";
import { fileSize, money } from "./words.js";

/** The outcome in one line, to be read out: "NT$ 1,600", or why there is no such number. */
export function priceWords(answer) {
  return answer.status === "CHARGED" ? money(answer.total_twd) : t(`outcome.${answer.status}`);
}

/**
 * A quote, line by line and with its grounds.
 *
 * @param answer as the server gave it
 * @param options drop: called with a hint whose sheet is to be left out, without it hints have no button;
 *     paper: where it is had as PDF, if not as the quote alone
 */
export function priceView(answer, { drop = null, paper = answer.number ? pricePaperUrl(answer.number) : null } = {}) {
  return h(
    "div",
    { class: "price", "data-testid": "price", "data-outcome": answer.status },
    head(answer),
    answer.status === "CHARGED" ? null : grounds(answer),
    answer.lines.length ? h("ol", { class: "price-lines" }, answer.lines.map(line)) : null,
    uncovered(answer),
    hints(answer, drop),
    facts(answer),
    warnings(answer.warnings),
    paper
      ? h("p", {}, h("a", { href: paper, "data-testid": "price-paper", text: t("price.paper") }))
      : null,
  );
}

function head(answer) {
  return h(
    "div",
    { class: `price-head outcome-${answer.status}` },
    h("p", { class: "price-total", "data-testid": "price-total", text: priceWords(answer) }),
    answer.demonstration
      ? h("p", { class: "badge", "data-testid": "price-demonstration", text: t("price.demonstration") })
      : null,
    answer.status === "CHARGED" ? null : h("p", { text: t(`outcome.explain.${answer.status}`) }),
    answer.trial ? h("p", { class: "hint", text: t("price.trial", { kind: kindWords(answer) }) }) : null,
  );
}

function kindWords(answer) {
  try {
    return applicantClass(answer.applicant_class);
  } catch {
    return answer.applicant_class;
  }
}

/** By which rule it is not charged; each rule once. */
function grounds(answer) {
  const said = new Map(
    (answer.decisions ?? [])
      .filter((each) => each.status !== "CHARGED")
      .map((each) => [`${each.article} ${each.rule} ${local(each.reason)}`, each]),
  );
  return h(
    "ul",
    { class: "price-grounds", "data-testid": "price-grounds" },
    [...said.values()].map(({ article, reason, product }) =>
      h("li", {}, h("b", { text: article || t("price.noArticle") }), " ", local(reason) || product),
    ),
  );
}

/** Why reciprocity, which was asked for, leaves something to pay. */
function uncovered(answer) {
  const said = [...new Set((answer.decisions ?? []).flatMap((each) => each.uncovered ?? []).map(local))];
  return said.length
    ? h("ul", { class: "price-grounds", "data-testid": "price-uncovered", "aria-label": t("price.uncovered") },
        said.map((text) => h("li", { text })))
    : null;
}

function line(each) {
  const label = lang === "en" ? each.label : each.label_zh;
  const citation = [each.article, each.row].filter((text, at, all) => text && all.indexOf(text) === at);
  return h(
    "li",
    { "data-testid": "price-line" },
    h("div", { class: "price-line-head" }, h("span", { text: label }), h("b", { text: money(each.amount) })),
    h("p", { class: "calc" }, h("span", { class: "visually-hidden", text: t("price.calc") }), h("code", { text: calculation(each.calc) })),
    h("p", { class: "hint", text: t("price.by", { article: citation.join(" · ") }) }),
    each.reductions.length
      ? h("ul", { class: "reductions" }, each.reductions.map((rule) =>
          h("li", {}, h("b", { text: rule.article }), " ", local(rule.text))))
      : null,
  );
}

function hints(answer, drop) {
  const worth = (answer.hints ?? []).filter((hint) => hint.saves_twd > 0);
  if (worth.length === 0) {
    return null;
  }
  return h(
    "ul",
    { class: "price-hints", "aria-label": t("price.hints") },
    worth.map((hint) => {
      const words = t("price.hint", {
        sheet: hint.sheet,
        depth: number(hint.depth_m),
        saves: money(hint.saves_twd),
      });
      const button = drop
        ? h("button", { class: "button", type: "button", "data-testid": `drop-${hint.sheet}`,
            text: t("price.drop", { sheet: hint.sheet }), onclick: () => drop(hint) })
        : null;
      return h("li", { "data-testid": "price-hint" }, h("span", { text: words }), button);
    }),
  );
}

function facts(answer) {
  const km2 = answer.layers.reduce((most, each) => Math.max(most, each.km2), 0);
  const features = answer.layers.reduce((sum, each) => sum + each.features, 0);
  const sheets = new Set(answer.layers.flatMap((each) => each.sheets)).size;
  const rows = [
    ["price.standard", [local(answer.standard), answer.version].filter(Boolean).join(" · ")],
    ["price.area", km2 ? t("price.areaWords", { km2: number(km2), features: number(features) }) : ""],
    ["price.sheets", sheets ? number(sheets) : ""],
    ["price.size", answer.bytes_limit ? sizeWords(answer) : ""],
    ["price.validUntil", day(answer.valid_until)],
    ["price.number", answer.number],
  ].filter(([, value]) => value);
  return h(
    "dl",
    { class: "price-facts" },
    rows.flatMap(([key, value]) => [h("dt", { text: t(key) }), h("dd", { text: value })]),
  );
}

/** Large ones are made in the background all the same; it is said before anybody pays. */
function sizeWords({ bytes, bytes_limit: most }) {
  return t("price.sizeWords", { size: fileSize(bytes), most: fileSize(most) });
}

function warnings(all) {
  if (all.length === 0) {
    return null;
  }
  return h(
    "details",
    { class: "price-warnings" },
    h("summary", { text: t("price.warnings", { count: all.length }) }),
    h("ul", {}, all.map((each) => h("li", { text: local(each) }))),
  );
}
