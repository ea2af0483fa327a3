import { local, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { field, select } from "/js/ui/fields.js";

/** What is counted: method, day, technologies, reach, area. */
export class SettingsView {
  element = h("div", { class: "stack" });
  #model;
  #area = select("area", [["", t("coverage.city")]]);
  #named = "";

  constructor(model, vocabulary) {
    this.#model = model;
    const method = select(
      "method",
      vocabulary.methods.map((each) => [each.code, local(each.title)]),
      model.parameters.method,
    );
    method.addEventListener("change", () => model.set({ method: method.value }));
    const date = h("input", { type: "date", name: "date", "data-testid": "coverage-date" });
    date.addEventListener("change", () => model.set({ date: date.value }));
    this.#area.addEventListener("change", () => model.setArea(this.#area.value));
    this.#area.dataset.testid = "coverage-area";
    method.dataset.testid = "coverage-method";
    model.addEventListener("figure", () => this.#nameAreas());
    model.addEventListener("plan", () => {
      method.value = model.parameters.method ?? "areal";
      date.value = model.parameters.date ?? "";
    });
    this.element.append(
      field(t("coverage.area"), this.#area),
      field(t("coverage.method"), method),
      field(t("coverage.date"), date),
      this.#technologies(vocabulary),
      ...this.#reach(vocabulary),
      ...this.#footprint(vocabulary.obstacles),
    );
  }

  #technologies(vocabulary) {
    const chosen = () => (this.#model.parameters.technologies ?? "wifi").split(",");
    const boxes = vocabulary.technologies.map((each) => {
      const box = h("input", { type: "checkbox", value: each.code, checked: chosen().includes(each.code) });
      return h("label", { class: "check" }, box, local(each.title));
    });
    const set = h("fieldset", { class: "checks" }, h("legend", { text: t("coverage.technologies") }), boxes);
    set.addEventListener("change", () => {
      const on = [...set.querySelectorAll(":checked")].map((box) => box.value);
      this.#model.set({ technologies: on.join(",") });
    });
    this.#model.addEventListener("plan", () => {
      set.querySelectorAll("input").forEach((box) => {
        box.checked = chosen().includes(box.value);
      });
    });
    return set;
  }

  #reach(vocabulary) {
    const options = [
      ["", t("coverage.reachStated")],
      ["radius", t("coverage.reachRadius")],
      ...vocabulary.models.map((each) => [each.code, local(each.title)]),
    ];
    const reach = select("reach", options);
    reach.dataset.testid = "coverage-reach";
    const metres = h("input", { type: "number", min: "1", max: "50000", value: "100", name: "radius_m" });
    const radius = field(t("coverage.radius"), metres);
    radius.hidden = true;
    const change = () => {
      radius.hidden = reach.value !== "radius";
      const model = reach.value && reach.value !== "radius" ? reach.value : "";
      this.#model.set({ model, radius_m: radius.hidden ? "" : metres.value });
    };
    reach.addEventListener("change", change);
    metres.addEventListener("change", change);
    this.#model.addEventListener("plan", () => {
      const { model, radius_m: all } = this.#model.parameters;
      reach.value = model ?? (all ? "radius" : "");
      metres.value = all ?? metres.value;
      radius.hidden = reach.value !== "radius";
    });
    return [field(t("coverage.reach"), reach), radius];
  }

  /** Whole circles, or what antennas see; the second needs a layer that says what is in the way. */
  #footprint(obstacles) {
    const choice = select(
      "footprint",
      [
        ["circle", t("coverage.circle")],
        ["sight", t("coverage.sight")],
      ],
      this.#model.parameters.footprint ?? "circle",
    );
    choice.dataset.testid = "coverage-footprint-form";
    choice.setAttribute("aria-describedby", "coverage-footprint-hint");
    choice.querySelector("[value=sight]").disabled = obstacles.length === 0;
    choice.addEventListener("change", () =>
      this.#model.set({ footprint: choice.value === "sight" ? "sight" : "" }),
    );
    this.#model.addEventListener("plan", () => {
      choice.value = this.#model.parameters.footprint ?? "circle";
    });
    const text =
      obstacles.length > 0
        ? t("coverage.sightLayers", { layers: obstacles.map((each) => local(each.title)).join(t("coverage.listComma")) })
        : t("coverage.sightMissing");
    const hint = h("p", { class: "hint", id: "coverage-footprint-hint", text });
    return [field(t("coverage.footprintForm"), choice), hint];
  }

  /** The districts are those of the census, and another census may have others. */
  #nameAreas() {
    const { districts } = this.#model.before;
    const names = JSON.stringify(districts.map(({ code, name }) => [code, name]));
    if (names !== this.#named) {
      this.#named = names;
      const options = districts.map(({ code, name }) => h("option", { value: code, text: name }));
      this.#area.replaceChildren(this.#area.firstElementChild, ...options);
    }
    this.#area.value = this.#model.area;
  }
}
