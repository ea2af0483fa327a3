import { t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

/** A text with the numbers of its lines beside it; one line can be marked as wrong. */
export class Editor {
  #gutter = h("div", { class: "line-numbers", "aria-hidden": "true" });
  #text = h("textarea", {
    class: "document",
    rows: "24",
    wrap: "off",
    spellcheck: "false",
    autocapitalize: "off",
    required: true,
    "data-testid": "document",
    "aria-label": t("fees.document"),
    "aria-describedby": "document-fault",
  });
  #fault = h("p", { id: "document-fault", class: "callout error", role: "alert", hidden: true, "data-testid": "document-fault" });
  #wrong = null;
  element = h("div", { class: "editor-frame" }, h("div", { class: "editor" }, this.#gutter, this.#text), this.#fault);

  constructor(onChange) {
    this.#text.addEventListener("input", () => {
      this.clear();
      onChange();
    });
    this.#text.addEventListener("scroll", () => {
      this.#gutter.scrollTop = this.#text.scrollTop;
    });
    this.#number();
  }

  get value() {
    return this.#text.value;
  }

  set value(text) {
    this.#text.value = text;
    this.clear();
  }

  clear() {
    this.#wrong = null;
    this.#fault.hidden = true;
    this.#text.removeAttribute("aria-invalid");
    this.#number();
  }

  /** @param line from 1; null if the fault is not about one */
  mark(line, words) {
    this.#wrong = line;
    this.#fault.textContent = words;
    this.#fault.hidden = false;
    this.#text.setAttribute("aria-invalid", "true");
    this.#number();
    if (line) {
      this.#select(line);
    }
  }

  #number() {
    const count = this.#text.value.split("\n").length;
    this.#gutter.replaceChildren(...Array.from({ length: count }, (_, at) =>
      h("span", at + 1 === this.#wrong ? { class: "wrong", "data-testid": "wrong-line", text: at + 1 } : { text: at + 1 })));
    this.#gutter.scrollTop = this.#text.scrollTop;
  }

  /** Puts the cursor on the line and the line into sight. */
  #select(line) {
    const lines = this.#text.value.split("\n");
    const start = lines.slice(0, line - 1).reduce((sum, each) => sum + each.length + 1, 0);
    this.#text.focus();
    this.#text.setSelectionRange(start, start + (lines[line - 1]?.length ?? 0));
    const height = parseFloat(getComputedStyle(this.#text).lineHeight);
    this.#text.scrollTop = Math.max(0, (line - 6) * height);
  }
}
