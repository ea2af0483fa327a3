import { local, t } from "../i18n/i18n.js";
import { crsName } from "../ui/data-words.js";
import { h } from "../ui/dom.js";
import { chips } from "./chips.js";

const SYSTEMS = ["EPSG:3826", "EPSG:3825", "EPSG:4326", "EPSG:3828"];

/** What is wanted: layers. */
export function layersPart(basket, catalog, state) {
  const select = h("select", { id: "order-layer", "data-testid": "order-layer" });
  const add = h("button", { class: "button", type: "button", "data-testid": "add-layer", text: t("order.add") });
  const shown = h("button", { class: "text-button", type: "button", "data-testid": "add-shown", text: t("order.addShown") });
  const chosen = h("div", {});
  const fill = () => {
    const rest = catalog.layers.filter((layer) => !basket.order.layers.includes(layer.name));
    const groups = catalog.themes
      .map((theme) => [theme, rest.filter((layer) => layer.theme === theme.id)])
      .filter(([, layers]) => layers.length);
    select.replaceChildren(
      h("option", { value: "", text: t("order.pickLayer") }),
      ...groups.map(([theme, layers]) =>
        h("optgroup", { label: local(theme.title) }, layers.map((layer) => h("option", { value: layer.name, text: local(layer.title) })))),
    );
    const items = basket.order.layers.map((key) => ({ key, text: local(catalog.byName.get(key).title) }));
    const list = chips(items, (key) => basket.remove(key), {
      label: t("order.layers"),
      testid: "order-layers",
      field: () => select,
    });
    chosen.replaceChildren(list ?? h("p", { class: "hint", "data-testid": "order-empty", text: t("order.empty") }));
    shown.hidden = state.entries.every((entry) => basket.order.layers.includes(entry.name));
  };
  add.addEventListener("click", () => select.value && basket.add(select.value));
  shown.addEventListener("click", () => state.entries.forEach((entry) => basket.add(entry.name)));
  basket.addEventListener("change", fill);
  state.addEventListener("change", fill);
  fill();
  return h("fieldset", { class: "order-part" }, h("legend", { text: t("order.layers") }), chosen,
    h("div", { class: "add-line" }, h("label", { for: "order-layer" }, h("span", { class: "visually-hidden", text: t("order.pickLayer") }), select), add), shown);
}

/** As what: formats and the system of the coordinates. */
export function formatsPart(basket, formats) {
  const boxes = formats.map(({ name, title }) => {
    const box = h("input", { type: "checkbox", value: name, "data-testid": `format-${name}` });
    box.checked = basket.order.formats.includes(name);
    box.addEventListener("change", () => {
      const rest = basket.order.formats.filter((each) => each !== name);
      basket.change({ formats: box.checked ? [...rest, name] : rest });
    });
    return h("label", { class: "check" }, box, local(title));
  });
  const crs = h("select", { "data-testid": "order-crs" }, SYSTEMS.map((value) => h("option", { value, text: crsName(value) })));
  crs.value = basket.order.crs;
  crs.addEventListener("change", () => basket.change({ crs: crs.value }));
  return h("fieldset", { class: "order-part" }, h("legend", { text: t("order.formats") }),
    h("div", { class: "check-grid" }, boxes), h("label", {}, t("order.crs"), crs));
}
