import { t } from "../i18n/i18n.js";
import { percent } from "../sharing/names.js";
import { h, prefersReducedMotion } from "../ui/dom.js";

/** Chart.js, loaded by the page as a script. */
const { Chart } = window;

/** The rate over time against its target, and the same as a table. */
export function seriesChart(series) {
  const label = `${t("circulation.series")}: ${inWords(series.figures)}`;
  const canvas = h("canvas", { role: "img", "aria-label": label });
  const figure = h(
    "figure",
    { class: "month-chart", "data-testid": "circulation-chart" },
    h("div", { class: "chart-frame" }, canvas),
    h("details", {}, h("summary", { text: t("usage.asTable") }), table(series.figures)),
  );
  draw(canvas, series);
  return figure;
}

function inWords(figures) {
  const some = figures.length > 4 ? [figures[0], figures[figures.length - 1]] : figures;
  return some.map((each) => `${each.on} ${percent(each.rate)}`).join(t("list.separator"));
}

function draw(canvas, series) {
  const style = getComputedStyle(document.documentElement);
  const colour = (name) => style.getPropertyValue(name).trim();
  const { figures } = series;
  new Chart(canvas, {
    type: "line",
    data: {
      labels: figures.map((each) => (series.step === "day" ? each.on : each.on.slice(0, series.step === "year" ? 4 : 7))),
      datasets: [
        {
          label: t("circulation.rate"),
          data: figures.map((each) => each.rate * 100),
          borderColor: colour("--accent"),
          backgroundColor: colour("--accent"),
          pointRadius: figures.length > 40 ? 0 : 3,
          stepped: false,
        },
        {
          label: t("circulation.target"),
          data: figures.map((each) => (each.target === null ? null : each.target * 100)),
          borderColor: colour("--focus"),
          backgroundColor: colour("--focus"),
          borderDash: [6, 4],
          pointRadius: 0,
        },
      ],
    },
    options: {
      animation: prefersReducedMotion ? false : { duration: 250 },
      maintainAspectRatio: false,
      interaction: { mode: "index", intersect: false },
      plugins: {
        legend: { labels: { color: colour("--ink"), usePointStyle: true, pointStyle: "line", pointStyleWidth: 34 } },
        tooltip: { callbacks: { label: (item) => tip(item, figures) } },
      },
      scales: {
        x: { grid: { display: false }, ticks: { color: colour("--ink-soft"), maxRotation: 0, autoSkipPadding: 16 } },
        y: {
          min: 0,
          max: 100,
          grid: { color: colour("--line") },
          ticks: { color: colour("--ink-soft"), callback: (value) => `${value} %` },
        },
      },
    },
  });
}

function tip(item, figures) {
  const each = figures[item.dataIndex];
  return item.datasetIndex === 0
    ? `${percent(each.rate)} (${each.adopters} / ${each.agencies})`
    : `${t("circulation.target")} ${percent(each.target)}`;
}

function table(figures) {
  const heads = ["circulation.on", "circulation.adopters", "circulation.agencies", "circulation.rate", "circulation.target", "circulation.ruleHead", "circulation.fixedHead"];
  return h(
    "div",
    { class: "table-frame", tabindex: "0", role: "region", "aria-label": t("circulation.series") },
    h("table", { class: "grid" },
      h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", class: "number", text: t(key) })))),
      h("tbody", {}, figures.map((each) =>
        h("tr", {},
          h("th", { scope: "row", text: each.on }),
          [each.adopters, each.agencies, percent(each.rate), percent(each.target), each.rule, t(each.published ? "circulation.isFixed" : "circulation.isNotFixed")].map((value) =>
            h("td", { class: "number", text: value })))))),
  );
}
