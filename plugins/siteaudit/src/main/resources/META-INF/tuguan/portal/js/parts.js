import { lang, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";

const PERCENT = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 1 });

/** A fraction of 1 as a number and a bar; words where there is none. */
export function share(value) {
  if (value === null || value === undefined) {
    return h("span", { class: "hint", text: t("siteaudit.notJudged") });
  }
  const fill = h("span", {});
  fill.style.width = `${value * 100}%`;
  return h(
    "span",
    { class: "share" },
    h("span", { text: PERCENT.format(value) }),
    h("span", { class: "share-bar", "aria-hidden": "true" }, fill),
  );
}
