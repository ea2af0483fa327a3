import { L } from "./leaflet.js";
import { isPhone, prefersReducedMotion } from "../ui/dom.js";

/** Room for what floats over the map at its upper and lower edges; phones have none to spare. */
const FIT = isPhone()
  ? { padding: [4, 4] }
  : { paddingTopLeft: [12, 64], paddingBottomRight: [68, 64] };

/**
 * The Leaflet map, without layers: those come with map-layers.js.
 *
 * @param element where it goes, or its id
 * @param bounds west, south, east, north in degrees: what a first look should show
 * @param options of Leaflet, and how to fit; with center and zoom they say what to show instead
 */
export function makeMap(element, bounds, options = {}) {
  const moving = !prefersReducedMotion;
  const map = L.map(element, {
    zoomControl: false,
    attributionControl: false,
    trackResize: false,
    minZoom: 6,
    maxZoom: 20,
    // Pictures are drawn for any scale, so that what is shown can fill the view.
    zoomSnap: 0.25,
    worldCopyJump: false,
    zoomAnimation: moving,
    fadeAnimation: moving,
    markerZoomAnimation: moving,
    inertia: moving,
    // Farther jumps would hold a picture blown up to eight times its size and more.
    zoomAnimationThreshold: 2,
    ...options,
  });
  // Once only: a second view on the same zoom is a pan, which rounds the centre to pixels.
  if (!options.center) {
    map.fitBounds(toBounds(bounds), options.fit ?? FIT);
  }
  followSize(map);
  return map;
}

/** Only real changes count: Leaflet rounds the centre to pixels when it is told of one. */
function followSize(map) {
  const container = map.getContainer();
  const observer = new ResizeObserver(() => {
    const known = map.getSize();
    if (container.clientWidth !== known.x || container.clientHeight !== known.y) {
      map.invalidateSize({ animate: false });
    }
  });
  observer.observe(container);
}

/** west, south, east, north to Leaflet's bounds. */
export function toBounds([west, south, east, north]) {
  return L.latLngBounds([south, west], [north, east]);
}

/** Shows a box; a single point or a tiny one no closer than street level. */
export function zoomTo(map, bounds) {
  map.fitBounds(bounds instanceof Array ? toBounds(bounds) : bounds, {
    ...FIT,
    maxZoom: 17,
    animate: !prefersReducedMotion,
  });
}
