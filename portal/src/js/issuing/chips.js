import { t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { icon } from "../ui/icon.js";

/** Longer lists are shortened; what is left out is counted. */
const SHOWN = 60;

/**
 * What was chosen, each with a button that takes it out again.
 *
 * @param items {key, text} each
 * @param remove called with a key; the focus goes to the next button, or to the field that adds
 */
export function chips(items, remove, { label, testid, field }) {
  const list = h("ul", { class: "chips", "aria-label": label, "data-testid": testid });
  for (const { key, text } of items.slice(0, SHOWN)) {
    const button = h(
      "button",
      { type: "button", class: "chip-remove", "aria-label": t("order.remove", { what: text }), "data-testid": `remove-${key}` },
      icon("close"),
    );
    button.addEventListener("click", () => {
      field()?.focus();
      remove(key);
    });
    list.append(h("li", { class: "chip-item" }, h("span", { text }), button));
  }
  if (items.length > SHOWN) {
    list.append(h("li", { class: "hint", text: t("order.more", { count: items.length - SHOWN }) }));
  }
  return items.length ? list : null;
}
