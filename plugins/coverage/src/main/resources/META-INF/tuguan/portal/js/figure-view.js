import { day, local, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { districtsFile } from "./api.js";
import { more, people, percent } from "./words.js";

/** The figure with both numbers, its range by method, and the districts. */
export class FigureView {
  element = h("div", { class: "coverage-figure" });
  districts = h("div", { class: "coverage-districts" });
  #model;
  #technologies;
  #big = h("p", { class: "coverage-rate", "data-testid": "coverage-rate" });
  #people = h("p", { class: "coverage-people", "data-testid": "coverage-people" });
  #after = h("p", { class: "coverage-after", "data-testid": "coverage-after" });
  #more = h("div");

  constructor(model, vocabulary) {
    this.#model = model;
    this.#technologies = new Map(vocabulary.technologies.map(({ code, title }) => [code, local(title)]));
    const live = h("div", { role: "status", "aria-live": "polite" }, this.#big, this.#people, this.#after);
    this.element.append(h("h2", { text: t("coverage.title") }), live, this.#more);
    model.addEventListener("busy", () => {
      this.element.setAttribute("aria-busy", "true");
      if (!model.before) {
        this.#people.textContent = t("coverage.loading");
      }
    });
    model.addEventListener("figure", () => this.#show());
    model.addEventListener("failed", () => this.element.removeAttribute("aria-busy"));
  }

  #show() {
    const { before, after } = this.#model;
    this.element.removeAttribute("aria-busy");
    this.#big.textContent = percent(before.rate);
    this.#people.textContent =
      before.rate === null
        ? t("coverage.noValueWhy")
        : t("coverage.people", { covered: people(before.covered), total: people(before.total) });
    this.#after.textContent =
      after && after.rate !== null
        ? t("coverage.withChanges", { rate: percent(after.rate), more: more(after.covered - (before.covered ?? 0)) })
        : "";
    this.#more.replaceChildren(...this.#details(after ?? before));
    this.#showDistricts(after ?? before);
  }

  #details(figure) {
    const words = {
      method: local(figure.method_title),
      census: day(figure.census_date),
      inventory: day(figure.inventory_date),
      version: figure.inventory_version,
      points: figure.points,
      technologies: figure.technologies.map((code) => this.#technologies.get(code)).join(t("coverage.listComma")),
    };
    const parts = [
      h("p", { class: "visually-hidden", text: t("coverage.range") }),
      h("ul", { class: "coverage-range", "data-testid": "coverage-range" }, this.#bars(figure)),
      h("p", { class: "hint coverage-target" }, h("span", { class: "target-mark" }), t("coverage.target", { target: percent(figure.target) })),
      h("p", { class: "hint", "data-testid": "coverage-meta", text: t("coverage.meta", words) }),
    ];
    if (figure.footprint === "sight") {
      parts.push(h("p", { class: "hint", "data-testid": "coverage-sight-note", text: sightNote(figure) }));
    }
    if (figure.synthetic) {
      parts.push(h("p", { class: "badge", text: t("coverage.synthetic") }));
    }
    if (figure.twice.covered !== null) {
      const twice = { covered: people(figure.twice.covered), rate: percent(figure.twice.rate) };
      parts.push(h("p", { class: "hint", text: t("coverage.twice", twice) }));
    }
    if (figure.warnings.length > 0) {
      parts.push(warnings(figure.warnings));
    }
    return parts;
  }

  #bars(figure) {
    const most = Math.max(figure.target * 1.15, ...figure.range.map((each) => each.rate ?? 0));
    return figure.range.map((each) => {
      const bar = h("span", { class: "bar-fill" });
      bar.style.width = `${(100 * (each.rate ?? 0)) / most}%`;
      const target = h("span", { class: "bar-target", title: t("coverage.target", { target: percent(figure.target) }) });
      target.style.left = `${(100 * figure.target) / most}%`;
      return h(
        "li",
        { class: each.method === figure.method ? "chosen" : "" },
        h("span", { class: "bar-label", text: local(each.title) }),
        h("span", { class: "bar-value", text: percent(each.rate) }),
        h("span", { class: "bar", "aria-hidden": "true" }, bar, target),
      );
    });
  }

  #showDistricts(figure) {
    const rows = figure.districts.map((district) => {
      const choose = h("button", {
        class: "link-button",
        type: "button",
        "aria-pressed": String(this.#model.area === district.code),
        text: district.name,
      });
      choose.addEventListener("click", () =>
        this.#model.setArea(this.#model.area === district.code ? "" : district.code),
      );
      return h(
        "tr",
        { "data-district": district.name },
        h("th", { scope: "row" }, choose),
        h("td", { class: "number", text: people(district.covered) }),
        h("td", { class: "number", text: people(district.total) }),
        h("td", { class: "number", text: percent(district.rate) }),
      );
    });
    const heads = ["coverage.district", "coverage.covered", "coverage.total", "coverage.rate"];
    this.districts.replaceChildren(
      h(
        "table",
        { class: "grid coverage-table", "data-testid": "coverage-districts" },
        h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))),
        h("tbody", {}, rows),
      ),
      h("a", { class: "button", href: districtsFile(this.#model.parameters), download: true, text: t("coverage.csv") }),
    );
  }
}

function sightNote(figure) {
  const layers = figure.obstacles.map((each) => {
    const words = { title: local(each.title), version: each.version, date: each.data_date ? day(each.data_date) : "" };
    return t(each.data_date ? "coverage.sightLayerOf" : "coverage.sightLayer", words);
  });
  return t("coverage.sightNote", { layers: layers.join(t("coverage.listComma")) });
}

function warnings(list) {
  return h(
    "details",
    { class: "coverage-warnings", "data-testid": "coverage-warnings" },
    h("summary", { text: t("coverage.warnings", { count: list.length }) }),
    h(
      "ul",
      {},
      list.map((each) => h("li", { text: t("coverage.warning", { text: local(each.text), points: each.points }) })),
    ),
  );
}
