import { clearFeeProduct, listFeeProducts } from "../api/fee-standards.js";
import { setFeeProduct } from "../api/quotes.js";
import { local, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { field, select } from "../ui/fields.js";
import { explain, notice } from "../ui/notice.js";
import { unitName } from "./price-table.js";

/** As what each layer is charged under a standard; officers choose. */
export async function productsPane(standards, usual) {
  const schedule = select("schedule", standards.map((each) => [each.id, local(each.name)]), usual);
  schedule.dataset.testid = "products-standard";
  const body = h("tbody");
  const none = h("p", { class: "callout", hidden: true, text: t("fees.noLayers") });
  const show = async () => {
    try {
      const layers = await listFeeProducts(schedule.value);
      const options = optionsOf(standards.find((each) => each.id === schedule.value));
      body.replaceChildren(...layers.map((each) => row(each, options, schedule.value, show)));
      none.hidden = layers.length > 0;
    } catch (error) {
      notice(explain(error), "error");
    }
  };
  schedule.addEventListener("change", show);
  await show();
  const heads = ["desk.layer", "fees.chargedAs", "fees.how"];
  return h(
    "section",
    { class: "stack", "data-testid": "products-pane" },
    h("p", { class: "lead", text: t("fees.productsLead") }),
    h("div", { class: "stack narrow" }, field(t("fees.standard"), schedule)),
    h("div", { class: "table-frame tall" },
      h("table", { class: "grid stacked" }, h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))), body)),
    none,
  );
}

function optionsOf(standard) {
  const version = standard.versions.find((each) => each.in_force) ?? standard.versions.at(-1);
  return version.products.map((each) => [each.code, `${local(each.title)}（${unitName(each.unit)}）`]);
}

function row(layer, options, schedule, again) {
  const known = options.some(([code]) => code === layer.product);
  const usual = t(known || layer.chosen ? "fees.byKind" : "fees.byKindNone");
  const control = select("product", [["", usual], ...options], layer.chosen ? layer.product : "");
  control.dataset.testid = `product-of-${layer.layer}`;
  control.setAttribute("aria-label", t("fees.chargedAsOf", { layer: local(layer.title) }));
  control.addEventListener("change", async () => {
    try {
      await (control.value ? setFeeProduct(layer.layer, { schedule, product: control.value }) : clearFeeProduct(layer.layer, schedule));
      notice(t("fees.productSet", { layer: local(layer.title) }));
    } catch (error) {
      notice(explain(error), "error");
    }
    await again();
    document.querySelector(`[data-testid="product-of-${layer.layer}"]`)?.focus();
  });
  const name = options.find(([code]) => code === layer.product)?.[1];
  const how = layer.chosen ? t("fees.chosen") : known ? t("fees.fromKind", { product: name }) : t("fees.noProduct");
  return h("tr", {},
    h("td", {}, h("span", {}, local(layer.title), h("span", { class: "under", text: layer.layer }))),
    h("td", { "data-label": t("fees.chargedAs") }, control),
    h("td", { "data-label": t("fees.how") }, h("span", { text: how })));
}
