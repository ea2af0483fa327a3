import { t } from "../i18n/i18n.js";
import { byId, h } from "../ui/dom.js";

/** What to do while an area is drawn, and its price, over the map. Escape and Backspace work as its buttons do. */
export class DrawBar {
  #drawn;
  #hint = h("span", { "data-testid": "draw-hint" });
  #price = h("b", { class: "draw-price" });
  #bar;

  constructor(drawn) {
    this.#drawn = drawn;
    const back = h("button", { class: "button", type: "button", "data-testid": "draw-back", text: t("draw.back"), onclick: () => drawn.back() });
    const done = h("button", { class: "button primary", type: "button", "data-testid": "draw-finish", text: t("draw.finish"), onclick: () => drawn.finish() });
    this.#bar = h("div", { id: "draw-bar", role: "group", "aria-label": t("draw.bar"), hidden: true },
      h("p", {}, this.#hint, " ", this.#price), h("div", { class: "actions" }, back, done));
    byId("map").after(this.#bar);
    document.addEventListener("keydown", (event) => this.#key(event));
  }

  show(drawing) {
    this.#bar.hidden = !drawing;
    this.#hint.textContent = this.#drawn.words();
  }

  say(price) {
    this.#price.textContent = price;
  }

  #key(event) {
    if (this.#bar.hidden) {
      return;
    }
    if (event.key === "Escape") {
      this.#drawn.finish();
    } else if (event.key === "Backspace" && event.target === byId("map")) {
      event.preventDefault();
      this.#drawn.back();
    }
  }
}
