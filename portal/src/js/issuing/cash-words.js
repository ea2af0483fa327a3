import { number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

/** Whole New Taiwan dollars. */
export function dollars(amount) {
  return `NT$${number(amount)}`;
}

/** A cell of a column of amounts. */
export function amountCell(amount) {
  return h("span", { class: "amount", text: number(amount) });
}

/** @param warn true if somebody has to do something about it */
export function badge(text, warn = false) {
  return h("span", { class: warn ? "state warn" : "state", text });
}

/** For papers and prices that come from the demonstration annex. */
export function demonstrationMark(shown) {
  return shown ? badge(t("cash.demonstration"), true) : null;
}

export function fileLink(href, text, testId) {
  return h("a", { class: "button", href, target: "_blank", rel: "noopener", "data-testid": testId, text });
}

export function actionButton(text, act, testId) {
  return h("button", { class: "button", type: "button", "data-testid": testId, onclick: act, text });
}

/** A line under the main one of a cell. */
export function withUnder(main, under) {
  return h("span", {}, main, under ? h("span", { class: "under", text: under }) : null);
}

/** The day in Taipei, as ISO. */
export function today() {
  return new Intl.DateTimeFormat("sv-SE", { timeZone: "Asia/Taipei" }).format(new Date());
}

/** A button that adds the next page, if there is one. */
export function moreButton(next, show) {
  return next === null || next === undefined ? null : actionButton(t("cash.more"), () => show(next), "more");
}

/** A table on wide windows; on narrow ones each row becomes a card, the heads its labels. */
export function cardTable(heads, rows, properties = {}) {
  rows.forEach((row) =>
    [...row.cells].forEach((cell, index) => cell.setAttribute("data-label", heads[index] ?? "")),
  );
  return h(
    "div",
    { class: "table-frame tall money-table" },
    h(
      "table",
      { class: "grid", ...properties },
      h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col", text })))),
      h("tbody", {}, rows),
    ),
  );
}

/**
 * Shows a list anew and keeps the keyboard where it was: on the row that something was done with, or on the
 * heading if that row has gone.
 *
 * @param show shows it anew; returns a promise
 */
export async function showAnew(pane, show) {
  const line = document.activeElement?.closest("tr")?.dataset.testid;
  await show();
  if (document.activeElement !== document.body) {
    return;
  }
  const heading = pane.querySelector("h2");
  heading.tabIndex = -1;
  (pane.querySelector(`[data-testid="${line}"] button`) ?? heading).focus();
}

/** Nothing is there: what that means, and what to do next. */
export function nothing(text) {
  return h("p", { class: "callout", "data-testid": "empty", text });
}
