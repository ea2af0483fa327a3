import { getQuotedSheets } from "../api/reviews.js";
import { number, t } from "../i18n/i18n.js";
import { boundsOf } from "../map/highlight.js";
import { L } from "../map/leaflet.js";
import { MapPicture } from "../map/map-picture.js";
import { makeMap, toBounds } from "../map/map-view.js";
import { h } from "../ui/dom.js";

const TAIWAN = [119.3, 21.8, 122.1, 25.4];
const HALO = { color: "#ffffff", weight: 6, opacity: 0.9, fill: false, interactive: false };
const AREA = { color: "#c2255c", weight: 3, fillColor: "#c2255c", fillOpacity: 0.08, interactive: false };
const SHEET = { color: "#0b4f6c", weight: 1, fill: false, dashArray: "4 3", interactive: false };

/** Beyond this the numbers of sheets would hide the map. */
const MOST_NUMBERS = 40;

/**
 * The ground that is asked for, over the layers that it is asked of, with the frames of the sheets.
 *
 * @param catalog of what the reader may see
 */
export function areaMap(application, catalog) {
  const frame = h("div", { class: "desk-map", "data-testid": "area-map", role: "img", "aria-label": mapWords(application) });
  return { element: h("div", {}, frame, h("p", { class: "hint", text: mapWords(application) })), shown: () => show(frame, application, catalog) };
}

function mapWords({ layers }) {
  const km2 = layers.reduce((most, each) => Math.max(most, each.km2), 0);
  const sheets = new Set(layers.flatMap((each) => each.sheets)).size;
  const whole = layers.every((each) => !each.area);
  const words = t(whole ? "desk.mapWhole" : "desk.mapArea", { km2: number(km2) });
  return sheets ? `${words} ${t("desk.mapSheets", { count: number(sheets) })}` : words;
}

async function show(frame, application, catalog) {
  const areas = application.layers.filter((each) => each.area).map((each) => each.area);
  const ground = areas.length ? boundsOf({ type: "GeometryCollection", geometries: areas }) : wholeBounds(application, catalog);
  const map = makeMap(frame, TAIWAN, { scrollWheelZoom: false, fit: { padding: [20, 20] } });
  map.fitBounds(ground, { padding: [24, 24], animate: false, maxZoom: 18 });
  L.control.zoom({ zoomInTitle: t("tool.zoomIn"), zoomOutTitle: t("tool.zoomOut") }).addTo(map);
  const base = catalog.layers.filter((each) => each.shown_at_start);
  const asked = application.layers.map((each) => catalog.byName.get(each.layer)).filter(Boolean);
  const names = [...new Set([...base, ...asked].map((each) => each.name))];
  if (names.length) {
    new MapPicture(names.map((name) => ({ name, style: null })), { margin: 0 }).addTo(map);
  }
  for (const style of [HALO, AREA]) {
    areas.forEach((area) => L.geoJSON(area, { style }).addTo(map));
  }
  if (application.layers.some((each) => each.sheets.length)) {
    showSheets(map, await getQuotedSheets(application.number));
  }
}

function wholeBounds(application, catalog) {
  const extents = application.layers.map((each) => catalog.byName.get(each.layer)?.extent).filter(Boolean);
  const bounds = extents.map(toBounds);
  return bounds.length ? bounds.reduce((all, each) => all.extend(each)) : toBounds(TAIWAN);
}

function showSheets(map, sheets) {
  const numbers = sheets.features.length <= MOST_NUMBERS;
  L.geoJSON(sheets, {
    style: SHEET,
    onEachFeature: ({ properties }, shape) => {
      if (numbers) {
        shape.bindTooltip(properties.sheet, { permanent: true, direction: "center", className: "sheet-number" });
      }
    },
  }).addTo(map);
}
