import { h } from "./dom.js";
import { t } from "../i18n/i18n.js";
import { notice } from "./notice.js";
import { icon } from "./icon.js";

/** Puts text on the clipboard and says so; on pages without that right, by a hidden field. */
export async function copyText(text) {
  try {
    await navigator.clipboard.writeText(text);
  } catch {
    copyBySelection(text);
  }
  notice(t("copied", { text: text.length > 60 ? `${text.slice(0, 60)}…` : text }));
}

function copyBySelection(text) {
  const field = h("textarea", { class: "visually-hidden", readonly: true });
  field.value = text;
  document.body.append(field);
  field.select();
  document.execCommand("copy");
  field.remove();
}

/** A block of text that can be copied whole. */
export function copyBlock(label, text) {
  const button = h(
    "button",
    { class: "copy-button", type: "button", "aria-label": `${t("copy")}: ${label}` },
    icon("copy"),
    h("span", { text: t("copy") }),
  );
  button.addEventListener("click", () => copyText(text));
  return h(
    "div",
    { class: "copy-block" },
    h("div", { class: "copy-head" }, h("span", { text: label }), button),
    h("pre", { tabindex: "0" }, h("code", { text })),
  );
}
