import { local, number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { factName, factWords } from "./price-table.js";

/**
 * The clauses of a version in the order in which they are applied, each with what it asks and does.
 *
 * @param words of classes and purposes
 */
export function ruleList(document, words) {
  if (document.rules.length === 0) {
    return h("p", { class: "hint", text: t("fees.noRules") });
  }
  return h("ol", { class: "rules" }, document.rules.map((rule) => clause(rule, words, document)));
}

function clause(rule, words, document) {
  const conditions = conditionList(rule.when ?? {}, words, document);
  const effect = effectWords(rule);
  return h(
    "li",
    { "data-testid": `rule-${rule.id}` },
    h("p", {}, h("b", { text: rule.article }), " ", local(rule.text)),
    effect || conditions.length
      ? h("p", { class: "hint" }, effect ? h("b", { text: effect }) : null, effect && conditions.length ? " — " : "",
        conditions.join(t("fees.and")))
      : null,
    h("p", { class: "hint" }, h("code", { text: `${rule.id} · ${rule.type}` })),
  );
}

function conditionList(when, words, document) {
  const titles = new Map(document.products.map((each) => [each.code, local(each.title)]));
  const any = (key, list, name) => (list?.length ? [t(key, { list: list.map(name).join(t("list.separator")) })] : []);
  return [
    ...any("fees.whenApplicant", when.applicant, words.applicant),
    ...any("fees.whenPurpose", when.purpose, words.purpose),
    ...any("fees.whenProduct", when.product, (code) => titles.get(code) ?? code),
    ...Object.entries(when.facts ?? {}).map(([name, values]) => values.map((each) => factWords(name, each)).join(t("list.separator"))),
    ...(when.produced_before ? [t("fees.whenBefore", { year: when.produced_before })] : []),
    ...any("fees.whenEvidence", when.evidence, (each) => factName(each.field)),
  ];
}

/** Numbers that clauses bring; fields they count by are said in the text of the clause. */
const EFFECTS = ["first_charge_pct", "later_charge_pct", "surcharge_pct", "usual_pct", "handling", "pct", "minimum", "times", "years"];

function effectWords({ type, effect = {} }) {
  if (["exemption", "data_vintage_exemption", "reciprocity_by_approval"].includes(type)) {
    return t("fees.effectFree");
  }
  const percent = effect.charge_pct;
  if (percent !== undefined) {
    return t("fees.effectPercent", { percent: [percent].flat().map((each) => number(each)).join("／") });
  }
  return EFFECTS.filter((name) => effect[name] !== undefined)
    .map((name) => t(`fees.effect.${name}`, { value: number(effect[name]) }))
    .join(t("list.separator"));
}
