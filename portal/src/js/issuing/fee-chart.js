import { t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { drawMonthBars, monthsBetween } from "../ui/month-bars.js";
import { dollars } from "./cash-words.js";

const LEAST_AXIS = 1000;

/** What remained of the fees, by month; the table under it says the same. */
export function feeChart(report) {
  const known = new Map(report.months.map((each) => [each.month, each.net]));
  const months = monthsBetween(report.from, report.to);
  const values = months.map((month) => known.get(month) ?? 0);
  const words = months.map((month, i) => `${month} ${dollars(values[i])}`).filter((_, i) => values[i] !== 0);
  const label = `${t("report.netByMonth")}: ${words.join(t("list.separator"))}`;
  const canvas = h("canvas", { role: "img", "aria-label": label });
  drawMonthBars(canvas, { months, values, say: (i) => dollars(values[i]), most: LEAST_AXIS });
  return h("figure", { class: "month-chart", "data-testid": "fee-chart" },
    h("div", { class: "chart-frame" }, canvas), h("figcaption", { class: "hint", text: t("report.netByMonth") }));
}
