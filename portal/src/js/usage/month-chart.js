import { number, t } from "../i18n/i18n.js";
import { h, prefersReducedMotion } from "../ui/dom.js";

/** Chart.js, loaded by the page as a script. */
const { Chart } = window;

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
  draw(canvas, months);
  return figure;
}

/** Every month of the time asked for, also those without use. */
function monthsOf(usage) {
  const known = new Map(usage.rows.map((row) => [row.id, row]));
  const months = [];
  const last = usage.to.slice(0, 7);
  for (let month = usage.from.slice(0, 7); month <= last; month = next(month)) {
    const row = known.get(month);
    months.push({ month, uses: row ? row.uses : 0, shown: row ? shownUses(row) : "0" });
  }
  return months;
}

function next(month) {
  const [year, of] = month.split("-").map(Number);
  return of === 12 ? `${year + 1}-01` : `${year}-${String(of + 1).padStart(2, "0")}`;
}

/** A number, or that it is small. */
export function shownUses(row) {
  return row.uses === null ? row.shown : number(row.uses);
}

function inWords(months) {
  const used = months.filter((each) => each.shown !== "0");
  return `${t("usage.months")}: ${used.map((each) => `${each.month} ${each.shown}`).join(t("list.separator"))}`;
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
          data: months.map((each) => each.uses),
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
        tooltip: {
          displayColors: false,
          callbacks: { label: (item) => `${t("usage.uses")} ${months[item.dataIndex].shown}` },
        },
      },
      scales: {
        x: { grid: { display: false }, ticks: { color: colour("--ink-soft") } },
        y: {
          beginAtZero: true,
          suggestedMax: 5,
          grid: { color: colour("--line") },
          ticks: { precision: 0, color: colour("--ink-soft"), callback: (value) => number(value) },
        },
      },
    },
  });
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
