import { downloads, getLayer, listLayers, thumbnailUrl } from "../api/layers.js";
import { boxOfSome } from "../api/ogc.js";
import { day, local, number, page, t } from "../i18n/i18n.js";
import { Catalog } from "../layers/catalog.js";
import { legendImage } from "../layers/legend.js";
import { closedBadge, may, refusal, rightsText } from "../layers/rights.js";
import { leastZoom } from "../layers/scale-hints.js";
import { L } from "../map/leaflet.js";
import { attributionTexts } from "../map/map-notes.js";
import { MapPicture } from "../map/map-picture.js";
import { makeMap, toBounds } from "../map/map-view.js";
import { byId, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { layerMonths } from "../usage/layer-months.js";
import { editingButtons } from "./layer-editing.js";
import { LayerRights } from "./layer-rights.js";
import { showUsage } from "./layer-usage.js";

startPage();
const name = askedName();
Promise.all([getLayer(name), listLayers()]).then(
  ([layer, published]) => show(layer, new Catalog(published)),
  (error) => showMissing(error),
);

/** There is no such layer, or it is advertised and not to be seen. */
function showMissing(error) {
  const title = error.status === 403 ? t("rights.notYours") : t("layer.missing");
  document.title = `${title} · 圖館 Tuguan`;
  byId("content").append(
    h("h1", { text: title }),
    h("p", { text: explain(error) }),
    h("a", { class: "button primary", href: page("/catalog.html"), text: t("nav.catalog") }),
  );
}

/** From /layer.html?name=… or /layers/…. */
function askedName() {
  const path = /^\/layers\/([^/]+)$/.exec(location.pathname);
  return path ? decodeURIComponent(path[1]) : (new URLSearchParams(location.search).get("name") ?? "");
}

function show(layer, catalog) {
  document.title = `${local(layer.title)} · 圖館 Tuguan`;
  byId("content").append(
    heading(layer, catalog),
    h("div", { class: "columns" }, preview(layer, catalog), facts(layer, catalog)),
  );
  drawMap(layer, catalog);
  if (layer.kind !== "raster" && may(layer, "QUERY")) {
    byId("content").append(attributes(layer));
  }
  showUsage(layer, byId("content"));
  layerMonths(layer).then(
    (section) => byId("content").append(section),
    () => {}, // the page is whole without it
  );
  if (may(layer, "MANAGE")) {
    byId("layer-actions").append(...editingButtons(layer, catalog));
    new LayerRights(layer, catalog, byId("content"));
  }
}

function heading(layer, catalog) {
  const shown = namesOnMap(layer, catalog).map(encodeURIComponent).join(";");
  const onMap = h("a", {
    class: "button primary",
    href: page(`/?layers=${shown}`),
    "data-testid": "show-on-map",
    text: t("layer.onMap"),
  });
  const get = h("a", {
    class: "button",
    href: page(`/?layers=${shown}&get=${encodeURIComponent(layer.name)}`),
    "data-testid": "get-data",
    text: t("tool.order"),
  });
  return h(
    "div",
    { class: "layer-head" },
    h("p", { class: "crumbs" },
      h("a", { href: page("/catalog.html"), text: t("nav.catalog") }),
      " › ",
      h("a", { href: page(`/catalog.html?theme=${encodeURIComponent(layer.theme)}`),
        text: catalog.themeTitle(layer) }),
    ),
    h("div", { class: "title-line" }, h("h1", {}, local(layer.title), " ", closedBadge(layer)),
      h("div", { id: "layer-actions", class: "actions" }, get, onMap)),
    layer.synthetic
      ? h("p", { class: "callout warn", role: "note", "data-testid": "synthetic-notice" },
          h("b", { text: "模擬資料 · synthetic data" }), " ", t("synthetic.explain"))
      : null,
    h("p", { class: "lead", text: local(layer.summary) }),
  );
}

function preview(layer, catalog) {
  return h(
    "section",
    { class: "preview", "aria-label": t("layer.preview") },
    h("div", { id: "preview-map", tabindex: "0", "data-testid": "preview-map" }),
    h("p", {
      class: "hint attribution-line",
      text: attributionTexts([groundOf(layer, catalog), layer]).join(" · "),
    }),
    h("h2", { text: t("legend") }),
    legendImage(layer, null, true),
  );
}

/** What places are found by, such as districts; the layer itself where there is no such thing. */
function groundOf(layer, catalog) {
  return catalog.layers.find((each) => each.place_name) ?? layer;
}

/** Bottom first. */
function namesOnMap(layer, catalog) {
  return [...new Set([groundOf(layer, catalog).name, layer.name])];
}

/** The layer over the outlines of districts, in one picture. */
function drawMap(layer, catalog) {
  const map = makeMap("preview-map", layer.extent ?? [119.3, 21.8, 122.1, 25.4], {
    scrollWheelZoom: false,
    fit: { padding: [8, 8] },
  });
  L.control.zoom({ zoomInTitle: t("tool.zoomIn"), zoomOutTitle: t("tool.zoomOut") }).addTo(map);
  L.control.scale({ imperial: false }).addTo(map);
  const layers = namesOnMap(layer, catalog).map((each) => ({ name: each, style: null }));
  new MapPicture(layers, { margin: 0 }).addTo(map);
  comeCloser(map, layer);
}

/** Moves to some feature, near enough, if the whole extent is too far off for the layer to be drawn. */
async function comeCloser(map, layer) {
  try {
    const least = await leastZoom(layer.name);
    if (map.getZoom() < least && layer.kind !== "raster") {
      const box = await boxOfSome(layer.name);
      if (box) {
        map.setView(toBounds(box).getCenter(), least + 3);
      }
    }
  } catch {
    // The preview then shows the whole extent, if need be without the layer.
  }
}

function facts(layer, catalog) {
  const licence = layer.licence_url
    ? h("a", { href: safeAddress(layer.licence_url), rel: "noopener", text: layer.licence || layer.licence_url })
    : layer.licence || t("layer.notStated");
  const rows = [
    ["layer.name", h("code", { text: layer.name })],
    ["field.agency", catalog.agencyName(layer)],
    ["field.theme", catalog.themeTitle(layer)],
    ["layer.dataDate", day(layer.data_date) || t("layer.notStated")],
    ["layer.updated", day(layer.updated)],
    ["layer.licence", licence],
    ["layer.attribution", local(layer.attribution) || t("layer.notStated")],
    ["layer.kind", t(layer.geometry ? `geometry.${layer.geometry}` : "geometry.RASTER")],
    ["layer.count", typeof layer.count === "number" ? number(layer.count) : null],
    ["layer.crs", layer.crs],
    ["layer.extent", layer.extent?.map((value) => value.toFixed(4)).join(", ")],
    ["layer.styles", layer.styles.map((style) => local(style.title) || style.name).join(t("list.separator"))],
    ["rights.yours", rightsText(layer.rights)],
    ["layer.keywords", layer.keywords.join(t("list.separator"))],
  ];
  const list = rows
    .filter(([, value]) => value)
    .map(([key, value]) => [h("dt", { text: t(key) }), h("dd", {}, value)]);
  const thumbnail = h("img", { class: "thumbnail", src: thumbnailUrl(layer), alt: "" });
  thumbnail.addEventListener("error", () => thumbnail.remove());
  const files = h("div", { class: "downloads", "data-testid": "downloads" });
  if (layer.kind !== "raster") {
    files.append(h("h2", { text: t("layer.download") }), offerDownloads(layer));
  }
  return h(
    "section",
    { class: "facts", "aria-label": t("layer.facts") },
    thumbnail,
    h("dl", {}, list.flat()),
    files,
  );
}

function offerDownloads(layer) {
  if (!may(layer, "DOWNLOAD")) {
    return refusal(layer, "DOWNLOAD");
  }
  const buttons = downloads(layer.name).map(({ format, href }) =>
    h("a", { class: "button", href, download: "", text: format }),
  );
  return h("div", { class: "actions start" }, buttons);
}

/** Only web addresses become links: data must not bring javascript: along. */
function safeAddress(text) {
  const address = new URL(text, location.href);
  return /^https?:$/.test(address.protocol) ? address.href : "#";
}

function attributes(layer) {
  const rows = layer.attributes.map(({ name: column, type }) =>
    h("tr", {}, h("td", {}, h("code", { text: column })), h("td", { text: t(`type.${type}`) })),
  );
  return h(
    "section",
    {},
    h("h2", { text: t("layer.attributes") }),
    rows.length === 0
      ? h("p", { class: "hint", text: t("layer.noAttributes") })
      : h(
          "div",
          { class: "table-frame", tabindex: "0", role: "region", "aria-label": t("layer.attributes") },
          h("table", { class: "grid", "data-testid": "attributes" },
            h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("layer.attribute") }),
              h("th", { scope: "col", text: t("layer.type") }))),
            h("tbody", {}, rows)),
        ),
  );
}
