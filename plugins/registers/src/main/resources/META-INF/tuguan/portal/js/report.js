import { lang, local, number, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { field, input } from "/js/ui/fields.js";
import { explain, notice } from "/js/ui/notice.js";
import { row, table } from "/js/ui/table.js";
import { getReport } from "./api.js";
import { nameOf } from "./cases.js";

const PERCENT = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 1 });
const COUNTS = ["opened", "closed", "in_time", "late"];

/** The cases of a register by month of opening. */
export async function reportView(definition) {
  const place = h("div", { "aria-live": "polite" });
  const from = input("from", { type: "month", pattern: "[0-9]{4}-[0-9]{2}" });
  const to = input("to", { type: "month", pattern: "[0-9]{4}-[0-9]{2}" });
  const form = h("form", { class: "filter-bar" }, field(t("registers.from"), from), field(t("registers.to"), to), h("button", { class: "button", type: "submit", text: t("registers.show") }));
  const load = async () => {
    const report = await getReport(definition.id, from.value || null, to.value || null);
    from.value = report.from;
    to.value = report.to;
    place.replaceChildren(...shown(definition, report));
  };
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    try {
      await load();
    } catch (error) {
      notice(explain(error), "error");
    }
  });
  await load();
  return [
    h("p", {}, h("a", { href: `#${definition.id}`, "data-testid": "back", text: t("registers.backTo", { name: local(definition.name) }) })),
    h("h1", { text: t("registers.reportTitle", { name: local(definition.name) }) }),
    form,
    place,
  ];
}

function shown(definition, { rows }) {
  if (rows.length === 0) {
    return [h("p", { class: "empty", text: t("registers.noReport") })];
  }
  const months = grouped(rows, "month");
  const canvas = h("canvas", { role: "img", "aria-label": t("registers.chart", { name: local(definition.name) }) });
  requestAnimationFrame(() => draw(canvas, months));
  const categories = grouped(rows, "category").map(([id, counts]) => [nameOf(definition.categories, id), counts]);
  return [h("div", { class: "chart" }, canvas), sums("registers.month", months), h("h2", { text: t("registers.byCategory") }), sums("registers.category", categories)];
}

/** [key, counts added up] each, in the order of the rows. */
function grouped(rows, by) {
  const groups = new Map();
  for (const each of rows) {
    groups.set(each[by], added(groups.get(each[by]), each));
  }
  return [...groups];
}

function added(sum, each) {
  return Object.fromEntries(COUNTS.map((key) => [key, (sum?.[key] ?? 0) + each[key]]));
}

function sums(first, groups) {
  const heads = [first, "registers.received", "registers.done", "registers.inTime", "registers.late", "registers.rate"].map((each) => t(each));
  const total = groups.map(([, counts]) => counts).reduce(added);
  const line = ([name, counts]) => row({}, name, ...COUNTS.map((key) => number(counts[key])), PERCENT.format(counts.in_time / counts.opened));
  return table(heads, [...groups.map(line), line([t("registers.sum"), total])], "");
}

function draw(canvas, months) {
  const bars = (label, key, color) => ({ label, data: months.map(([, counts]) => counts[key]), backgroundColor: color });
  new window.Chart(canvas, {
    type: "bar",
    data: {
      labels: months.map(([month]) => month),
      datasets: [bars(t("registers.received"), "opened", "#8a9aa5"), bars(t("registers.inTime"), "in_time", "#1f6f8b"), bars(t("registers.late"), "late", "#b3541e")],
    },
    options: { maintainAspectRatio: false, animation: false, scales: { y: { beginAtZero: true, ticks: { precision: 0 } } } },
  });
}
