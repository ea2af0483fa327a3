import "./messages.js";
import { listLayers } from "/js/api/layers.js";
import { t } from "/js/i18n/i18n.js";
import { L } from "/js/map/leaflet.js";
import { makeMap } from "/js/map/map-view.js";
import { readPermalink } from "/js/map/permalink.js";
import { byId, h } from "/js/ui/dom.js";
import { startPage } from "/js/ui/header.js";
import { explain } from "/js/ui/notice.js";
import { attach } from "../panel.js";

const TAIWAN = [119.3, 21.8, 122.1, 25.4];
/** From below to above, as far as the library has them. */
const GROUND = ["districts", "villages", "buildings", "roads"];

const asked = new URLSearchParams(location.search);
const { status, session } = await startPage();
document.title = `${t("coverage.title")} · 圖館 Tuguan`;
byId("coverage-title").textContent = t("coverage.title");
const { center, zoom } = readPermalink(location.search);
const view = center ? { center, zoom: zoom ?? 15 } : {};
const map = makeMap("coverage-map", status?.city?.bounds ?? TAIWAN, { zoomControl: true, zoomSnap: 1, ...view });
const { layers } = await listLayers();
const ground = GROUND.filter((name) => layers.some((layer) => layer.name === name));
if (ground.length > 0) {
  L.tileLayer(`/tiles/${ground.join(",")}/{z}/{x}/{y}.png`, { maxZoom: 20 }).addTo(map);
}
try {
  const context = { map, status, session, plan: asked.get("plan"), version: asked.get("version"), shown: true };
  await attach(byId("coverage-panel"), context);
} catch (error) {
  byId("coverage-panel").append(h("p", { class: "callout error", role: "alert", text: explain(error) }));
}
