import { listLayers } from "../api/layers.js";
import { local, t } from "../i18n/i18n.js";
import { Catalog } from "../layers/catalog.js";
import { LayerTree } from "../layers/layer-tree.js";
import { MapState } from "../layers/map-state.js";
import { ScaleHints } from "../layers/scale-hints.js";
import { ShownList } from "../layers/shown-list.js";
import { Highlight } from "../map/highlight.js";
import { Identify } from "../map/identify.js";
import { InfoPanel } from "../map/info-panel.js";
import { keepLive } from "../map/live-map.js";
import { MapLayers } from "../map/map-layers.js";
import { showNotes } from "../map/map-notes.js";
import { makeMap, zoomTo } from "../map/map-view.js";
import { Measure } from "../map/measure.js";
import { readPermalink, writePermalink } from "../map/permalink.js";
import { addPluginPanels } from "../map/plugin-panels.js";
import { PlaceSearch } from "../map/place-search.js";
import { makePrintable } from "../map/print.js";
import { showReadout } from "../map/readout.js";
import { showTools } from "../map/tools.js";
import { startOrder } from "../issuing/start-order.js";
import { copyText } from "../ui/copy.js";
import { byId, debounce, isPhone } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain, notice } from "../ui/notice.js";

/** Until the server says otherwise: Taiwan. */
const TAIWAN = [119.3, 21.8, 122.1, 25.4];

const asked = readPermalink(location.search);
const [{ status, session, pages }, published] = await Promise.all([startPage(), layersOrNone()]);
const catalog = new Catalog(published);
const state = new MapState(catalog.byName);
start();

async function layersOrNone() {
  try {
    return await listLayers();
  } catch (error) {
    notice(`${t("map.noCatalog")} ${explain(error)}`, "error");
    return { themes: [], agencies: [], layers: [] };
  }
}

function start() {
  const home = status?.city?.bounds ?? TAIWAN;
  document.title = `${local(status?.city?.name)} · 圖館 Tuguan`;
  restoreLayers();
  const view = asked.center ? { center: asked.center, zoom: asked.zoom ?? 13 } : {};
  const map = makeMap("map", home, view);
  const mapLayers = new MapLayers(map, state);
  keepLive(mapLayers);
  const found = new Highlight(map);
  const clicked = new Highlight(map);
  const info = new InfoPanel(byId("info-panel"), catalog.byName, clicked);
  const identify = new Identify(map, state, catalog.byName, (latlng, results) => {
    info.show(latlng, results);
    keepInSight(map, latlng);
  });
  const places = new PlaceSearch(map, catalog.byName, found);
  const measure = new Measure(map);
  addPluginPanels(pages.filter((each) => each.place === "map"), { map, status, session });
  const order = startOrder({ catalog, state, map, status, session });
  onPick(map, (latlng) => measure.take(latlng) || order.take(latlng) || identify.at(latlng));
  const hints = new ScaleHints(map);
  new LayerTree(catalog, state, hints);
  const toExtent = (extent) => zoomTo(map, extent);
  new ShownList({ catalog, state, mapLayers, hints, zoomTo: toExtent });
  showReadout(map);
  showNotes(state, mapLayers, catalog.byName);
  announceFailures(mapLayers);
  const print = makePrintable(map, state, mapLayers, catalog.byName, status);
  const address = keepAddress(map, places);
  showTools({
    zoomIn: () => map.zoomIn(),
    zoomOut: () => map.zoomOut(),
    home: () => zoomTo(map, home),
    identify: () => identify.at(map.getCenter()),
    measure: (button) => measure.toggle(button),
    link: () => copyText(address()),
    print,
    order: order.open,
  });
  if (asked.place) {
    places.restore(asked.place, !asked.center);
  }
}

/** A click, or Enter for the middle of the map when the map has the focus: where a move that is under way will end. */
function onPick(map, pick) {
  let moving = false;
  map.on("movestart", () => (moving = true));
  map.on("moveend", () => (moving = false));
  map.on("click", (event) => pick(event.latlng));
  map.getContainer().addEventListener("keydown", (event) => {
    if (event.key === "Enter" && event.target === map.getContainer()) {
      event.preventDefault();
      if (moving) {
        map.once("moveend", () => pick(map.getCenter()));
      } else {
        pick(map.getCenter());
      }
    }
  });
}

function restoreLayers() {
  if (asked.layers) {
    state.restore(asked.layers);
  } else {
    catalog.layers.filter((layer) => layer.shown_at_start).forEach((layer) => state.show(layer.name));
  }
}

/** Moves the map if the results would cover the point that was asked. */
function keepInSight(map, latlng) {
  const panel = byId("info-panel");
  const covered = isPhone() ? [16, panel.offsetHeight + 16] : [panel.offsetWidth + 72, 16];
  map.panInside(latlng, { paddingTopLeft: [16, 64], paddingBottomRight: covered });
}

/** The address bar always holds the permalink; returns the function that tells it. */
function keepAddress(map, places) {
  const address = () =>
    writePermalink({
      center: map.getCenter(),
      zoom: map.getZoom(),
      layers: state.entries,
      place: places.place,
    });
  const write = debounce(150, () => history.replaceState(null, "", address()));
  map.on("moveend", write);
  state.addEventListener("change", write);
  places.addEventListener("change", write);
  write();
  return () => new URL(address(), location.href).href;
}

function announceFailures(mapLayers) {
  const told = new Set();
  mapLayers.addEventListener("failing", () => {
    for (const name of mapLayers.failing) {
      if (!told.has(name)) {
        told.add(name);
        notice(t("map.layerFailed", { layer: local(catalog.byName.get(name).title) }), "error");
      }
    }
    [...told].filter((name) => !mapLayers.failing.has(name)).forEach((name) => told.delete(name));
  });
}
