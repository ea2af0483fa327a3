import { L } from "../map/leaflet.js";

const LINE = { color: "#c2410c", weight: 3, fillOpacity: 0.12, interactive: false, className: "order-shape" };
const HANDLE = () => L.divIcon({ className: "corner-handle", iconSize: [18, 18] });

/**
 * A polygon or a rectangle on the map: each click sets a corner; set corners can be dragged. Event:
 * "change", with corners as they are now.
 */
export class AreaDrawing extends EventTarget {
  #map;
  #group = L.layerGroup();
  #shape = null;
  #kind = null;
  #corners = [];

  constructor(map) {
    super();
    this.#map = map;
  }

  /** "polygon" or "rectangle" while clicks set corners, else null. */
  get kind() {
    return this.#kind;
  }

  /** Leaflet's points, none twice. */
  get corners() {
    return this.#corners;
  }

  /** @param kind "polygon" or "rectangle": begins a new one; null ends drawing */
  draw(kind) {
    this.#kind = kind;
    if (kind) {
      this.set([]);
    }
    this.#map.getContainer().classList.toggle("measuring", Boolean(kind));
    this.dispatchEvent(new Event("change"));
  }

  /** Takes a click while drawing; false if it is none of ours. */
  take(latlng) {
    if (!this.#kind) {
      return false;
    }
    if (this.#kind === "rectangle" && this.#corners.length === 1) {
      this.#kind = null;
      this.#map.getContainer().classList.remove("measuring");
      this.set(rectangle(this.#corners[0], latlng));
    } else {
      this.set([...this.#corners, latlng]);
    }
    return true;
  }

  /** @param corners of the shape from now on */
  set(corners) {
    this.show(corners);
    this.dispatchEvent(new Event("change"));
  }

  /** As set, of what is in the basket anyway: nobody is told. */
  show(corners) {
    this.#corners = corners;
    this.#group.clearLayers().addTo(this.#map);
    const line = corners.length > 2 ? L.polygon : L.polyline;
    this.#shape = line(corners, LINE).addTo(this.#group);
    corners.forEach((corner, at) => this.#group.addLayer(this.#handle(corner, at)));
  }

  #handle(corner, at) {
    const handle = L.marker(corner, { icon: HANDLE(), draggable: true, keyboard: false });
    handle.on("drag", () => {
      this.#corners = this.#corners.with(at, handle.getLatLng());
      this.#shape.setLatLngs(this.#corners);
    });
    handle.on("dragend", () => this.dispatchEvent(new Event("change")));
    return handle;
  }

  hide() {
    this.draw(null);
    this.#group.remove();
  }
}

function rectangle(one, other) {
  const box = L.latLngBounds(one, other);
  return [box.getSouthWest(), box.getSouthEast(), box.getNorthEast(), box.getNorthWest()];
}

/** GeoJSON of corners; null while they enclose nothing. Seven decimals are a centimetre. */
export function polygonOf(corners) {
  const ring = corners.map(({ lng, lat }) => [Number(lng.toFixed(7)), Number(lat.toFixed(7))]);
  if (isFlat(ring)) {
    return null;
  }
  return { type: "Polygon", coordinates: [[...ring, ring[0]]] };
}

/** Whether all corners lie on one line: a triangle of any two neighbours with the first has no area. */
function isFlat(ring) {
  return ring.every(([x, y], at) => {
    const [fromX, fromY] = ring[Math.max(0, at - 1)];
    return Math.abs((x - ring[0][0]) * (fromY - ring[0][1]) - (fromX - ring[0][0]) * (y - ring[0][1])) < 1e-13;
  });
}

/** The corners of a polygon without holes; null for anything else, which is shown but not edited. */
export function cornersOf(area) {
  return area?.type === "Polygon" && area.coordinates.length === 1
    ? area.coordinates[0].slice(0, -1).map(([lng, lat]) => L.latLng(lat, lng))
    : null;
}
