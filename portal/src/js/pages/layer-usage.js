import { collectionUrl } from "../api/ogc.js";
import { local, t } from "../i18n/i18n.js";
import { may } from "../layers/rights.js";
import { tm2 } from "../map/coordinates.js";
import { copyBlock } from "../ui/copy.js";
import { h } from "../ui/dom.js";
import { makeTabs } from "../ui/tabs.js";

const TAIWAN = [119.3, 21.8, 122.1, 25.4];
const EXAMPLE_WIDTH = 1024;

/** "How to use it": addresses and commands for this layer, ready to copy. */
export function showUsage(layer, parent) {
  const vector = layer.kind !== "raster" && may(layer, "QUERY");
  const tabs = [
    ["qgis", "QGIS", qgis(layer, vector)],
    ["wms", "WMS", wms(layer)],
    ["tiles", t("usage.tiles"), tiles(layer, vector)],
    ...(vector ? [["ogc", "OGC API", ogc(layer)]] : []),
    ["leaflet", "Leaflet", leaflet(layer)],
    ["gdal", "GDAL", gdal(layer, vector)],
  ];
  const list = h(
    "div",
    { class: "tabs", role: "tablist", "aria-label": t("usage.title") },
    tabs.map(([id, label], at) =>
      h("button", {
        id: `use-${id}`,
        role: "tab",
        type: "button",
        "aria-controls": `use-${id}-pane`,
        "aria-selected": String(at === 0),
        tabindex: at === 0 ? "0" : "-1",
        "data-testid": `use-${id}`,
        text: label,
      }),
    ),
  );
  const panes = tabs.map(([id, , content], at) =>
    h(
      "div",
      { id: `use-${id}-pane`, role: "tabpanel", "aria-labelledby": `use-${id}`, hidden: at > 0 },
      content,
    ),
  );
  parent.append(
    h("section", { class: "usage", "data-testid": "usage" }, h("h2", { text: t("usage.title") }), list, panes),
  );
  makeTabs(list);
}

const base = location.origin;

function qgis(layer, vector) {
  const steps = ["usage.qgis1", "usage.qgis2", ...(vector ? ["usage.qgis3"] : [])];
  return [
    h("ol", {}, steps.map((key) => h("li", { text: t(key, { layer: local(layer.title) }) }))),
    copyBlock(t("usage.wmsAddress"), `${base}/wms`),
    vector ? copyBlock(t("usage.ogcAddress"), `${base}/ogc`) : null,
  ];
}

function wms(layer) {
  return [
    copyBlock(
      t("usage.capabilities"),
      `${base}/wms?SERVICE=WMS&VERSION=1.3.0&REQUEST=GetCapabilities`,
    ),
    copyBlock(t("usage.getMap"), mapAddress(layer)),
  ];
}

/** WMS 1.1.1, where every system has its x axis first. */
function mapAddress(layer) {
  const [west, south, east, north] = layer.extent ?? TAIWAN;
  const low = tm2({ lng: west, lat: south }).map(Math.floor);
  const high = tm2({ lng: east, lat: north }).map(Math.ceil);
  const shape = (high[1] - low[1]) / Math.max(1, high[0] - low[0]);
  const height = Math.min(2048, Math.max(64, Math.round(EXAMPLE_WIDTH * shape)));
  const query = [
    "SERVICE=WMS&VERSION=1.1.1&REQUEST=GetMap",
    `LAYERS=${encodeURIComponent(layer.name)}&STYLES=`,
    `SRS=EPSG:3826&BBOX=${[...low, ...high].join(",")}`,
    `WIDTH=${EXAMPLE_WIDTH}&HEIGHT=${height}&FORMAT=image/png`,
  ].join("&");
  return `${base}/wms?${query}`;
}

/** All in web Mercator; WMTS has other grids too. */
function tiles(layer, vector) {
  const json = `${base}/tiles/${encodeURIComponent(layer.name)}.json`;
  return [
    copyBlock(t("usage.xyz"), tileAddress(layer, "png")),
    copyBlock("TileJSON", json),
    copyBlock(t("usage.wmts"), `${base}/wmts/1.0.0/WMTSCapabilities.xml`),
    vector ? copyBlock(t("usage.mvt"), tileAddress(layer, "mvt")) : null,
    vector ? copyBlock(t("usage.mvtJson"), `${json}?format=mvt`) : null,
  ];
}

function tileAddress(layer, extension) {
  return `${base}/tiles/${encodeURIComponent(layer.name)}/{z}/{x}/{y}.${extension}`;
}

function ogc(layer) {
  const items = `${base}${collectionUrl(layer.name)}/items`;
  const [west, south, east, north] = (layer.extent ?? TAIWAN).map((value) => value.toFixed(4));
  return [
    copyBlock(t("usage.items"), `${items}?f=json&limit=10`),
    copyBlock(t("usage.itemsIn"), `${items}?f=json&bbox=${[west, south, east, north].join(",")}`),
    copyBlock(
      t("usage.itemsTm2"),
      `${items}?f=json&crs=http://www.opengis.net/def/crs/EPSG/0/3826`,
    ),
  ];
}

function leaflet(layer) {
  const [west, south, east, north] = (layer.extent ?? TAIWAN).map((value) => Number(value.toFixed(4)));
  const attribution = JSON.stringify(local(layer.attribution));
  const view = `const map = L.map("map").fitBounds([[${south}, ${west}], [${north}, ${east}]]);`;
  const options = [
    `  layers: ${JSON.stringify(layer.name)},`,
    '  format: "image/png",',
    "  transparent: true,",
    `  attribution: ${attribution},`,
  ];
  const tiled = [
    view,
    `L.tileLayer("${tileAddress(layer, "png")}", {`,
    `  attribution: ${attribution},`,
    "}).addTo(map);",
  ];
  const code = [
    view,
    `L.tileLayer.wms("${base}/wms", {`,
    ...options,
    "}).addTo(map);",
  ];
  return [
    copyBlock(t("usage.leafletTiles"), tiled.join("\n")),
    copyBlock(t("usage.leafletWms"), code.join("\n")),
  ];
}

function gdal(layer, vector) {
  const file = layer.name.replace(":", "-");
  const map = `gdal_translate -of PNG -outsize 1024 0 "WMS:${mapAddress(layer)}" ${file}.png`;
  return [
    vector ? copyBlock("ogrinfo", `ogrinfo -ro -so "OAPIF:${base}/ogc" ${layer.name}`) : null,
    vector
      ? copyBlock("ogr2ogr", `ogr2ogr -f GPKG ${file}.gpkg "OAPIF:${base}/ogc" ${layer.name}`)
      : null,
    copyBlock("gdal_translate", map),
  ];
}
