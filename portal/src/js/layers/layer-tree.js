import { local, page, t } from "../i18n/i18n.js";
import { byId, debounce, h } from "../ui/dom.js";
import { icon } from "../ui/icon.js";
import { closedBadge } from "./rights.js";

/** The catalogue as a tree: themes that open, a checkbox for each layer, a field that filters. */
export class LayerTree {
  #catalog;
  #state;
  #element = byId("layer-tree");
  #search = byId("layer-search");
  #hints;
  #closed = new Set();

  /** @param hints say at which layers one must zoom */
  constructor(catalog, state, hints) {
    this.#catalog = catalog;
    this.#state = state;
    this.#hints = hints;
    this.#search.addEventListener("input", debounce(120, () => this.#show()));
    state.addEventListener("change", () => this.#follow());
    this.#show();
  }

  #show() {
    const text = this.#search.value.trim();
    const found = text ? this.#catalog.search(text) : this.#catalog.layers;
    const themes = this.#catalog.themes
      .map((theme) => [theme, found.filter((layer) => layer.theme === theme.id)])
      .filter(([, layers]) => layers.length > 0);
    this.#element.replaceChildren(
      ...themes.map(([theme, layers]) => this.#theme(theme, layers, Boolean(text))),
    );
    if (found.length === 0) {
      this.#element.append(this.#empty(text));
    }
    byId("layer-search-status").textContent = text ? t("layers.found", { count: found.length }) : "";
    this.#follow();
  }

  #theme(theme, layers, searching) {
    const details = h(
      "details",
      { class: "theme", open: searching || !this.#closed.has(theme.id) },
      h(
        "summary",
        {},
        h("span", { class: "theme-title", text: local(theme.title) }),
        h("span", { class: "count", "aria-label": t("layers.count", { count: layers.length }) },
          String(layers.length)),
      ),
      h("ul", {}, layers.map((layer) => this.#layer(layer))),
    );
    details.addEventListener("toggle", () => {
      if (!searching) {
        details.open ? this.#closed.delete(theme.id) : this.#closed.add(theme.id);
      }
    });
    return details;
  }

  #layer(layer) {
    const box = h("input", {
      type: "checkbox",
      "data-layer": layer.name,
      "data-testid": `layer-${layer.name}`,
    });
    box.addEventListener("change", () =>
      box.checked ? this.#state.show(layer.name) : this.#state.hide(layer.name),
    );
    const about = h(
      "a",
      {
        class: "icon-button",
        href: page(`/layer.html?name=${encodeURIComponent(layer.name)}`),
        "aria-label": t("layer.about", { layer: local(layer.title) }),
        title: t("layer.about", { layer: local(layer.title) }),
        "data-testid": `about-${layer.name}`,
      },
      icon("info"),
    );
    const label = h(
      "label",
      {},
      box,
      h(
        "span",
        { class: "layer-words" },
        h("span", { class: "layer-title" }, local(layer.title), " ", closedBadge(layer)),
        h("span", { class: "layer-agency", text: this.#catalog.agencyName(layer) }),
        this.#hints.element(layer.name),
      ),
    );
    return h("li", {}, label, about);
  }

  #empty(text) {
    if (!text) {
      return h("p", { class: "empty", text: t("layers.nonePublished") });
    }
    const clear = h("button", { class: "button", type: "button", text: t("layers.clear") });
    clear.addEventListener("click", () => {
      this.#search.value = "";
      this.#show();
      this.#search.focus();
    });
    return h("div", { class: "empty" }, h("p", { text: t("layers.noneFound", { text }) }), clear);
  }

  #follow() {
    for (const box of this.#element.querySelectorAll("input[type=checkbox]")) {
      box.checked = this.#state.has(box.dataset.layer);
    }
  }
}
