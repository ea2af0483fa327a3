import { local, t } from "../i18n/i18n.js";
import { byId, h } from "../ui/dom.js";

/** Keeps attribution, the synthetic-data badge and the loading line as the visible layers ask. */
export function showNotes(state, mapLayers, layers) {
  const follow = () => {
    const visible = state.entries.map((entry) => layers.get(entry.name));
    byId("attribution").replaceChildren(...attribution(visible));
    showBadge(visible.filter((layer) => layer.synthetic));
  };
  state.addEventListener("change", follow);
  follow();
  mapLayers.addEventListener("loading", () => {
    const count = mapLayers.loading.size;
    byId("map-loading").hidden = count === 0;
    byId("map-loading").textContent = count ? t("map.loading") : "";
  });
}

/** Each text once, in drawing order. */
export function attributionTexts(visible) {
  return [...new Set(visible.map((layer) => local(layer.attribution)).filter(Boolean))];
}

function attribution(visible) {
  const texts = attributionTexts(visible).map((text) => h("span", { text }));
  const leaflet = h("a", { href: "https://leafletjs.com", rel: "noopener", text: "Leaflet" });
  return [...texts, leaflet];
}

function showBadge(synthetic) {
  const badge = byId("synthetic-badge");
  badge.hidden = synthetic.length === 0;
  const names = synthetic.map((layer) => plainTitle(layer)).join(t("list.separator"));
  badge.replaceChildren(
    h("b", { text: "模擬資料 · synthetic data" }),
    h("span", { class: "badge-names", text: names }),
  );
  badge.title = t("synthetic.explain");
}

/** Titles say in brackets that the layer is synthetic; the badge has said so before them. */
function plainTitle(layer) {
  return local(layer.title).replace(/\s*[（(](模擬|synthetic)[^）)]*[）)]$/i, "");
}
