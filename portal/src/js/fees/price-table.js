import { local, number, t } from "../i18n/i18n.js";
import { money } from "../issuing/words.js";
import { h } from "../ui/dom.js";

/**
 * The price of a product, as rows of what it is for and what it comes to.
 *
 * @param price of the document; an amount alone is a price too
 * @returns [words, amount or null, condition words] each
 */
export function priceRows(price, unit) {
  if (typeof price !== "object") {
    return [[t("fees.per", { unit: unitName(unit) }), price, ""]];
  }
  return (ROWS[price.type] ?? ROWS.price_from_annex)(price, unit);
}

const ROWS = {
  unit_price: unitRow,
  size_equivalent: unitRow,
  case_grouping: unitRow,
  media_surcharge: unitRow,
  price_matrix: ({ rows }, unit) =>
    rows.flatMap((row) => priceRows(row.price, unit).map(([words, amount, more]) => [
      words, amount, [conditionWords(row.when), more].filter(Boolean).join(" · ")])),
  price_components: ({ parts }, unit) => parts.map((part) => [local(part.label), part.price, unitWords(part, unit)]),
  base_plus_increment: ({ label, base, includes, extras }) => [
    [local(label), base, t("fees.includes", { count: number(includes) })],
    ...extras.map((each) => [local(each.label), each.price, t("fees.beyond", { count: number(each.includes) })]),
  ],
  bracket_price: ({ brackets }) => brackets.map((each) => [t("fees.fromMegabytes", { size: number(each.from) }), each.price, ""]),
  resolution_tier: ({ tiers }) => tiers.map((each) => [
    each.up_to ? t("fees.upTo", { most: number(each.up_to) }) : t("fees.above"), each.price ?? null, ""]),
  area_step: (price) => [[t("fees.firstHectares", { size: number(price.first_ha) }), price.price,
    t("fees.areaStep", { step: number(price.step_ha), share: number(price.step_share * 100), most: number(price.limit_ha) })]],
  price_from_annex: () => [[t("fees.fromAnnex"), null, ""]],
};

const UNITS = ["sheet", "km2", "kilofeature", "item", "page", "disc", "parcel", "point", "record", "case", "image", "copy",
  "account-day", "hectare", "hour", "instrument", "machine_day", "megabyte", "membership", "program", "reel", "station-day",
  "statistical_unit", "subclass"];

/** The unit of a price table, in words where it is a usual one. */
export function unitName(unit) {
  return UNITS.includes(unit) ? t(`fees.unit.${unit}`) : unit;
}

function unitRow(price, unit) {
  return [[t("fees.per", { unit: unitName(unit) }), price.price, unitWords(price, unit)]];
}

function unitWords({ minimum, block, factors }) {
  return [
    minimum ? t("fees.minimum", { count: number(minimum) }) : "",
    block ? t("fees.block", { count: number(block) }) : "",
    factors?.length ? t("fees.factors", { fields: factors.map(factName).join(" × ") }) : "",
  ].filter(Boolean).join(" · ");
}

/** Facts by name, as words where they are known. */
export function conditionWords(when) {
  return Object.entries(when ?? {}).map(([name, value]) => factWords(name, value)).join(t("list.separator"));
}

const KNOWN_FACTS = {
  "request first": "fees.first",
  "request update": "fees.update",
  "use value_added": "fees.valueAdded",
  "use non_value_added": "fees.notValueAdded",
};

/** What is asked about, in words where it is a usual one; standards may ask about anything. */
const FACTS = ["applicant", "channel", "purpose", "request", "use", "archive", "colour", "consent_missing", "consultation", "contract",
  "no_field_work", "reapplication", "reciprocity", "urgent", "approval", "consent", "documents", "inside_readjustment_area",
  "own_jurisdiction", "within_contract", "a3_equivalents", "accounts", "cases", "copies", "days", "hours", "images", "instruments",
  "machines", "minutes", "parcels", "records", "stations", "quantity"];

const VALUES = ["legal_person", "natural_person", "counter", "online", "academic", "commercial", "national", "true", "false"];

export function factName(name) {
  return FACTS.includes(name) ? t(`fees.fact.${name}`) : name;
}

/** That a fact holds is said by its name alone. */
export function factWords(name, value) {
  const key = KNOWN_FACTS[`${name} ${value}`];
  if (key || value === "true") {
    return key ? t(key) : factName(name);
  }
  return t("fees.factIs", { name: factName(name), value: VALUES.includes(value) ? t(`fees.value.${value}`) : value });
}

/** The prices of two documents that differ: [product, condition, before, after] each, amounts or null. */
export function priceChanges(before, after) {
  const old = amounts(before);
  const now = amounts(after);
  return [...new Map([...old, ...now])]
    .map(([key, { product, condition }]) => [product, condition, old.get(key)?.amount ?? null, now.get(key)?.amount ?? null])
    .filter(([, , was, is]) => was !== is);
}

function amounts(document) {
  return new Map(document.products.flatMap((product) =>
    priceRows(product.price, product.unit).map(([words, amount, condition]) => [
      `${product.code} ${words} ${condition}`,
      { product: `${local(product.title)}（${product.code}）`, condition: condition || words, amount: amount === null ? null : String(amount) },
    ])));
}

/** All products with their prices; each product once, its prices under it. */
export function priceTable(document) {
  const heads = ["fees.product", "fees.priceFor", "fees.amount", "fees.row"];
  const bodies = document.products.map((product) => {
    const rows = priceRows(product.price, product.unit);
    return h("tbody", { "data-testid": `product-${product.code}` }, rows.map(([words, amount, condition], at) =>
      h("tr", {},
        at === 0 ? h("th", { scope: "rowgroup", rowspan: rows.length }, local(product.title),
          h("span", { class: "under", text: [product.code, product.fixed ? t("fees.neverReduced") : ""].filter(Boolean).join(" · ") })) : null,
        h("td", {}, condition || words, condition && !words.includes(condition) ? h("span", { class: "under", text: words }) : null),
        h("td", { class: "number" }, money(amount), document.demonstration
          ? h("span", { class: "under", text: t("fees.demonstrationShort") }) : null),
        at === 0 ? h("td", { rowspan: rows.length, text: product.row }) : null)));
  });
  return h("div", { class: "table-frame tall", tabindex: "0", role: "region", "aria-label": t("fees.prices") },
    h("table", { class: "grid price-table" },
      h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))), bodies));
}
