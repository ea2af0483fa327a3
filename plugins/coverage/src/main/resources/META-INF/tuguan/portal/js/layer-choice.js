import { mayPublish } from "/js/api/session.js";
import { listLayers } from "/js/api/layers.js";
import { local, page, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { field, select } from "/js/ui/fields.js";
import { explain } from "/js/ui/notice.js";
import { getImportLayer } from "./api.js";

/** A layer of the library whose features may be read; or how to get one into it. */
export class LayerChoice {
  element = h("div", { class: "stack" });
  layer = null;
  #choice = select("layer", []);
  #empty = h("p", { class: "form-error" });
  #problem = h("p", { class: "form-error", role: "alert" });
  #kinds;
  #take;

  /**
   * @param kinds of geometry, those that fit
   * @param what they are, in words
   * @param take is told of the layer with its columns
   */
  constructor({ kinds, what, session, take }) {
    this.#kinds = kinds;
    this.#take = take;
    this.#choice.dataset.testid = "import-layer";
    this.#choice.addEventListener("change", () => this.#choose());
    this.#empty.textContent = t("coverage.import.noLayers", { what });
    this.element.append(field(t("coverage.import.layer"), this.#choice), this.#problem, this.#empty, hint(session));
  }

  /** Those that are real come first, the latest before others. */
  async load() {
    const { layers } = await listLayers();
    const fit = layers
      .filter((each) => each.kind === "vector" && each.rights.includes("QUERY") && this.#kinds.includes(each.geometry))
      .filter((each) => !each.name.startsWith("coverage-"))
      .sort((a, b) => a.synthetic - b.synthetic || b.updated.localeCompare(a.updated));
    this.#choice.replaceChildren(
      h("option", { value: "", text: t("coverage.import.chooseLayer") }),
      ...fit.map((each) => h("option", { value: each.name, text: title(each) })),
    );
    this.#choice.closest("label").hidden = fit.length === 0;
    this.#empty.hidden = fit.length > 0;
  }

  async #choose() {
    const name = this.#choice.value;
    this.layer = null;
    let layer = null;
    let problem = "";
    try {
      layer = name ? await getImportLayer(name) : null;
    } catch (error) {
      problem = explain(error);
    }
    if (name === this.#choice.value) {
      this.#problem.textContent = problem;
      this.layer = layer;
      this.#take(layer);
    }
  }
}

function title(layer) {
  const words = `${local(layer.title)} · ${layer.name}`;
  const told = /模擬|synthetic/i.test(words);
  return layer.synthetic && !told ? t("coverage.import.synthetic", { title: words }) : words;
}

function hint(session) {
  return mayPublish(session)
    ? h(
        "p",
        { class: "hint" },
        t("coverage.import.file"),
        " ",
        h("a", { href: page("/import.html"), target: "_blank", rel: "noopener", text: t("coverage.import.toImport") }),
      )
    : h("p", { class: "hint", text: t("coverage.import.fileOther") });
}
