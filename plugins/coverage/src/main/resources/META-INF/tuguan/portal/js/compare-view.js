import { day, t } from "/js/i18n/i18n.js";
import { L } from "/js/map/leaflet.js";
import { h } from "/js/ui/dom.js";
import { field } from "/js/ui/fields.js";
import { explain, notice } from "/js/ui/notice.js";
import { getFigure, getFootprint } from "./api.js";
import { more, percent } from "./words.js";

const SIDES = [
  ["coverage-left", { color: "#004b76", weight: 1, fillColor: "#0072b2", fillOpacity: 0.45, interactive: false }],
  ["coverage-right", { color: "#7a3500", weight: 1, fillColor: "#e69f00", fillOpacity: 0.55, interactive: false }],
];

/** The footprints of two days, left and right of a line that can be moved. */
export class CompareView {
  element = h("div", { class: "stack" });
  #map;
  #model;
  #layers = [];
  #words = h("p", { role: "status", "data-testid": "coverage-compared" });
  #swipe = h("input", { type: "range", min: "0", max: "100", value: "50", "data-testid": "coverage-swipe" });
  #line = h("div", { class: "coverage-line", "aria-hidden": "true" });
  #clip = () => this.#cut();

  constructor(map, model) {
    this.#map = map;
    this.#model = model;
    const date = h("input", { type: "date", required: true, "data-testid": "coverage-compare-date" });
    const show = h("button", { class: "button", type: "submit", text: t("coverage.compareShow") });
    const stop = h("button", { class: "button", type: "button", text: t("coverage.compareStop") });
    const form = h("form", { class: "stack" }, field(t("coverage.compareDate"), date), h("div", { class: "actions start" }, show, stop));
    const swipe = field(t("coverage.swipe"), this.#swipe);
    this.element.append(form, swipe, this.#words);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#show(date.value);
    });
    stop.addEventListener("click", () => this.#end());
    this.#swipe.addEventListener("input", this.#clip);
  }

  async #show(date) {
    this.#end();
    const ours = { ...this.#model.parameters };
    const theirs = { ...ours, date };
    try {
      const [left, right, a, b] = await Promise.all([
        getFootprint(ours),
        getFootprint(theirs),
        getFigure(ours, this.#model.area),
        getFigure(theirs, this.#model.area),
      ]);
      this.#draw([left, right]);
      this.#words.textContent = t("coverage.compareResult", {
        a: day(a.inventory_date),
        rateA: percent(a.rate),
        b: day(b.inventory_date),
        rateB: percent(b.rate),
        more: more((b.covered ?? 0) - (a.covered ?? 0)),
      });
    } catch (error) {
      notice(explain(error), "error");
    }
  }

  #draw(grounds) {
    this.#layers = SIDES.map(([name, style], at) => {
      const pane = this.#map.getPane(name) ?? this.#map.createPane(name);
      pane.style.zIndex = 410;
      return L.geoJSON(grounds[at], { style, pane: name, renderer: L.svg({ pane: name, padding: 0.5 }) }).addTo(this.#map);
    });
    this.#map.getContainer().append(this.#line);
    this.#map.on("move zoomend resize", this.#clip);
    this.#cut();
  }

  #cut() {
    if (this.#layers.length === 0) {
      return;
    }
    const size = this.#map.getSize();
    const from = this.#map.containerPointToLayerPoint([0, 0]);
    const to = this.#map.containerPointToLayerPoint(size);
    const x = from.x + (size.x * Number(this.#swipe.value)) / 100;
    const [left, right] = SIDES.map(([name]) => this.#map.getPane(name));
    left.style.clip = `rect(${from.y}px, ${x}px, ${to.y}px, ${from.x}px)`;
    right.style.clip = `rect(${from.y}px, ${to.x}px, ${to.y}px, ${x}px)`;
    this.#line.style.left = `${this.#swipe.value}%`;
  }

  #end() {
    this.#layers.forEach((layer) => layer.remove());
    this.#layers = [];
    this.#line.remove();
    this.#words.textContent = "";
    this.#map.off("move zoomend resize", this.#clip);
  }
}
