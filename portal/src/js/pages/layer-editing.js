import { changeLayer, deleteLayer } from "../api/layers.js";
import { local, page, t } from "../i18n/i18n.js";
import { openDialog } from "../ui/dialog.js";
import { h } from "../ui/dom.js";

/** Buttons for those who may change what is published: what is said of a layer, and its end. */
export function editingButtons(layer, catalog) {
  const edit = h("button", { class: "button", type: "button", "data-testid": "layer-edit" });
  edit.textContent = t("edit.open");
  edit.addEventListener("click", () => openEditing(layer, catalog));
  const remove = h("button", { class: "button", type: "button", "data-testid": "layer-delete" });
  remove.textContent = t("edit.delete");
  remove.addEventListener("click", () => openDeleting(layer));
  return [edit, remove];
}

function openEditing(layer, catalog) {
  const fields = {
    titleZh: text("import.titleZh", layer.title?.zh, { required: true }),
    titleEn: text("import.titleEn", layer.title?.en, { required: true }),
    summaryZh: longText("edit.summaryZh", layer.summary?.zh),
    summaryEn: longText("edit.summaryEn", layer.summary?.en),
    theme: choice("field.theme", catalog.themes, (theme) => theme.title, layer.theme),
    agency: choice("field.agency", catalog.agencies, (agency) => agency.name, layer.agency?.id),
    keywords: text("edit.keywords", layer.keywords.join(", ")),
    date: text("layer.dataDate", layer.data_date, { type: "date" }),
    attributionZh: text("edit.attributionZh", layer.attribution?.zh),
    attributionEn: text("edit.attributionEn", layer.attribution?.en),
    licence: text("layer.licence", layer.licence),
    licenceUrl: text("edit.licenceUrl", layer.licence_url, { type: "url" }),
    offerZh: longText("edit.offerZh", layer.how_to_get?.zh),
    offerEn: longText("edit.offerEn", layer.how_to_get?.en),
  };
  const labels = Object.values(fields).map(({ label }) => label);
  const words = { title: t("edit.title"), submit: t("edit.save"), kind: "wide" };
  openDialog(words, h("div", { class: "field-grid" }, labels), async () => {
    await changeLayer(layer.name, changes(fields));
    location.reload();
  });
}

function changes(fields) {
  const said = Object.fromEntries(
    Object.entries(fields).map(([name, { input }]) => [name, input.value.trim()]),
  );
  return {
    title: { zh: said.titleZh, en: said.titleEn },
    summary: { zh: said.summaryZh, en: said.summaryEn },
    theme: said.theme,
    agency: said.agency,
    keywords: said.keywords.split(/[,，、]/).map((word) => word.trim()).filter(Boolean),
    attribution: { zh: said.attributionZh, en: said.attributionEn },
    licence: said.licence,
    licence_url: said.licenceUrl,
    data_date: said.date || null,
    offered: Boolean(said.offerZh || said.offerEn),
    offer: { zh: said.offerZh, en: said.offerEn },
  };
}

function openDeleting(layer) {
  const layerTitle = local(layer.title);
  const words = {
    title: t("edit.deleteTitle", { layer: layerTitle }),
    submit: t("edit.delete"),
    danger: true,
  };
  openDialog(words, h("p", { text: t("edit.deleteWarning") }), async () => {
    await deleteLayer(layer.name);
    location.assign(page("/catalog.html"));
  });
}

function text(key, value, attributes = {}) {
  const input = h("input", { type: "text", autocomplete: "off", ...attributes });
  return labelled(key, input, value);
}

function longText(key, value) {
  return labelled(key, h("textarea", { rows: "3" }), value);
}

function choice(key, items, of, value) {
  const options = items.map((item) => h("option", { value: item.id, text: local(of(item)) }));
  return labelled(key, h("select", {}, options), value);
}

function labelled(key, input, value) {
  input.value = value ?? "";
  return { input, label: h("label", {}, t(key), input) };
}
