import { number, t } from "../i18n/i18n.js";
import { h, prefersReducedMotion } from "../ui/dom.js";
import { dollars } from "./cash-words.js";

/** Chart.js, loaded by the page as a script. */
const { Chart } = window;

/** What remained of the fees, by month; the table under it says the same. */
export function feeChart(report) {
  const months = monthsOf(report);
  const words = months.filter((each) => each.net !== 0).map((each) => `${each.month} ${dollars(each.net)}`);
  const label = `${t("report.netByMonth")}: ${words.join(t("list.separator"))}`;
  const canvas = h("canvas", { role: "img", "aria-label": label });
  draw(canvas, months);
  return h("figure", { class: "month-chart", "data-testid": "fee-chart" },
    h("div", { class: "chart-frame" }, canvas), h("figcaption", { class: "hint", text: t("report.netByMonth") }));
}

/** Every month of the time asked for, also those without fees. */
function monthsOf(report) {
  const known = new Map(report.months.map((each) => [each.month, each.net]));
  const months = [];
  for (let month = report.from; month <= report.to; month = next(month)) {
    months.push({ month, net: known.get(month) ?? 0 });
  }
  return months;
}

function next(month) {
  const [year, of] = month.split("-").map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, "0")}`;
}

function draw(canvas, months) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  new Chart(canvas, {
    type: "bar",
    data: {
      labels: months.map((each) => each.month),
      datasets: [
        {
          data: months.map((each) => each.net),
          backgroundColor: colour("--accent"),
          hoverBackgroundColor: colour("--focus"),
          maxBarThickness: 46,
        },
      ],
    },
    options: {
      animation: prefersReducedMotion ? false : { duration: 250 },
      maintainAspectRatio: false,
      font: { family: style.fontFamily },
      plugins: {
        legend: { display: false },
        tooltip: { displayColors: false, callbacks: { label: (item) => dollars(item.parsed.y) } },
      },
      scales: {
        x: { grid: { display: false }, ticks: { color: colour("--ink-soft") } },
        y: {
          beginAtZero: true,
          suggestedMax: 1000,
          grid: { color: colour("--line") },
          ticks: { precision: 0, color: colour("--ink-soft"), callback: (value) => number(value) },
        },
      },
    },
  });
}
