import { h } from "./dom.js";
import { t } from "../i18n/i18n.js";
import { icon } from "./icon.js";

const SHOWN_MS = 5000;
let region;

/** A short message at the foot of the window, read out by screen readers. */
export function notice(message, kind = "info") {
  region ??= makeRegion();
  const close = h("button", { class: "icon-button", "aria-label": t("close") }, icon("close"));
  const box = h("div", { class: `notice notice-${kind}`, "data-testid": "notice" }, message, close);
  close.addEventListener("click", () => box.remove());
  region.append(box);
  if (kind !== "error") {
    setTimeout(() => box.remove(), SHOWN_MS);
  }
  return box;
}

function makeRegion() {
  const made = h("div", { class: "notices", role: "status", "aria-live": "polite" });
  document.body.append(made);
  return made;
}

/** Words for a failure, in the reader's language. */
export function explain(error) {
  if (error.status === 0) {
    return t("error.noAnswer");
  }
  return error.message || t("error.unknown");
}
