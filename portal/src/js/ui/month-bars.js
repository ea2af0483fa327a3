import { number } from "../i18n/i18n.js";
import { prefersReducedMotion } from "./dom.js";

/** Chart.js, loaded by the page as a script. */
const { Chart } = window;

/** All months of a time, such as 2026-01; both ends are of it. */
export function monthsBetween(from, to) {
  const months = [];
  for (let month = from; month <= to; month = next(month)) {
    months.push(month);
  }
  return months;
}

function next(month) {
  const [year, of] = month.split("-").map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, "0")}`;
}

/**
 * Draws a bar for each month.
 *
 * @param bars.months their names
 * @param bars.values a number for each
 * @param bars.say what a bar tells, by its position
 * @param bars.most to which the axis goes at least
 */
export function drawMonthBars(canvas, { months, values, say, most }) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  new Chart(canvas, {
    type: "bar",
    data: {
      labels: months,
      datasets: [
        {
          data: values,
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
        tooltip: { displayColors: false, callbacks: { label: (item) => say(item.dataIndex) } },
      },
      scales: {
        x: { grid: { display: false }, ticks: { color: colour("--ink-soft") } },
        y: {
          beginAtZero: true,
          suggestedMax: most,
          grid: { color: colour("--line") },
          ticks: { precision: 0, color: colour("--ink-soft"), callback: (value) => number(value) },
        },
      },
    },
  });
}
