import { proj4 } from "./leaflet.js";

/** EPSG:3826; metres, easting before northing. TWD97 is taken as WGS 84, as the server does. */
const TM2 =
  "+proj=tmerc +lat_0=0 +lon_0=121 +k=0.9999 +x_0=250000 +y_0=0 +ellps=GRS80 +units=m +no_defs";
const toTm2 = proj4("EPSG:4326", TM2);

/** The CSS pixel: a ninety-sixth of an inch, in metres. */
const PIXEL_M = 0.0254 / 96;
const EQUATOR_M = 40075016.686;

/** Easting and northing in metres. */
export function tm2(latlng) {
  return toTm2.forward([latlng.lng, latlng.lat]);
}

/** Easting, northing, whole metres. */
export function tm2Text(latlng) {
  const [east, north] = tm2(latlng);
  return `${Math.round(east)}, ${Math.round(north)}`;
}

/** Latitude first, five decimals: about a metre. */
export function wgs84Text(latlng) {
  return `${latlng.lat.toFixed(5)}, ${latlng.lng.toFixed(5)}`;
}

/**
 * Reads two numbers as a place in Taiwan: degrees in either order, or TWD97 TM2 metres of zone 121
 * in either order.
 *
 * @returns {{lat: number, lng: number, system: "WGS84"|"TM2"} | null} null if they are neither
 */
export function parseCoordinates(text) {
  const match = /^\s*[(（]?\s*(-?\d[\d.]*)\s*[°]?\s*[\s,，、;]\s*(-?\d[\d.]*)\s*[°]?\s*[)）]?\s*$/.exec(
    text,
  );
  if (!match) {
    return null;
  }
  const pair = [Number(match[1]), Number(match[2])];
  const [small, large] = [Math.min(...pair), Math.max(...pair)];
  if (small >= 18 && small <= 28 && large >= 114 && large <= 126) {
    return { lat: small, lng: large, system: "WGS84" };
  }
  if (small >= -100000 && small <= 450000 && large >= 2200000 && large <= 2950000) {
    const [lng, lat] = toTm2.inverse([small, large]);
    return { lat, lng, system: "TM2" };
  }
  return null;
}

/** n of the scale 1:n on a screen or sheet of 96 pixels an inch, two leading digits. */
export function scaleDenominator(lat, zoom) {
  const metres = (EQUATOR_M * Math.cos((lat * Math.PI) / 180)) / (256 * 2 ** zoom);
  return Number((metres / PIXEL_M).toPrecision(2));
}
