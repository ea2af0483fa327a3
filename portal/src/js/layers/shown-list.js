import { local, page, t } from "../i18n/i18n.js";
import { byId, h } from "../ui/dom.js";
import { icon } from "../ui/icon.js";
import { makeSortable } from "./drag-order.js";
import { legendImage } from "./legend.js";

/** The layers on the map, topmost first: order, opacity, style, legend. */
export class ShownList {
  #catalog;
  #state;
  #mapLayers;
  #hints;
  #zoomTo;
  #element = byId("shown-layers");

  /** @param zoomTo called with a layer's extent */
  constructor({ catalog, state, mapLayers, hints, zoomTo }) {
    this.#catalog = catalog;
    this.#state = state;
    this.#mapLayers = mapLayers;
    this.#hints = hints;
    this.#zoomTo = zoomTo;
    state.addEventListener("change", () => this.#follow());
    mapLayers.addEventListener("failing", () => this.#markFailing());
    makeSortable(this.#element, (name, place) =>
      state.moveTo(name, state.entries.length - 1 - place),
    );
    this.#follow();
  }

  /** Cards are kept while their style stays, so that a slider in use is not replaced. */
  #follow() {
    const focused = document.activeElement;
    const old = new Map([...this.#element.children].map((card) => [card.dataset.key, card]));
    const cards = this.#state.entries.toReversed().map((entry) => {
      const key = `${entry.name} ${entry.style ?? ""}`;
      return old.get(key) ?? this.#card(entry, key);
    });
    const order = [...this.#element.children];
    if (cards.length !== order.length || cards.some((card, at) => card !== order[at])) {
      this.#element.replaceChildren(...cards);
      this.#refocus(focused);
    }
    if (cards.length === 0) {
      this.#element.append(h("li", { class: "empty", text: t("shown.none") }));
    }
    cards.forEach((card, at) => {
      card.querySelector("[data-move='1']").disabled = at === 0;
      card.querySelector("[data-move='-1']").disabled = at === cards.length - 1;
    });
    this.#markFailing();
  }

  #refocus(element) {
    if (element?.isConnected && this.#element.contains(element)) {
      element.focus({ preventScroll: true });
      element.scrollIntoView({ block: "nearest" });
    } else if (element?.tagName === "SELECT" && element.dataset.layer) {
      this.#element.querySelector(`select[data-layer="${CSS.escape(element.dataset.layer)}"]`)?.focus();
    }
  }

  #card(entry, key) {
    const layer = this.#catalog.byName.get(entry.name);
    const title = local(layer.title);
    return h(
      "li",
      {
        class: "shown-card",
        "data-key": key,
        "data-layer": layer.name,
        "data-testid": `shown-${layer.name}`,
      },
      h(
        "div",
        { class: "shown-head" },
        h("span", { class: "grip", "aria-hidden": "true" }, icon("grip")),
        h("span", { class: "layer-title", text: title }),
        this.#button("up", "shown.up", title, () => this.#state.move(layer.name, 1), "1"),
        this.#button("down", "shown.down", title, () => this.#state.move(layer.name, -1), "-1"),
        this.#button("close", "shown.remove", title, () => this.#remove(layer.name)),
      ),
      h("p", { class: "form-error", hidden: true, text: t("shown.failing") }),
      this.#hints.element(layer.name),
      this.#opacity(entry, title),
      layer.styles.length > 1 ? this.#styles(entry, layer) : null,
      h("div", { class: "legend-frame" }, legendImage(layer, entry.style)),
      this.#links(layer),
    );
  }

  #button(picture, key, title, action, move) {
    const label = t(key, { layer: title });
    const button = h(
      "button",
      { class: "icon-button", type: "button", "aria-label": label, title: label, "data-move": move },
      icon(picture),
    );
    button.addEventListener("click", action);
    return button;
  }

  #remove(name) {
    this.#state.hide(name);
    (this.#element.querySelector("button") ?? byId("tab-all")).focus();
  }

  #opacity({ name, opacity }, title) {
    const value = h("output", { text: `${Math.round(opacity * 100)}%` });
    const slider = h("input", {
      type: "range",
      min: "0",
      max: "100",
      step: "5",
      value: String(Math.round(opacity * 100)),
      "aria-label": t("shown.opacityOf", { layer: title }),
      "data-testid": `opacity-${name}`,
    });
    slider.addEventListener("input", () => {
      value.textContent = `${slider.value}%`;
      this.#state.setOpacity(name, Number(slider.value) / 100);
    });
    return h("label", { class: "field-row" }, h("span", { text: t("shown.opacity") }), slider, value);
  }

  #styles({ name, style }, layer) {
    const options = layer.styles.map((each, index) => {
      const chosen = style === null ? index === 0 : each.name === style;
      return h("option", { value: each.name, selected: chosen, text: local(each.title) || each.name });
    });
    const select = h("select", { "data-layer": name, "data-testid": `style-${name}` }, options);
    select.addEventListener("change", () =>
      this.#state.setStyle(name, select.selectedIndex === 0 ? null : select.value),
    );
    return h("label", { class: "field-row" }, h("span", { text: t("shown.style") }), select);
  }

  #links(layer) {
    const zoom = h("button", { class: "text-button", type: "button", text: t("shown.zoom") });
    zoom.disabled = !layer.extent;
    zoom.addEventListener("click", () => this.#zoomTo(layer.extent));
    const address = page(`/layer.html?name=${encodeURIComponent(layer.name)}`);
    return h(
      "div",
      { class: "shown-links" },
      zoom,
      h("a", { href: address, text: t("shown.about") }),
    );
  }

  #markFailing() {
    for (const card of this.#element.querySelectorAll(".shown-card")) {
      const failing = this.#mapLayers.failing.has(card.dataset.layer);
      card.classList.toggle("failing", failing);
      card.querySelector(".form-error").hidden = !failing;
    }
  }
}
