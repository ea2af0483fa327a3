import { getVersion, listVersionChanges } from "../api/fee-standards.js";
import { t } from "../i18n/i18n.js";
import { part } from "../desk/facts.js";
import { h } from "../ui/dom.js";
import { field, select } from "../ui/fields.js";
import { money } from "../issuing/words.js";
import { explain } from "../ui/notice.js";
import { priceChanges } from "./price-table.js";

const PARTS = ["PRICE", "PRODUCT", "RULE", "ARTICLE", "DATE", "SOURCE", "OTHER"];

/** Two versions side by side. */
export function changesPart(standard, known) {
  const options = standard.versions.map((each) => [each.date, `${each.version}（${each.date}）`]);
  const at = standard.versions.indexOf(known);
  const other = standard.versions[at === 0 ? 1 : at - 1];
  const [from, to] = [other, known].sort((a, b) => standard.versions.indexOf(a) - standard.versions.indexOf(b))
    .map((each) => each.date);
  const choices = { from: select("from", options, from), to: select("to", options, to) };
  choices.from.dataset.testid = "changes-from";
  choices.to.dataset.testid = "changes-to";
  const result = h("div", { "aria-live": "polite", "data-testid": "changes" });
  const show = async () => {
    try {
      const ends = [choices.from.value, choices.to.value];
      const [changes, ...documents] = await Promise.all([
        listVersionChanges(standard.id, ...ends), ...ends.map((date) => getVersion(standard.id, date))]);
      result.replaceChildren(...comparison(changes, ...documents));
    } catch (error) {
      result.replaceChildren(h("p", { class: "callout error", text: explain(error) }));
    }
  };
  Object.values(choices).forEach((each) => each.addEventListener("change", show));
  show();
  return part("compare", t("fees.compare"),
    h("div", { class: "field-grid" }, field(t("fees.earlier"), choices.from), field(t("fees.later"), choices.to)), result);
}

/** Prices side by side, then everything that differs, place by place. */
export function comparison(changes, before, after) {
  const all = changesTable(changes);
  return changes.length === 0 ? [all] : [pricesTable(priceChanges(before, after)),
    h("details", { class: "all-changes" }, h("summary", { text: t("fees.allChanges", { count: changes.length }) }), all)];
}

function pricesTable(changes) {
  if (changes.length === 0) {
    return h("p", { class: "hint", text: t("fees.samePrices") });
  }
  const heads = ["fees.product", "fees.priceFor", "fees.before", "fees.after", "fees.what"];
  const rows = changes.map(([product, condition, before, after]) => {
    const kind = kindOf({ before, after });
    return h("tr", { "data-kind": kind },
      h("td", { text: product }), h("td", { text: condition }),
      h("td", { class: "number before", text: before === null ? "—" : money(before) }), h("td", { class: "number after", text: after === null ? "—" : money(after) }),
      h("td", {}, kindBadge(kind)));
  });
  return h("div", { class: "table-frame", tabindex: "0", role: "region", "aria-label": t("fees.prices"), "data-testid": "price-changes" },
    h("table", { class: "grid changes" }, h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))),
      h("tbody", {}, rows)));
}

function kindBadge(kind) {
  const look = { added: "", removed: "late", changed: "warn" }[kind];
  return h("span", { class: `state ${look}`, text: t(`fees.${kind}`) });
}

/** What was added, taken away or changed; prices first. */
export function changesTable(changes) {
  if (changes.length === 0) {
    return h("p", { class: "hint", text: t("fees.noChanges") });
  }
  const heads = ["fees.what", "fees.where", "fees.before", "fees.after"];
  const rows = [...changes].sort((a, b) => PARTS.indexOf(a.part) - PARTS.indexOf(b.part)).map((each) =>
    h("tr", { "data-kind": kindOf(each) },
      h("td", {}, kindBadge(kindOf(each)),
        h("span", { class: "under", text: t(`fees.part.${each.part}`) })),
      h("td", {}, h("code", { text: each.path })),
      h("td", { class: "before", text: each.before ?? "—" }),
      h("td", { class: "after", text: each.after ?? "—" })));
  return h("div", { class: "table-frame", tabindex: "0", role: "region", "aria-label": t("fees.compare") },
    h("table", { class: "grid changes" }, h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))),
      h("tbody", {}, rows)));
}

function kindOf({ before, after }) {
  if (before === null || before === undefined) {
    return "added";
  }
  return after === null || after === undefined ? "removed" : "changed";
}
