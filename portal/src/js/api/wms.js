import { getJson, getXml, withQuery } from "./http.js";

/** Where maps are asked for. */
export const WMS = "/wms";

/** Pixels around a click that count as near it, to each side of the request's middle. */
const REACH = 50;

/** Symbols on sharp screens are drawn at twice the 90 dpi that WMS assumes. */
export const SHARP = window.devicePixelRatio > 1 ? "dpi:180" : undefined;

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

export function legendUrl(layer, style, lang) {
  return withQuery(WMS, {
    SERVICE: "WMS",
    VERSION: "1.1.1",
    REQUEST: "GetLegendGraphic",
    LAYER: layer,
    STYLE: style ?? "",
    FORMAT: "image/png",
    TRANSPARENT: "true",
    LANGUAGE: lang === "en" ? "en" : "zh",
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
