import { L } from "./leaflet.js";

/** Longest side of a picture, in its pixels: the server's limit. */
const LONGEST = 4096;

/** Sharper than this only takes longer. */
const SHARPEST = 2;

/** Does a picture reach beyond what the map shows, by this part of the view on every side? */
export function covers(view, map, margin) {
  const room = map.getSize().multiplyBy(margin).floor();
  const seen = map.getPixelBounds();
  const needed = L.bounds(seen.min.subtract(room), seen.max.add(room));
  return view.zoom === map.getZoom() && view.pixels.contains(clip(needed, map));
}

/**
 * What to ask for: whole pixels of the map's grid, so that the picture is shown as it was drawn.
 *
 * @returns pixels of the map's grid at zoom, and the same as bounds of Leaflet and as the area
 *     that {@link getPicture} takes
 */
export function viewOf(map, margin) {
  const zoom = map.getZoom();
  const size = map.getSize();
  const ratio = Math.min(window.devicePixelRatio, SHARPEST, LONGEST / Math.max(size.x, size.y, 1));
  const spare = (side) => Math.floor((LONGEST / ratio - side) / 2);
  const room = L.point(
    Math.min(Math.round(size.x * margin), spare(size.x)),
    Math.min(Math.round(size.y * margin), spare(size.y)),
  );
  const seen = map.getPixelBounds();
  const pixels = clip(L.bounds(seen.min.subtract(room), seen.max.add(room)), map);
  const metres = (point) => map.options.crs.transformation.untransform(point, map.options.crs.scale(zoom));
  const [low, high] = [metres(pixels.getBottomLeft()), metres(pixels.getTopRight())];
  return {
    zoom,
    pixels,
    bounds: L.latLngBounds(map.unproject(pixels.min, zoom), map.unproject(pixels.max, zoom)),
    box: [low.x, low.y, high.x, high.y],
    width: Math.max(1, Math.round(pixels.getSize().x * ratio)),
    height: Math.max(1, Math.round(pixels.getSize().y * ratio)),
    ratio,
  };
}

/** The web map ends at its edges; a picture may not reach beyond them. */
function clip(pixels, map) {
  const { min, max } = map.getPixelWorldBounds();
  const inside = ({ x, y }) =>
    L.point(Math.min(Math.max(x, min.x), max.x), Math.min(Math.max(y, min.y), max.y)).floor();
  return L.bounds(inside(pixels.min), inside(pixels.max));
}
