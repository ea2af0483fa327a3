import { number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { drawMonthBars, monthsBetween } from "../ui/month-bars.js";

const LEAST_AXIS = 5;

/**
 * Uses by month as bars, and the same as a table for those who would rather read it.
 *
 * @param usage what the server tells by month
 */
export function monthChart(usage, properties = {}) {
  const months = monthsOf(usage);
  const canvas = h("canvas", { role: "img", "aria-label": inWords(months) });
  const figure = h(
    "figure",
    { class: "month-chart", ...properties },
    h("div", { class: "chart-frame" }, canvas),
    h("details", {}, h("summary", { text: t("usage.asTable") }), table(months)),
  );
  drawMonthBars(canvas, {
    months: months.map((each) => each.month),
    values: months.map((each) => each.uses),
    say: (i) => `${t("usage.uses")} ${months[i].shown}`,
    most: LEAST_AXIS,
  });
  return figure;
}

/** Every month of the time asked for, also those without use. */
function monthsOf(usage) {
  const known = new Map(usage.rows.map((row) => [row.id, row]));
  return monthsBetween(usage.from.slice(0, 7), usage.to.slice(0, 7)).map((month) => {
    const row = known.get(month);
    return { month, uses: row ? row.uses : 0, shown: row ? shownUses(row) : "0" };
  });
}

/** A number, or that it is small. */
export function shownUses(row) {
  return row.uses === null ? row.shown : number(row.uses);
}

function inWords(months) {
  const used = months.filter((each) => each.shown !== "0");
  return `${t("usage.months")}: ${used.map((each) => `${each.month} ${each.shown}`).join(t("list.separator"))}`;
}

function table(months) {
  return h(
    "div",
    { class: "table-frame" },
    h("table", { class: "grid" },
      h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("usage.by.month") }),
        h("th", { scope: "col", class: "number", text: t("usage.uses") }))),
      h("tbody", {}, months.map((each) =>
        h("tr", {}, h("th", { scope: "row", text: each.month }),
          h("td", { class: "number", text: each.shown })))),
    ),
  );
}
