import { circulationFile, getCirculation, getCirculationSeries, listNear } from "../api/circulation.js";
import { listLayers } from "../api/layers.js";
import { agencyList } from "../circulation/agency-list.js";
import { figureBox } from "../circulation/figure.js";
import { nearList } from "../circulation/near-list.js";
import { settings } from "../circulation/settings.js";
import { seriesChart } from "../circulation/series-chart.js";
import { lang, local, t } from "../i18n/i18n.js";
import { today } from "../sharing/days.js";
import { shortName } from "../sharing/names.js";
import { byId, debounce, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";

const STEPS = ["month", "year"];
const FIRST_YEAR = 2011;

document.title = `${t("circulation.title")} · 圖館 Tuguan`;
startPage().then(({ session }) => start(session));

async function start(session) {
  const city = session.agency !== null && session.agency !== undefined;
  const mayOpen = city || ["ADMIN", "KPI", "OFFICER"].some((role) => session.roles.includes(role));
  const asked = new URLSearchParams(location.search);
  const on = byId("circulation-on");
  on.value = asked.get("on") || today();
  on.max = today();
  byId("circulation-step").replaceChildren(...STEPS.map((step) => h("option", { value: step, text: t(`circulation.step.${step}`) })));
  byId("circulation-step").value = asked.get("step") === "year" ? "year" : "month";
  const titles = await titlesOf();
  const show = () => showAll(mayOpen, titles);
  byId("circulation-filter").addEventListener("input", debounce(250, show));
  byId("circulation-filter").addEventListener("submit", (event) => event.preventDefault());
  await show();
  openAsked();
  if (mayOpen) {
    await showNear(titles);
  }
  if (["ADMIN", "KPI"].some((role) => session.roles.includes(role))) {
    await showSettings(show);
  }
}

async function titlesOf() {
  try {
    const { layers } = await listLayers();
    return new Map(layers.map((each) => [each.name, local(each.title)]));
  } catch {
    return new Map();
  }
}

async function showAll(mayOpen, titles) {
  const on = byId("circulation-on").value || today();
  const step = byId("circulation-step").value;
  const without = byId("circulation-without").value || null;
  history.replaceState(null, "", `?${new URLSearchParams({ lang, on, step })}${location.hash}`);
  try {
    const [figure, series] = await Promise.all([
      getCirculation({ on, without }),
      getCirculationSeries({ from: from(on, step), to: on, step }),
    ]);
    byId("circulation-status").textContent = "";
    choices(figure, without);
    byId("circulation-figure").replaceChildren(figureBox(figure));
    byId("circulation-series").replaceChildren(...seriesOf(series, on, step));
    byId("circulation-agencies").replaceChildren(agencyList(figure, mayOpen, titles));
  } catch (error) {
    byId("circulation-status").textContent = explain(error);
  }
}

/** Three years of months, or all years. */
function from(on, step) {
  const year = step === "year" ? FIRST_YEAR : Math.max(FIRST_YEAR, Number(on.slice(0, 4)) - 2);
  const first = `${year}-01-01`;
  return first < on ? first : on;
}

function choices(figure, chosen) {
  const select = byId("circulation-without");
  const all = [...figure.adopter_list, ...figure.others];
  select.replaceChildren(
    h("option", { value: "", text: t("circulation.nobodyLeft") }),
    ...all.map((each) => h("option", { value: each.id, text: shortName(each.name) })),
  );
  select.value = chosen ?? "";
}

function seriesOf(series, on, step) {
  const file = (format, query, key) =>
    h("a", { class: "button", href: circulationFile({ ...query, format }), download: "", "data-testid": `circulation-${format}`, text: t(key) });
  return [
    h(
      "div",
      { class: "title-line" },
      h("h2", { text: t("circulation.series") }),
      h("div", { class: "actions" },
        file("csv", { from: series.from, to: series.to, step }, "circulation.csv"),
        file("pdf", { on }, "circulation.pdf")),
    ),
    seriesChart(series),
  ];
}

/** What the address points at, such as an agency of the scoreboard's evidence. */
function openAsked() {
  const asked = location.hash ? document.getElementById(location.hash.slice(1)) : null;
  if (asked?.tagName === "DETAILS") {
    asked.open = true;
    asked.scrollIntoView();
  }
}

async function showNear(titles) {
  try {
    const { agencies } = await listNear();
    byId("circulation-near").replaceChildren(nearList(agencies, titles));
  } catch (error) {
    byId("circulation-near").replaceChildren(h("p", { class: "hint", text: explain(error) }));
  }
}

async function showSettings(show) {
  const again = () => Promise.all([show(), showSettings(show)]);
  try {
    byId("circulation-settings").replaceChildren(await settings(again));
  } catch (error) {
    byId("circulation-settings").replaceChildren(h("p", { class: "hint", text: explain(error) }));
  }
}
