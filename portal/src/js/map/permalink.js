import { lang } from "../i18n/i18n.js";

/**
 * The address of a map; see docs/adr/0007-portal-url-syntax.md.
 *
 * Reads center, zoom, layers (bottom to top; null if the address names none) and place, each
 * undefined or null if missing or unreadable.
 */
export function readPermalink(search) {
  const query = new URLSearchParams(search);
  const [lat, lng] = (query.get("center") ?? "").split(",").map(Number);
  const zoom = Number(query.get("zoom"));
  const place = /^([^/]+)\/(.+)$/.exec(query.get("place") ?? "");
  return {
    center: query.has("center") && isLatitude(lat) && isLongitude(lng) ? { lat, lng } : null,
    zoom: query.has("zoom") && zoom >= 0 && zoom <= 22 ? zoom : null,
    layers: query.has("layers") ? readLayers(query.get("layers")) : null,
    place: place ? { layer: place[1], id: place[2] } : null,
  };
}

const isLatitude = (value) => Number.isFinite(value) && Math.abs(value) <= 90;
const isLongitude = (value) => Number.isFinite(value) && Math.abs(value) <= 180;

function readLayers(text) {
  return text
    .split(";")
    .map((part) => part.split(","))
    .filter(([name]) => name)
    .map(([name, style, opacity]) => ({ name, style: style || null, opacity: fraction(opacity) }));
}

function fraction(text) {
  const value = Number(text);
  return text && value >= 0 && value <= 1 ? value : 1;
}

/** The query of a map's address, with its question mark. */
export function writePermalink({ center, zoom, layers, place }) {
  const parts = [
    `lang=${lang}`,
    `center=${center.lat.toFixed(5)},${center.lng.toFixed(5)}`,
    `zoom=${zoom}`,
    `layers=${layers.map(writeLayer).join(";")}`,
  ];
  if (place) {
    parts.push(`place=${encodeURIComponent(place.layer)}/${encodeURIComponent(place.id)}`);
  }
  return `?${parts.join("&")}`;
}

function writeLayer({ name, style, opacity }) {
  const parts = [encodeURIComponent(name), encodeURIComponent(style ?? "")];
  if (opacity < 1) {
    parts.push(String(Number(opacity.toFixed(2))));
  }
  return parts.join(",").replace(/,+$/, "");
}
