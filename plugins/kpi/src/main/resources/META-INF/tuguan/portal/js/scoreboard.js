import { addMessages, day, local, t } from "/js/i18n/i18n.js";
import { byId, h } from "/js/ui/dom.js";
import { startPage } from "/js/ui/header.js";
import { explain, notice } from "/js/ui/notice.js";
import { boardFile, getScoreboard } from "./api.js";
import { askFigure, showComparison, showEvidence } from "./dialogs.js";
import messages from "./messages.js";
import { trend } from "./trend.js";
import { figure, number, percent } from "./words.js";

addMessages(messages);
document.title = `${t("kpi.title")} · 圖館 Tuguan`;

const FIRST_YEAR = 2011;
const now = new Date();
let mayEnter = false;

startPage().then(async ({ session }) => {
  mayEnter = session.roles.some((role) => ["KPI", "ADMIN"].includes(role));
  await show();
});

function asked() {
  const query = new URLSearchParams(location.search);
  return {
    year: Number(query.get("year")) || now.getFullYear(),
    month: Number(query.get("month")) || 12,
  };
}

function go(change) {
  const query = new URLSearchParams(location.search);
  Object.entries({ ...asked(), ...change }).forEach(([name, value]) => query.set(name, value));
  history.replaceState(null, "", `?${query}`);
  show();
}

async function show() {
  const { year, month } = asked();
  try {
    const board = await getScoreboard(year, month);
    byId("content").replaceChildren(
      h("h1", { text: t("kpi.title") }),
      h("p", { class: "lead", text: t("kpi.lead") }),
      choosers(board),
      h("p", { class: "total", "data-testid": "total", text: t("kpi.total", { score: percent(board.score), weight: percent(board.weight) }) }),
      h("p", { class: "hint", text: t("kpi.totalHint", { day: day(board.on) }) }),
      h("ul", { class: "board" }, board.indicators.map((each) => card(each, board))),
    );
  } catch (error) {
    byId("content").replaceChildren(h("h1", { text: t("kpi.title") }), h("p", { class: "callout error", text: explain(error) }));
  }
}

function choosers(board) {
  const years = Array.from({ length: now.getFullYear() - FIRST_YEAR + 1 }, (_, i) => now.getFullYear() - i);
  const year = pick("year", years.map((each) => [each, t("kpi.roc", { roc: each - 1911, year: each })]), board.year);
  const months = Array.from({ length: 12 }, (_, i) => [i + 1, t("kpi.monthOf", { month: i + 1 })]);
  const month = pick("month", months, board.month);
  const compare = h("button", { class: "button", type: "button", "data-testid": "compare", text: t("kpi.compare") });
  compare.addEventListener("click", () =>
    showComparison([board.year - 1, board.year]).catch((error) => notice(explain(error), "error")),
  );
  const file = (ending, text) => h("a", { class: "button", href: boardFile(board.year, board.month, ending), text });
  return h("div", { class: "actions start choosers" }, year, month, compare, file("pdf", t("kpi.print")), file("csv", "CSV"), file("ods", "ODS"));
}

function pick(name, options, chosen) {
  const control = h(
    "select",
    { "data-testid": `kpi-${name}` },
    options.map(([value, text]) => h("option", { value, text })),
  );
  control.value = chosen;
  control.addEventListener("change", () => go({ [name]: control.value }));
  return h("label", {}, `${t(`kpi.${name}`)} `, control);
}

function card(indicator, board) {
  const { state, unit, value, target, score, weight, projected } = indicator;
  return h(
    "li",
    { class: `kpi ${state}`, "data-testid": indicator.id },
    h("h3", {}, h("span", { class: "hint", text: `${t("kpi.objective", indicator)}　` }), local(indicator.name)),
    h(
      "p",
      { class: "kpi-figure" },
      h("b", { text: state === "BROKEN" ? "—" : figure(unit, value) }),
      h("span", { text: target === null ? t("kpi.noTarget") : t("kpi.target", { target: figure(unit, target) }) }),
      h("span", { class: "kpi-state", "data-testid": "state", text: local(indicator.state_title) }),
    ),
    h("span", { "data-testid": "numbers", text: numbers(indicator) }),
    trend(indicator),
    h("span", { class: "hint", text: t("kpi.weight", { weight: percent(weight), score: score === null ? "—" : percent(score) }) }),
    projected === null || value === null ? null : h("span", { class: "hint", text: t("kpi.projected", { value: figure(unit, projected) }) }),
    indicator.note ? h("span", { class: "hint", text: local(indicator.note) }) : null,
    h(
      "p",
      { class: "actions start" },
      button("kpi.evidence", () => showEvidence(indicator, board)),
      indicator.entered && mayEnter ? button("kpi.enter", () => askFigure(indicator, show)) : null,
    ),
  );
}

function numbers(indicator) {
  if (indicator.state === "BROKEN") {
    return t("kpi.broken", { cause: local(indicator.cause) });
  }
  const { numerator, denominator } = indicator.formula;
  const own = `${local(numerator)} ${number(indicator.numerator)}`;
  if (indicator.unit !== "RATE") {
    return own;
  }
  const both = `${own} ／ ${local(denominator)} ${number(indicator.denominator)}`;
  return indicator.value === null ? `${both}。${t("kpi.noValueWhy")}` : both;
}

function button(key, act) {
  const made = h("button", { class: "button", type: "button", "data-testid": key, text: t(key) });
  made.addEventListener("click", act);
  return made;
}
