import { addMessages, day, lang, local, number, t } from "/js/i18n/i18n.js";
import { byId, debounce, h } from "/js/ui/dom.js";
import { startPage } from "/js/ui/header.js";
import { explain } from "/js/ui/notice.js";
import { row, table } from "/js/ui/table.js";
import { getReview, listAgencies, listProjects, reportFile } from "./api.js";
import messages from "./messages.js";
import { editProject } from "./project-form.js";
import { projectView, stageOf } from "./project.js";

addMessages(messages);
document.title = `${t("projects.title")} · 圖館 Tuguan`;

const PERCENT = new Intl.NumberFormat(lang, { style: "percent", maximumFractionDigits: 1 });
let writes = false;
let agencies = [];
let names = new Map();
let year = null;

startPage().then(async ({ session }) => {
  writes = session.roles.some((role) => ["OFFICER", "OWNER", "KPI", "ADMIN"].includes(role));
  window.addEventListener("hashchange", show);
  await show();
});

async function show() {
  const id = Number(location.hash.slice(1));
  try {
    if (agencies.length === 0) {
      agencies = (await listAgencies()).map((each) => [each.id, local(each.name)]);
      names = new Map(agencies);
    }
    const parts = id ? await projectView(id, { writes, agencies, names, again: show }) : await all();
    byId("content").replaceChildren(...parts.filter(Boolean));
  } catch (error) {
    const words = error.status === 401 || error.status === 403 ? t("projects.signIn") : explain(error);
    byId("content").replaceChildren(h("h1", { text: t("projects.title") }), h("p", { class: "callout", text: words }));
  }
}

async function all() {
  const [listing, review] = await Promise.all([listProjects(year), getReview()]);
  return [
    h("h1", { text: t("projects.title") }),
    h("p", { class: "lead", text: t("projects.lead") }),
    h(
      "div",
      { class: "title-line" },
      h("h2", { text: t("projects.rates") }),
      h("a", { class: "button", href: reportFile, target: "_blank", text: t("projects.report") }),
    ),
    h("p", { class: "hint", text: t("projects.asOf", { day: day(review.concerns.on) }) }),
    rates(review),
    h("h2", { text: t("projects.concerns") }),
    ...concerns(review.concerns),
    ...projectList(listing),
  ];
}

function rates({ ratios, entries }) {
  const cards = ratios.map(({ ratio, value, rate, met }) => card(local(ratio.title), value, rate, ratio.target, met, local(ratio.reading)));
  const entered = entries.map(({ system, title, year: value }) => {
    const rate = value.denominator > 0 ? value.numerator / value.denominator : null;
    const target = system === "NATIONAL" ? 0.97 : null;
    return card(t("projects.entry", { system: local(title) }), value, rate, target, rate === null || target === null ? null : rate >= target, "");
  });
  return h("ul", { class: "rates" }, cards, entered);
}

function card(title, value, rate, target, met, note) {
  const goal = target === null ? t("projects.noTarget") : t("projects.target", { target: PERCENT.format(target) });
  const judged = met === null ? "" : ` · ${t(met ? "projects.met" : "projects.notMet")}`;
  return h(
    "li",
    { class: "rate" },
    h("span", { text: title }),
    h("b", { text: rate === null ? t("projects.noValue") : PERCENT.format(rate) }),
    h("span", { class: "hint", text: `${number(value.numerator)} / ${number(value.denominator)}` }),
    h("span", { class: "hint", text: goal + judged }),
    note ? h("span", { class: "hint", text: note }) : null,
  );
}

function concerns(found) {
  return [
    concern(t("projects.off"), found.off.map(({ project, deviation, months }) => offRow(project, deviation, months))),
    concern(t("projects.failed"), found.failed_tenders.map(concernRow)),
    concern(t("projects.overdue"), found.overdue_to_tender.map(concernRow)),
    concern(t("projects.notEntered", { month: found.month }), found.not_entered.map(concernRow)),
    concern(t("projects.coming"), found.to_tender.map(concernRow)),
  ];
}

function concern(title, rows) {
  const heads = ["number", "name", "agency", "tender_due", "failed_tenders"].map((each) => t(`projects.${each}`));
  return h(
    "details",
    { class: "concern" },
    h("summary", { text: `${title}（${number(rows.length)}）` }),
    table(heads, rows, t("projects.nothing")),
  );
}

function concernRow(project) {
  const { stages } = project;
  return row({}, link(project, project.number), project.title, names.get(project.agency), day(stages.tender_due), number(stages.failed_tenders));
}

function offRow(project, deviation, months) {
  const by = months.map((each) => `${each.month} ${each.actual - each.planned > 0 ? "+" : ""}${(each.actual - each.planned).toFixed(1)}`);
  const liable = t("projects.liable", project.people);
  return h(
    "tr",
    {},
    h("td", {}, link(project, project.number)),
    h("td", { text: project.title }),
    h("td", { text: names.get(project.agency) ?? project.agency }),
    h("td", { colspan: "2", text: `${t(`projects.${deviation}`)}：${by.join("、")}。${liable}` }),
  );
}

function link(project, text) {
  return h("a", { href: `#${project.id}`, text });
}

function projectList(listing) {
  const years = listing.years.length ? listing.years : [listing.year];
  const chooser = h(
    "select",
    { "aria-label": t("projects.year"), "data-testid": "year" },
    years.map((each) => h("option", { value: each, text: t("projects.roc", { year: each - 1911, common: each }) })),
  );
  chooser.value = listing.year;
  chooser.addEventListener("change", () => {
    year = chooser.value;
    show();
  });
  const filter = h("input", { type: "search", placeholder: t("projects.filter"), "aria-label": t("projects.filter"), "data-testid": "filter" });
  const place = h("div", {}, projectTable(listing.projects));
  filter.addEventListener(
    "input",
    debounce(150, () => {
      const wanted = filter.value.trim();
      place.replaceChildren(projectTable(listing.projects.filter((each) => `${each.number} ${each.title}`.includes(wanted))));
    }),
  );
  return [
    h("div", { class: "title-line" }, h("h2", { text: t("projects.list") }), h("span", { class: "actions" }, chooser, filter, writes ? addButton() : null)),
    place,
  ];
}

function addButton() {
  const button = h("button", { class: "button", type: "button", "data-testid": "add-project", text: t("projects.add") });
  button.addEventListener("click", () =>
    editProject(null, agencies, (project) => {
      location.hash = String(project.id);
    }),
  );
  return button;
}

function projectTable(projects) {
  const heads = ["number", "name", "agency", "kind", "budget", "stage"].map((each) => t(`projects.${each}`));
  const rows = projects.map((each) =>
    row(
      { "data-testid": "project" },
      link(each, each.number),
      each.title,
      names.get(each.agency) ?? each.agency,
      t(`projects.${each.kind}`),
      number(each.money.budget),
      t(`projects.stage.${stageOf(each)}`),
    ),
  );
  return table(heads, rows, t(writes ? "projects.none" : "projects.noneReader"));
}
