import { listLayers } from "../api/layers.js";
import { local, page, t } from "../i18n/i18n.js";
import { Catalog } from "../layers/catalog.js";
import { may } from "../layers/rights.js";
import { h } from "../ui/dom.js";
import { row, table } from "../ui/table.js";

/** The layers that this person manages, and the way to who may use each. */
export async function openLayers(pane) {
  const catalog = new Catalog(await listLayers());
  const heads = ["admin.layer", "admin.agency", "rights.which", "admin.actions"];
  pane.replaceChildren(
    h("p", { class: "hint", text: t("admin.layersLead") }),
    table(
      heads.map((key) => t(key)),
      catalog.layers.filter((layer) => may(layer, "MANAGE")).map((layer) => line(catalog, layer)),
      t("admin.noLayers"),
    ),
  );
}

function line(catalog, layer) {
  const address = page(`/layer.html?name=${encodeURIComponent(layer.name)}`);
  const offered = layer.how_to_get ? ` · ${t("rights.onRequest")}` : "";
  return row(
    { "data-testid": `managed-${layer.name}` },
    h("span", {}, h("a", { href: address, text: local(layer.title) }), h("span", { class: "under", text: layer.name })),
    catalog.agencyName(layer),
    h("span", { class: "nowrap", text: t(layer.open ? "rights.open" : "rights.closed") + offered }),
    h("a", { class: "button", href: `${address}#rights`, text: t("rights.title") }),
  );
}
