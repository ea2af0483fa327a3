import { local, t } from "../i18n/i18n.js";
import { applicantClasses } from "../ui/applicant-classes.js";
import { debounce, h } from "../ui/dom.js";

const PAUSE_MS = 400;
const USES = ["non_value_added", "value_added"];

/**
 * What for, and on what grounds: the fee standards know purposes, contracts with the city and
 * reciprocity.
 *
 * @param known true if the server knows who asks; others try a price as somebody
 */
export function whyPart(basket, purposes, known) {
  const same = Object.values(purposes).find((title) => [title.zh, title.en].includes(basket.order.purposeKind));
  if (same && local(same) !== basket.order.purposeKind) {
    basket.change({ purposeKind: local(same) });
  }
  const kind = choice("order-purpose-kind", [
    ["", t("why.noKind")],
    ...Object.values(purposes).map((title) => [local(title), local(title)]),
  ], basket.order.purposeKind, (value) => basket.change({ purposeKind: value }));
  const words = h("textarea", { rows: "2", maxlength: "1900", "data-testid": "order-purpose" });
  words.value = basket.order.purpose;
  const take = () => words.value !== basket.order.purpose && basket.change({ purpose: words.value });
  words.addEventListener("input", debounce(PAUSE_MS, take));
  words.addEventListener("change", take);
  const use = choice("order-use", USES.map((each) => [each, t(`why.use.${each}`)]), basket.order.use,
    (value) => basket.change({ use: value }));
  const who = known ? null : h("label", {}, t("why.applicant"),
    choice("order-applicant", applicantClasses(), basket.order.applicant, (value) => basket.change({ applicant: value })),
    h("span", { class: "hint", text: t("why.applicantHint") }));
  basket.addEventListener("change", () => {
    if (!basket.order.purpose && document.activeElement !== words) {
      words.value = "";
    }
  });
  return h("fieldset", { class: "order-part" }, h("legend", { text: t("why.title") }), who,
    h("label", {}, t("why.kind"), kind),
    h("label", {}, t("why.words"), words, h("span", { class: "hint", text: t("why.wordsHint") })),
    h("label", {}, t("why.use"), use),
    groundsPart(basket));
}

function choice(testid, options, chosen, change) {
  const select = h("select", { "data-testid": testid }, options.map(([value, text]) => h("option", { value, text })));
  select.value = chosen;
  if (select.selectedIndex < 0) {
    select.selectedIndex = 0;
  }
  select.addEventListener("change", () => change(select.value));
  return select;
}

function groundsPart(basket) {
  const contract = basket.order.contract ?? {};
  const field = (name, type) => {
    const input = h("input", { type, "data-testid": `contract-${name}` });
    input.value = contract[name] ?? "";
    input.addEventListener("input", debounce(PAUSE_MS, () =>
      basket.change({ contract: { ...basket.order.contract, [name]: input.value.trim() } })));
    return h("label", {}, t(`contract.${name}`), input);
  };
  const reciprocity = h("input", { type: "checkbox", "data-testid": "order-reciprocity" });
  reciprocity.checked = basket.order.reciprocity;
  reciprocity.addEventListener("change", () => basket.change({ reciprocity: reciprocity.checked }));
  return h(
    "details",
    { class: "grounds", open: Boolean(basket.order.contract) || basket.order.reciprocity },
    h("summary", { "data-testid": "order-grounds", text: t("grounds.title") }),
    h("p", { class: "hint", text: t("grounds.hint") }),
    h("div", { class: "two-columns" }, field("number", "text"), field("agency", "text"), field("from", "date"), field("until", "date")),
    h("label", { class: "check" }, reciprocity, t("grounds.reciprocity")),
  );
}
