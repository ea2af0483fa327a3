import { t } from "../i18n/i18n.js";
import { parseCoordinates, wgs84Text } from "../map/coordinates.js";
import { L } from "../map/leaflet.js";
import { debounce, h } from "../ui/dom.js";
import { AreaDrawing, cornersOf, polygonOf } from "./area-drawing.js";

/**
 * An area by drawing, or by typing its corners, which are the same corners. What is not whole yet
 * changes nothing in the basket.
 */
export class DrawnArea {
  #basket;
  #map;
  #drawing;
  #buttons = {};
  #status = h("p", { class: "hint", role: "status", "data-testid": "draw-status" });
  #typed = h("textarea", { rows: "5", spellcheck: "false", "data-testid": "order-coordinates" });
  #problem = h("p", { class: "form-error", role: "alert" });
  element;

  /** @param onDraw told true when clicks begin to set corners, false when they no longer do */
  constructor(basket, map, onDraw) {
    this.#basket = basket;
    this.#map = map;
    this.#drawing = new AreaDrawing(map);
    this.#drawing.addEventListener("change", () => {
      this.#store();
      this.#say();
      onDraw(this.#drawing.kind !== null);
    });
    this.#typed.addEventListener("input", debounce(400, () => this.#read()));
    this.element = this.#build();
  }

  get drawing() {
    return this.#drawing;
  }

  #build() {
    const button = (name, act) => {
      this.#buttons[name] = h("button", { class: "button", type: "button", "data-testid": `draw-${name}`,
        text: t(`draw.${name}`), onclick: act });
      return this.#buttons[name];
    };
    return h(
      "div",
      { class: "stack" },
      h(
        "div",
        { class: "actions start" },
        button("polygon", () => this.#toggle("polygon")),
        button("rectangle", () => this.#toggle("rectangle")),
        button("view", () => this.#takeView()),
        button("clear", () => this.#clear()),
      ),
      this.#status,
      h(
        "details",
        { class: "typed-corners" },
        h("summary", { text: t("draw.type") }),
        h("label", {}, t("draw.corners"), this.#typed, h("span", { class: "hint", text: t("draw.cornersHint") })),
        this.#problem,
      ),
    );
  }

  #toggle(kind) {
    this.#drawing.draw(this.#drawing.kind === kind ? null : kind);
    if (this.#drawing.kind) {
      this.#map.getContainer().focus({ preventScroll: true });
    }
  }

  #takeView() {
    this.#drawing.draw(null);
    const view = this.#map.getBounds().pad(-0.1);
    this.#drawing.set([view.getSouthWest(), view.getSouthEast(), view.getNorthEast(), view.getNorthWest()]);
  }

  #clear() {
    this.#drawing.draw(null);
    this.#drawing.set([]);
    this.#basket.change({ area: null });
  }

  back() {
    this.#drawing.set(this.#drawing.corners.slice(0, -1));
  }

  finish() {
    this.#drawing.draw(null);
    this.#buttons.polygon.focus();
  }

  #store() {
    const area = polygonOf(this.#drawing.corners);
    if (JSON.stringify(area) !== JSON.stringify(this.#basket.order.area)) {
      this.#basket.change({ area });
    }
    if (document.activeElement !== this.#typed) {
      this.#typed.value = this.#drawing.corners.map(wgs84Text).join("\n");
    }
  }

  #read() {
    const lines = this.#typed.value.split("\n").map((each) => each.trim()).filter(Boolean);
    const points = lines.map(parseCoordinates);
    const wrong = points.indexOf(null);
    this.#problem.textContent = wrong < 0 ? "" : t("draw.unreadable", { line: lines[wrong] });
    if (wrong < 0) {
      this.#drawing.set(points.map((point) => L.latLng(point.lat, point.lng)));
      if (points.length > 2) {
        this.#map.fitBounds(L.latLngBounds(this.#drawing.corners), { maxZoom: 16, padding: [40, 40] });
      }
    }
  }

  #say() {
    const { kind, corners } = this.#drawing;
    for (const name of ["polygon", "rectangle"]) {
      this.#buttons[name].setAttribute("aria-pressed", String(kind === name));
    }
    this.#status.textContent = this.words();
    this.#buttons.clear.disabled = corners.length === 0 && !this.#basket.order.area;
  }

  /** What to do now. */
  words() {
    const { kind, corners } = this.#drawing;
    if (kind === "rectangle") {
      return t(corners.length ? "draw.otherCorner" : "draw.firstCorner");
    }
    if (kind) {
      return t(howFar(corners), { count: corners.length });
    }
    return this.#basket.order.area ? t("draw.done") : t("draw.start");
  }

  /** Shows what is in the basket, when this way of choosing is opened. */
  show() {
    this.#drawing.show(cornersOf(this.#basket.order.area) ?? []);
    this.#typed.value = this.#drawing.corners.map(wgs84Text).join("\n");
    this.#say();
  }

  /** After a change from elsewhere, such as a sheet left out. */
  follow() {
    const { area } = this.#basket.order;
    if (!this.#drawing.kind && area && JSON.stringify(area) !== JSON.stringify(polygonOf(this.#drawing.corners))) {
      this.show();
    }
  }

  hide() {
    if (this.#drawing.kind) {
      this.#drawing.draw(null);
    }
    this.#drawing.show([]);
  }
}

function howFar(corners) {
  if (corners.length < 3) {
    return "draw.moreCorners";
  }
  return polygonOf(corners) ? "draw.enough" : "draw.flat";
}
