import { day, local, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { field, select } from "/js/ui/fields.js";
import { getFigure, getFootprint, getPlan, getPlanFootprint } from "./api.js";

const BY_DATE = "";

/** One side of a comparison: the stations of a day, or a saved plan. */
export class CompareSide {
  element;
  #name;
  #model;
  #what;
  #date = h("input", { type: "date" });
  #version = h("input", { type: "number", min: "1", step: "1" });
  #dateField = field(t("coverage.compareDate"), this.#date);
  #versionField = field(t("coverage.compareVersion"), this.#version);
  #plans = new Map();

  /** @param name "left" or "right" */
  constructor(name, model) {
    this.#name = name;
    this.#model = model;
    this.#what = select(`compare-${name}`, [[BY_DATE, t("coverage.compareDay")]]);
    for (const [part, input] of [["what", this.#what], ["date", this.#date], ["version", this.#version]]) {
      input.dataset.testid = `coverage-compare-${name}-${part}`;
    }
    this.#what.addEventListener("change", () => this.#choose());
    this.element = h(
      "fieldset",
      { class: "coverage-side" },
      h("legend", {}, h("span", { class: `swatch ${name}`, "aria-hidden": "true" }), t(`coverage.compare.${name}`)),
      field(t("coverage.compareWhat"), this.#what),
      this.#dateField,
      this.#versionField,
    );
    this.#choose();
  }

  /** @param plans those that may be chosen, each with its latest version */
  offer(plans) {
    const chosen = this.#what.value;
    this.#plans = new Map(plans.map((plan) => [plan.id, plan]));
    const options = plans.map((plan) => h("option", { value: plan.id, text: t("coverage.comparePlanNamed", plan) }));
    this.#what.replaceChildren(h("option", { value: BY_DATE, text: t("coverage.compareDay") }), ...options);
    this.#what.value = this.#plans.has(chosen) ? chosen : BY_DATE;
    this.#choose(chosen !== this.#what.value);
  }

  get isPlan() {
    return this.#what.value !== BY_DATE;
  }

  #choose(anew = true) {
    this.#dateField.hidden = this.isPlan;
    this.#versionField.hidden = !this.isPlan;
    if (this.isPlan) {
      const { version } = this.#plans.get(this.#what.value);
      this.#version.max = version;
      this.#version.value = anew ? version : this.#version.value;
    }
  }

  /**
   * What this side shows: its ground, its figure, what to call it.
   *
   * @param area of figures by day; plans have figures of the whole city
   */
  load(area) {
    return this.isPlan ? this.#loadPlan() : this.#loadDay(area);
  }

  async #loadPlan() {
    const [plan, ground] = await Promise.all([
      getPlan(this.#what.value, this.#version.value),
      getPlanFootprint(this.#what.value, this.#version.value),
    ]);
    return { name: this.#name, ground, figure: plan.result.after, same: ground.same, title: t("coverage.comparePlanNamed", plan) };
  }

  async #loadDay(area) {
    const parameters = { ...this.#model.parameters };
    if (this.#date.value) {
      parameters.date = this.#date.value;
    }
    const [ground, figure] = await Promise.all([getFootprint(parameters), getFigure(parameters, area)]);
    return { name: this.#name, ground, figure, same: true, title: day(figure.inventory_date) };
  }
}

/** Both figures side by side, with what they rest on. */
export function comparison(sides, percent, people) {
  const row = (key, value) =>
    h("tr", {}, h("th", { scope: "row", text: t(key) }), sides.map((side) => h("td", { text: value(side) })));
  return h(
    "table",
    { class: "grid coverage-table coverage-comparison", "data-testid": "coverage-comparison" },
    h(
      "thead",
      {},
      h(
        "tr",
        {},
        h("td", {}),
        sides.map((side) =>
          h("th", { scope: "col" }, h("span", { class: `swatch ${side.name}`, "aria-hidden": "true" }), t(`coverage.compare.${side.name}`)),
        ),
      ),
    ),
    h(
      "tbody",
      {},
      row("coverage.compareWhat", (side) => side.title),
      row("coverage.rate", ({ figure }) => percent(figure.rate)),
      row("coverage.covered", ({ figure }) => people(figure.covered)),
      row("coverage.method", ({ figure }) => local(figure.method_title)),
      row("coverage.compareCensus", ({ figure }) => day(figure.census_date)),
      row("coverage.date", ({ figure }) => day(figure.inventory_date)),
    ),
  );
}
