import { listLayers } from "../api/layers.js";
import { getUsage, usageFile } from "../api/usage.js";
import { lang, local, t } from "../i18n/i18n.js";
import { byId, debounce, h } from "../ui/dom.js";
import { startPage } from "../ui/header.js";
import { explain } from "../ui/notice.js";
import { monthChart } from "../usage/month-chart.js";
import { usageNotes } from "../usage/usage-notes.js";
import { rowName, usageTable } from "../usage/usage-table.js";

const FIELDS = ["from", "to", "by", "layer", "agency", "key"];
const FOR_EVERYONE = ["layer"];
const FOR_ACCOUNTS = ["layer", "agency", "key", "service", "operation", "day"];

document.title = `${t("usage.pageTitle")} · 圖館 Tuguan`;
startPage().then(({ session }) => start(session.user !== null));

async function start(known) {
  for (const name of ["by", "agency", "key"]) {
    byId(`usage-${name}`).closest("label").hidden = !known;
  }
  options("by", (known ? FOR_ACCOUNTS : FOR_EVERYONE).map((by) => [by, t(`usage.by.${by}`)]));
  const asked = new URLSearchParams(location.search);
  try {
    const { layers, agencies } = await listLayers();
    const named = (each) => [each.id ?? each.name, local(each.title ?? each.name)];
    options("layer", [["", t("usage.any")], ...layers.map((each) => [each.name, local(each.title)])]);
    options("agency", [["", t("usage.any")], ...agencies.map(named), ["anonymous", t("usage.anonymous")]]);
    FIELDS.forEach((name) => restore(name, asked.get(name)));
    byId("usage-filter").addEventListener("input", debounce(200, show));
    byId("usage-filter").addEventListener("submit", (event) => event.preventDefault());
    byId("usage-clear").addEventListener("click", clear);
    await show();
  } catch (error) {
    byId("usage-status").textContent = explain(error);
  }
}

function field(name) {
  return byId(`usage-${name}`);
}

function options(name, list) {
  field(name).replaceChildren(...list.map(([value, text]) => h("option", { value, text })));
}

/** What a list does not have, such as a partner or a layer of former days, is added to it. */
function restore(name, value) {
  const select = field(name);
  if (value && select.options && ![...select.options].some((each) => each.value === value)) {
    select.append(h("option", { value, text: rowName(name, { id: value }) }));
  }
  if (value) {
    select.value = value;
  }
}

function clear() {
  FIELDS.forEach((name) => {
    field(name).value = name === "by" ? "layer" : "";
  });
  show();
}

/** What is asked for now, and in the address, so that it can be sent on. */
function query() {
  const given = FIELDS.map((name) => [name, field(name).value.trim()]).filter(([, value]) => value);
  const asked = Object.fromEntries(given);
  history.replaceState(null, "", `?${new URLSearchParams({ lang, ...asked })}`);
  return asked;
}

async function show() {
  const asked = query();
  byId("usage-heading").textContent = heading(asked);
  byId("usage-clear").hidden = !["layer", "agency", "key"].some((name) => asked[name]);
  try {
    const usage = await getUsage(asked);
    for (const end of ["from", "to"]) {
      field(end).value ||= usage[end];
    }
    const everyone = usage.scope === "public";
    const narrowed = { ...asked, by: "month" };
    const months = everyone && !asked.layer ? null : await getUsage(narrowed);
    byId("usage-scope").textContent = t(`usage.scope.${usage.scope}`);
    byId("usage-status").textContent = "";
    byId("usage-results").replaceChildren(...results(usage, months, asked));
  } catch (error) {
    byId("usage-results").replaceChildren();
    byId("usage-status").textContent = explain(error);
  }
}

function results(usage, months, asked) {
  if (usage.rows.length === 0) {
    return [h("p", { class: "callout", "data-testid": "usage-empty", text: t("usage.none") }), usageNotes(usage)];
  }
  // A table of one layer alone would say nothing that the months do not.
  const table = usage.by === "layer" && asked.layer ? [] : [section(usage, asked)];
  return [...chart(months, asked), ...table, usageNotes(usage)];
}

function chart(months, asked) {
  if (months === null) {
    return [h("p", { class: "hint", text: t("usage.pickLayer") })];
  }
  return [
    h("div", { class: "title-line" }, h("h2", { text: t("usage.months") }), file({ ...asked, by: "month" })),
    monthChart(months, { "data-testid": "usage-chart" }),
  ];
}

function section(usage, asked) {
  return h(
    "section",
    {},
    h("div", { class: "title-line" }, h("h2", { text: t(`usage.by.${usage.by}`) }), file(asked)),
    usageTable(usage, asked),
  );
}

function file(asked) {
  return h("a", { class: "button", href: usageFile(asked), download: "", "data-testid": `csv-${asked.by}`, text: t("usage.csv") });
}

function heading(asked) {
  for (const name of ["key", "agency", "layer"]) {
    if (asked[name]) {
      const chosen = field(name).selectedOptions?.[0]?.textContent ?? asked[name];
      return t(`usage.of.${name}`, { name: chosen });
    }
  }
  return t("usage.pageTitle");
}
