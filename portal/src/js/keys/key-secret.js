import { t } from "../i18n/i18n.js";
import { copyBlock } from "../ui/copy.js";
import { h } from "../ui/dom.js";

/** The secret, this once, with the addresses that programs want. */
export function secretBox(made) {
  const root = `${location.origin}/k/${made.key}`;
  return h(
    "section",
    { class: "key-secret", tabindex: "-1", "data-testid": "key-secret" },
    h("h3", { text: t("keys.madeTitle", { name: made.name }) }),
    h("p", { class: "callout warn", role: "status", text: t("keys.once") }),
    copyBlock(t("keys.secret"), made.key),
    copyBlock(t("keys.qgisWms"), `${root}/wms`),
    copyBlock(t("keys.qgisWmts"), `${root}/wmts/1.0.0/WMTSCapabilities.xml`),
    copyBlock(t("keys.qgisOgc"), `${root}/ogc`),
    copyBlock(t("keys.arcgis"), `${root}/wms?SERVICE=WMS&REQUEST=GetCapabilities`),
    copyBlock("ogrinfo", `ogrinfo -ro "OAPIF:${root}/ogc"`),
    copyBlock("curl", `curl -H "Authorization: Bearer ${made.key}" ${location.origin}/ogc/collections`),
  );
}
