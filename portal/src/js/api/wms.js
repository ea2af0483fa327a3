import { getBlob, getJson, getXml, withQuery } from "./http.js";

const WMS = "/wms";

/** The dots per inch of a picture drawn for plain screens, as WMS assumes. */
const DPI = 90;

/** Pixels around a click that count as near it, to each side of the request's middle. */
const REACH = 50;

/** Legends are drawn twice as large for sharp screens. */
const SHARP = window.devicePixelRatio > 1 ? `dpi:${2 * DPI}` : undefined;

/**
 * Between which scales layers are drawn at all: a Map of name to {min, max}, denominators as
 * GetCapabilities gives them; layers without limits are not in it.
 */
export async function getScaleLimits() {
  const xml = await getXml(
    withQuery(WMS, { SERVICE: "WMS", VERSION: "1.3.0", REQUEST: "GetCapabilities" }),
  );
  const limits = new Map();
  for (const layer of xml.getElementsByTagName("Layer")) {
    const own = Object.fromEntries([...layer.children].map((e) => [e.localName, e.textContent]));
    if (own.Name && (own.MinScaleDenominator || own.MaxScaleDenominator)) {
      const max = own.MaxScaleDenominator ? Number(own.MaxScaleDenominator) : Infinity;
      limits.set(own.Name, { min: Number(own.MinScaleDenominator ?? 0), max });
    }
  }
  return limits;
}

/**
 * Where a small picture of layers in their first styles is had, transparent where they have nothing.
 *
 * @param names bottom first
 * @param area box: west, south, east, north in degrees; width and height in pixels
 */
export function plainMapUrl(names, { box, width, height }, lang) {
  return withQuery(WMS, {
    SERVICE: "WMS",
    VERSION: "1.1.1",
    REQUEST: "GetMap",
    LAYERS: names.join(","),
    STYLES: "",
    SRS: "EPSG:4326",
    BBOX: box.map((each) => each.toFixed(6)).join(","),
    WIDTH: Math.round(width),
    HEIGHT: Math.round(height),
    FORMAT: "image/png",
    TRANSPARENT: "TRUE",
    LANGUAGE: lang,
  });
}

/**
 * One picture of several layers, transparent where they have nothing.
 *
 * @param layers bottom first: {name, style (null for the default)}
 * @param area box: west, south, east, north in metres of EPSG:3857; width and height of the
 *     picture in pixels; ratio: its pixels to one of the style
 * @param options server: its address, "" for this one; lang of the labels; version: changes when
 *     the data do, so that no older picture is taken from a cache; signal
 * @returns {Promise<Blob>}
 */
export function getPicture(layers, area, { server = "", lang, version, signal }) {
  const address = withQuery(`${server}${WMS}`, {
    SERVICE: "WMS",
    VERSION: "1.1.1",
    REQUEST: "GetMap",
    LAYERS: layers.map(({ name }) => name).join(","),
    STYLES: layers.map(({ style }) => style ?? "").join(","),
    SRS: "EPSG:3857",
    BBOX: area.box.join(","),
    WIDTH: area.width,
    HEIGHT: area.height,
    FORMAT: "image/png",
    TRANSPARENT: "TRUE",
    LANGUAGE: lang,
    FORMAT_OPTIONS: area.ratio === 1 ? null : `dpi:${Math.round(DPI * area.ratio)}`,
    DATA: version || null,
  });
  return getBlob(address, "image/", signal);
}

export function legendUrl(layer, style, lang) {
  return withQuery(WMS, {
    SERVICE: "WMS",
    VERSION: "1.1.1",
    REQUEST: "GetLegendGraphic",
    LAYER: layer,
    STYLE: style ?? "",
    FORMAT: "image/png",
    TRANSPARENT: "true",
    LANGUAGE: lang,
    FORMAT_OPTIONS: SHARP,
  });
}

/**
 * Features of one layer at a point.
 *
 * @param box {west, south, east, north} of the 101 by 101 pixels around the point, in degrees
 * @returns GeoJSON features, coordinates in longitude and latitude
 */
export async function featuresAt(layer, style, box, signal) {
  const size = 2 * REACH + 1;
  const address = withQuery(WMS, {
    SERVICE: "WMS",
    VERSION: "1.1.1",
    REQUEST: "GetFeatureInfo",
    LAYERS: layer,
    STYLES: style ?? "",
    QUERY_LAYERS: layer,
    SRS: "EPSG:4326",
    BBOX: [box.west, box.south, box.east, box.north].join(","),
    WIDTH: size,
    HEIGHT: size,
    X: REACH,
    Y: REACH,
    INFO_FORMAT: "application/json",
    FEATURE_COUNT: 10,
  });
  const collection = await getJson(address, { signal });
  return collection.features ?? [];
}

export { REACH };
