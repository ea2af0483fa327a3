import { t } from "/js/i18n/i18n.js";
import { L } from "/js/map/leaflet.js";
import { zoomTo } from "/js/map/map-view.js";
import { h } from "/js/ui/dom.js";
import { explain, notice } from "/js/ui/notice.js";
import { getFootprint, getPoints } from "./api.js";

const REACHED = { color: "#004b76", weight: 1, fillColor: "#0072b2", fillOpacity: 0.32, interactive: false };
const POINT = { radius: 4, color: "#ffffff", weight: 1, fillColor: "#004b76", fillOpacity: 1 };
const ADDED = { color: "#8f3d00", weight: 2, fillColor: "#d55e00", fillOpacity: 0.4, interactive: false };

/** What is drawn over the map: footprint, access points, changes and found sites. */
export class Overlay {
  element = h("div", { class: "coverage-overlay" });
  #map;
  #model;
  #onPoint;
  #footprint = L.layerGroup();
  #points = L.layerGroup();
  #changes = L.layerGroup();
  #canvas = L.canvas({ padding: 0.3 });
  #drawn = "";
  #known = new Map();

  /**
   * @param onPoint called with an access point that was clicked
   * @param shown whether the ground is drawn from the beginning
   */
  constructor(map, model, onPoint, shown) {
    this.#map = map;
    this.#model = model;
    this.#onPoint = onPoint;
    this.#changes.addTo(map);
    const overlay = this.#box("coverage.overlay", "coverage-overlay", this.#footprint, shown);
    const points = this.#box("coverage.overlayPoints", "coverage-points", this.#points, false);
    this.element.append(overlay, points, legend());
    model.addEventListener("figure", () => this.#draw());
    model.addEventListener("changes", () => this.#drawChanges());
    model.addEventListener("area", () => this.#showArea());
  }

  #box(key, testid, layer, checked) {
    const box = h("input", { type: "checkbox", "data-testid": testid, checked });
    if (checked) {
      layer.addTo(this.#map);
    }
    box.addEventListener("change", () => {
      layer[box.checked ? "addTo" : "removeFrom"](this.#map);
      this.#drawn = "";
      this.#draw();
    });
    return h("label", { class: "check" }, box, t(key));
  }

  point(id) {
    return this.#known.get(id);
  }

  async #draw() {
    const { parameters, before } = this.#model;
    const wanted = `${new URLSearchParams(parameters)} ${before?.inventory_version}`;
    const footprint = this.#map.hasLayer(this.#footprint);
    const points = this.#map.hasLayer(this.#points);
    const key = `${wanted} ${footprint} ${points}`;
    if (key === this.#drawn) {
      return;
    }
    this.#drawn = key;
    this.element.setAttribute("aria-busy", "true");
    try {
      const [ground, stations] = await Promise.all([footprint && getFootprint(parameters), points && getPoints(parameters)]);
      if (key !== this.#drawn) {
        return;
      }
      this.#drawFootprint(ground);
      this.#drawPoints(stations);
    } catch (error) {
      if (key !== this.#drawn) {
        return;
      }
      this.#drawn = "";
      notice(explain(error), "error");
    }
    this.element.removeAttribute("aria-busy");
  }

  #drawFootprint(ground) {
    if (ground) {
      this.#footprint.clearLayers();
      this.#footprint.addLayer(L.geoJSON(ground, { style: REACHED, renderer: this.#canvas }));
    }
  }

  #drawPoints(stations) {
    if (!stations) {
      return;
    }
    const { features } = stations;
    this.#points.clearLayers();
    this.#known.clear();
    for (const { properties, geometry } of features) {
      const [lng, lat] = geometry.coordinates;
      this.#known.set(properties.id, { ...properties, lat, lng });
      const mark = L.circleMarker([lat, lng], { ...POINT, renderer: this.#canvas, bubblingMouseEvents: false });
      mark.on("click", () => this.#onPoint(this.#known.get(properties.id), mark));
      this.#points.addLayer(mark);
    }
  }

  #drawChanges() {
    this.#changes.clearLayers();
    for (const change of this.#model.changes) {
      if (change.op === "add" || change.op === "move") {
        this.#addCircle(change, change.radius_m ?? this.point(change.id)?.radius_m ?? 100, change.id);
      } else if (change.op === "remove" && this.point(change.id)) {
        const cross = L.divIcon({ className: "coverage-removed", html: "", iconSize: [18, 18] });
        this.#changes.addLayer(L.marker(this.point(change.id), { icon: cross, interactive: false, keyboard: false }));
      }
    }
    this.#model.sites.forEach((site, at) => this.#addCircle(site, site.radius_m, String(at + 1)));
  }

  #addCircle({ lat, lon }, metres, label) {
    const radius = Number(this.#model.parameters.radius_m ?? metres);
    this.#changes.addLayer(L.circle([lat, lon], { ...ADDED, radius }));
    const mark = document.createElement("span");
    mark.textContent = label;
    const icon = L.divIcon({ className: "coverage-number", html: mark, iconSize: [24, 24] });
    this.#changes.addLayer(L.marker([lat, lon], { icon, interactive: false, keyboard: false, title: label }));
  }

  #showArea() {
    const bounds = this.#model.before?.area.bounds;
    if (bounds) {
      zoomTo(this.#map, bounds);
    }
  }

  /** Shows the sites that were found or opened. */
  showChanges() {
    const spots = [...this.#model.sites, ...this.#model.changes].filter((each) => each.lat !== undefined && each.lat !== null);
    if (spots.length > 0) {
      const bounds = L.latLngBounds(spots.map(({ lat, lon }) => [lat, lon]));
      this.#map.fitBounds(bounds.pad(0.3), { maxZoom: 15 });
    }
  }
}

function legend() {
  const entry = (name, key) => h("span", { class: "legend-entry" }, h("span", { class: `swatch ${name}` }), t(key));
  return h(
    "p",
    { class: "coverage-legend", "aria-label": t("coverage.legend") },
    entry("reached", "coverage.legendReached"),
    entry("new", "coverage.legendNew"),
  );
}
