import { tryVersion } from "../api/fee-standards.js";
import { local, t } from "../i18n/i18n.js";
import { part } from "../desk/facts.js";
import { today } from "../desk/deadline.js";
import { priceView } from "../issuing/price-view.js";
import { h } from "../ui/dom.js";
import { field, input, select } from "../ui/fields.js";
import { explain } from "../ui/notice.js";
import { factName, factWords, unitName } from "./price-table.js";

/** What an example would cost, with a form made of what the version asks about. */
export function tryPart(id, version, document, words) {
  const date = h("input", { type: "date", name: "date", required: true });
  date.value = version.from ?? today();
  const kinds = Object.keys(words.applicants).map((each) => [each, words.applicant(each)]);
  const kind = select("class", kinds, words.applicants.company ? "company" : kinds[0]?.[0]);
  const purposes = [["", t("fees.purposeNone")], ...Object.keys(words.purposes).map((each) => [each, words.purpose(each)])];
  const purpose = select("purpose", purposes);
  const items = h("div", { class: "stack" });
  const add = () => items.append(tryItem(document, () => items.children.length > 1));
  add();
  const facts = ruleFacts(document);
  const result = h("div", { "aria-live": "polite", "data-testid": "try-result" });
  for (const [control, name] of [[date, "date"], [kind, "class"], [purpose, "purpose"]]) {
    control.dataset.testid = `try-${name}`;
  }
  const form = h(
    "form",
    { class: "stack", "data-testid": "try-form" },
    field(t("fees.tryDate"), date),
    field(t("desk.class"), kind),
    field(t("desk.purpose"), purpose),
    items,
    h("div", { class: "actions start" }, h("button", { class: "button", type: "button", text: t("fees.addItem"), onclick: add })),
    facts.length ? h("details", {}, h("summary", { text: t("fees.moreFacts") }), h("div", { class: "stack" }, facts.map((each) => each.element))) : null,
    h("div", { class: "actions start" }, h("button", { class: "button primary", type: "submit", "data-testid": "try-submit", text: t("fees.tryIt") })),
    result,
  );
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    const request = {
      schedule: id,
      application_date: date.value,
      applicant: { class: kind.value },
      ...(purpose.value ? { purpose: purpose.value } : {}),
      items: [...items.children].map((each) => each.value()),
      ...Object.assign({}, ...facts.map((each) => each.value())),
    };
    try {
      const answer = await tryVersion(id, version.date, request);
      result.replaceChildren(priceView({ ...answer, layers: [], hints: [], trial: false }));
    } catch (error) {
      result.replaceChildren(h("p", { class: "callout error", role: "alert", text: explain(error) }));
    }
  });
  return part("try", t("fees.tryTitle"), h("p", { class: "hint", text: t("fees.tryHint") }), form);
}

function tryItem(document, many) {
  const product = select("product", document.products.map((each) => [each.code, `${local(each.title)}（${unitName(each.unit)}）`]),
    document.products[0]?.code);
  product.dataset.testid = "try-product";
  const quantity = input("quantity", { inputmode: "decimal", pattern: "[0-9]+([.][0-9]+)?", value: "1", "data-testid": "try-quantity" });
  const more = h("div", { class: "stack" });
  let fields = [];
  const follow = () => {
    fields = productFields(document.products.find((each) => each.code === product.value)?.price);
    more.replaceChildren(...fields.map((each) => each.element));
  };
  product.addEventListener("change", follow);
  follow();
  const remove = h("button", { class: "text-button start", type: "button", text: t("fees.removeItem"), onclick: () => many() && element.remove() });
  const element = h("fieldset", { class: "try-item" }, h("legend", { text: t("fees.item") }),
    h("div", { class: "stack" }, field(t("fees.product"), product), field(t("desk.amount"), quantity), more, remove));
  element.value = () => ({
    product: product.value,
    quantity: Number(quantity.value),
    unit: document.products.find((each) => each.code === product.value)?.unit,
    ...Object.assign({}, ...fields.map((each) => each.value())),
  });
  return element;
}

/** What else the price of a product is counted by: choices of its rows, numbers that are multiplied. */
function productFields(price) {
  const choices = new Map();
  const numbers = new Set();
  const look = (node) => {
    if (!node || typeof node !== "object") {
      return;
    }
    for (const row of node.rows ?? []) {
      Object.entries(row.when).forEach(([name, value]) => choices.set(name, (choices.get(name) ?? new Set()).add(value)));
      look(row.price);
    }
    (node.factors ?? []).forEach((each) => numbers.add(each));
    (node.parts ?? []).forEach(look);
    (node.extras ?? []).forEach((each) => numbers.add(each.field));
  };
  look(price);
  return [
    ...[...choices].map(([name, values]) => choiceField(name, [...values])),
    ...[...numbers].filter((name) => name !== "quantity").map(numberField),
  ];
}

function choiceField(name, values) {
  const control = select(name, [["", t("fees.notSaid")], ...values.map((each) => [each, each === "true" || each === "false" ? t(`fees.value.${each}`) : factWords(name, each)])]);
  control.dataset.testid = `try-${name}`;
  return { element: field(factName(name), control), value: () => (control.value ? { [name]: control.value } : {}) };
}

function numberField(name) {
  const control = input(name, { inputmode: "decimal", required: false, "data-testid": `try-${name}` });
  return { element: field(factName(name), control), value: () => (control.value.trim() ? { [name]: Number(control.value) } : {}) };
}

/** Facts that rules look at: said, denied or left open. */
function ruleFacts({ rules }) {
  const names = new Map();
  for (const { when } of rules) {
    Object.entries(when?.facts ?? {}).forEach(([name, values]) => names.set(name, new Set([...(names.get(name) ?? []), ...values])));
    (when?.evidence ?? []).forEach((each) => names.set(each.field, new Set(["true", "false"])));
  }
  return [...names].map(([name, values]) => {
    const one = choiceField(name, [...values]);
    return { element: one.element, value: () => Object.fromEntries(Object.entries(one.value()).map(([key, value]) =>
      [key, value === "true" ? true : value === "false" ? false : value])) };
  });
}
