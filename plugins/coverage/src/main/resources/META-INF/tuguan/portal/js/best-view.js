import { t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { field, select } from "/js/ui/fields.js";
import { explain } from "/js/ui/notice.js";
import { more, people, percent } from "./words.js";

const TIME_LIMIT_S = 20;

/** Asks for the best next sites, and says how good they are. */
export class BestView {
  element = h("form", { class: "stack", "data-testid": "coverage-best" });
  #model;
  #overlay;
  #result = h("div", { role: "status", "data-testid": "coverage-best-result" });
  #button = h("button", { class: "button primary", type: "submit", "data-testid": "coverage-find", text: t("coverage.find") });

  constructor(model, overlay) {
    this.#model = model;
    this.#overlay = overlay;
    const origin = select("candidates", ["grid", "layer", "roads"].map((each) => [each, t(`coverage.candidates.${each}`)]), "grid");
    const layer = field(t("coverage.layer"), number("layer", "poi", { type: "text" }));
    const spacing = field(t("coverage.spacing"), number("spacing_m", "200", { min: 20, max: 10000 }));
    const choose = () => {
      layer.hidden = origin.value === "grid";
      spacing.hidden = origin.value !== "grid";
      layer.querySelector("input").value = origin.value === "roads" ? "roads" : "poi";
    };
    origin.addEventListener("change", choose);
    choose();
    const solver = select("solver", ["greedy", "exact"].map((each) => [each, t(`coverage.solver.${each}`)]), "greedy");
    this.element.append(
      field(t("coverage.sites"), number("sites", "10", { min: 1, max: 500 })),
      field(t("coverage.newRadius"), number("site_radius_m", "100", { min: 1, max: 50000 })),
      field(t("coverage.candidates"), origin),
      layer,
      spacing,
      field(t("coverage.solver"), solver),
      h(
        "details",
        {},
        h("summary", { text: t("coverage.more") }),
        field(t("coverage.minDistance"), number("min_distance_m", "", { min: 0 })),
        field(t("coverage.cost"), number("cost_twd", "", { min: 0 })),
        field(t("coverage.budget"), number("budget_twd", "", { min: 0 })),
        field(t("coverage.districtLeast"), number("district_least", "", { min: 0, max: 100, step: "any" })),
        field(t("coverage.targetRate"), number("target", "", { min: 0, max: 100, step: "any" })),
      ),
      h("div", { class: "actions start" }, this.#button),
      this.#result,
    );
    this.element.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#find();
    });
    model.addEventListener("plan", () => this.#show());
  }

  #wishes() {
    const given = Object.fromEntries([...new FormData(this.element)].filter(([, value]) => value !== ""));
    for (const share of ["district_least", "target"]) {
      if (given[share]) {
        given[share] = String(Number(given[share]) / 100);
      }
    }
    if (given.target) {
      given.sites = "500";
    }
    if (given.candidates === "grid") {
      delete given.layer;
    }
    if (this.#model.area) {
      given.area = this.#model.area;
    }
    return { ...given, time_limit_s: String(TIME_LIMIT_S), seed: "1" };
  }

  async #find() {
    this.#button.disabled = true;
    this.#result.textContent = t("coverage.finding");
    const wishes = this.#wishes();
    try {
      await this.#model.save(t("coverage.bestTitle", { count: wishes.sites }), wishes);
      this.#overlay.showChanges();
    } catch (error) {
      this.#result.replaceChildren(h("p", { class: "form-error", text: explain(error) }));
    }
    this.#button.disabled = false;
  }

  #show() {
    const result = this.#model.plan?.result;
    if (!result?.search) {
      this.#result.replaceChildren();
      return;
    }
    const { search, sites } = result;
    const proof = search.proven
      ? t("coverage.proven")
      : search.gap === null
        ? search.solver
        : t("coverage.gap", { gap: percent(search.gap) });
    const gained = (result.after.covered ?? 0) - (result.before.covered ?? 0);
    const words = { count: sites.length, more: more(gained), solver: `${t(`coverage.solver.${search.solver}`)}, ${proof}` };
    this.#result.replaceChildren(
      h("p", { text: t("coverage.found", words) }),
      ...search.notes.map((note) => h("p", { class: "hint", text: document.documentElement.lang === "en" ? note.en : note.zh })),
      h(
        "ol",
        { class: "coverage-sites" },
        sites.map((site, at) => h("li", { text: t("coverage.site", { number: at + 1, people: people(site.people) }) })),
      ),
    );
  }
}

function number(name, value, properties = {}) {
  return h("input", { type: "number", name, value, ...properties });
}
