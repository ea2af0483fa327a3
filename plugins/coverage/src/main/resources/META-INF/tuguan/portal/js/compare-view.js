import { t } from "/js/i18n/i18n.js";
import { L } from "/js/map/leaflet.js";
import { h } from "/js/ui/dom.js";
import { field } from "/js/ui/fields.js";
import { explain, notice } from "/js/ui/notice.js";
import { listPlans } from "./api.js";
import { CompareSide, comparison } from "./compare-side.js";
import { more, people, percent } from "./words.js";

const STYLES = {
  left: { color: "#004b76", weight: 1, fillColor: "#0072b2", fillOpacity: 0.45, interactive: false },
  right: { color: "#7a3500", weight: 1, fillColor: "#e69f00", fillOpacity: 0.55, interactive: false },
};

/** The footprints of two days or plans, left and right of a line that can be moved. */
export class CompareView {
  element = h("div", { class: "stack" });
  #map;
  #model;
  #sides;
  #asked = 0;
  #layers = [];
  #words = h("p", { role: "status", "data-testid": "coverage-compared" });
  #figures = h("div", { class: "stack" });
  #swipe = h("input", { type: "range", min: "0", max: "100", value: "50", "data-testid": "coverage-swipe" });
  #line = h("div", { class: "coverage-line", "aria-hidden": "true" });
  #clip = () => this.#cut();

  constructor(map, model) {
    this.#map = map;
    this.#model = model;
    this.#sides = ["left", "right"].map((name) => new CompareSide(name, model));
    const show = h("button", { class: "button", type: "submit", "data-testid": "coverage-compare-show", text: t("coverage.compareShow") });
    const stop = h("button", { class: "button", type: "button", text: t("coverage.compareStop") });
    const form = h("form", { class: "stack" }, this.#sides.map((side) => side.element), h("div", { class: "actions start" }, show, stop));
    this.element.append(form, field(t("coverage.swipe"), this.#swipe), this.#words, this.#figures);
    form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#show();
    });
    stop.addEventListener("click", () => this.#end());
    this.#swipe.addEventListener("input", this.#clip);
    model.addEventListener("plan", () => this.#offer());
    this.#offer();
  }

  async #offer() {
    const plans = this.#model.mayPlan ? await listPlans().catch(() => []) : [];
    const { plan } = this.#model;
    if (plan && !plans.some((each) => each.id === plan.id)) {
      plans.unshift(plan);
    }
    this.#sides.forEach((side) => side.offer(plans));
  }

  async #show() {
    this.#end();
    const asked = this.#asked;
    const area = this.#sides.some((side) => side.isPlan) ? "" : this.#model.area;
    this.#words.textContent = t("coverage.loading");
    try {
      const sides = await Promise.all(this.#sides.map((side) => side.load(area)));
      if (asked !== this.#asked) {
        return;
      }
      this.#draw(sides);
      this.#say(sides);
    } catch (error) {
      this.#words.textContent = "";
      notice(explain(error), "error");
    }
  }

  #say(sides) {
    const [left, right] = sides;
    const a = left.figure;
    const b = right.figure;
    this.#words.textContent = t("coverage.compareResult", {
      a: left.title,
      rateA: percent(a.rate),
      b: right.title,
      rateB: percent(b.rate),
      more: more((b.covered ?? 0) - (a.covered ?? 0)),
    });
    const notes = [];
    if (a.method !== b.method || a.census_date !== b.census_date) {
      notes.push(t("coverage.compareUnlike"));
    }
    if (!left.same || !right.same) {
      notes.push(t("coverage.compareChanged"));
    }
    this.#figures.replaceChildren(
      comparison(sides, percent, people),
      ...notes.map((text) => h("p", { class: "callout", text })),
    );
  }

  #draw(sides) {
    this.#layers = sides.map(({ name, ground }) => {
      const pane = this.#pane(name);
      return L.geoJSON(ground, { style: STYLES[name], pane, renderer: L.svg({ pane, padding: 0.5 }) }).addTo(this.#map);
    });
    this.#map.getContainer().append(this.#line);
    this.#map.on("move zoomend resize", this.#clip);
    this.#cut();
  }

  #pane(name) {
    const pane = `coverage-${name}`;
    if (!this.#map.getPane(pane)) {
      this.#map.createPane(pane).style.zIndex = 410;
    }
    return pane;
  }

  #cut() {
    if (this.#layers.length === 0) {
      return;
    }
    const size = this.#map.getSize();
    const from = this.#map.containerPointToLayerPoint([0, 0]);
    const to = this.#map.containerPointToLayerPoint(size);
    const x = from.x + (size.x * Number(this.#swipe.value)) / 100;
    const [left, right] = ["left", "right"].map((name) => this.#map.getPane(`coverage-${name}`));
    left.style.clip = `rect(${from.y}px, ${x}px, ${to.y}px, ${from.x}px)`;
    right.style.clip = `rect(${from.y}px, ${to.x}px, ${to.y}px, ${x}px)`;
    this.#line.style.left = `${this.#swipe.value}%`;
  }

  #end() {
    this.#asked += 1;
    this.#layers.forEach((layer) => layer.remove());
    this.#layers = [];
    this.#line.remove();
    this.#words.textContent = "";
    this.#figures.replaceChildren();
    this.#map.off("move zoomend resize", this.#clip);
  }
}
