import { t } from "/js/i18n/i18n.js";
import { openDialog } from "/js/ui/dialog.js";
import { h } from "/js/ui/dom.js";
import { field, input, select } from "/js/ui/fields.js";
import { enterProgress, saveProject } from "./api.js";

const KINDS = ["WORKS", "DESIGN", "LAND", "PURCHASE"];
const DAYS = ["tender_due", "tendered", "awarded", "started", "completed"];
const AMOUNTS = ["budget", "allotted_q3", "allotted", "spent"];

/** Where the values of the form are in what the server tells of a project. */
function valuesOf(project) {
  const { people, money, stages } = project;
  return {
    ...project,
    ...people,
    ...stages,
    budget: money.budget,
    allotted_q3: money.allotted_by_q3,
    allotted: money.allotted,
    spent: money.spent,
  };
}

/**
 * Asks for what is known of a project and saves it.
 *
 * @param project null for a new one
 * @param agencies [id, name] each
 */
export function editProject(project, agencies, done) {
  const known = project ? valuesOf(project) : { year: new Date().getFullYear(), kind: "WORKS", failed_tenders: 0 };
  const controls = {
    number: input("number", { value: known.number ?? "", readonly: project !== null }),
    title: input("title", { value: known.title ?? "", maxlength: "200" }),
    agency: select("agency", agencies, known.agency ?? agencies[0]?.[0]),
    kind: select("kind", KINDS.map((each) => [each, t(`projects.${each}`)]), known.kind),
    officer: input("officer", { value: known.officer ?? "" }),
    manager: input("manager", { value: known.manager ?? "" }),
    year: count("year", known.year, "1990"),
    ...Object.fromEntries(AMOUNTS.map((each) => [each, count(each, known[each] ?? 0, "0")])),
    ...Object.fromEntries(DAYS.map((each) => [each, input(each, { type: "date", value: known[each] ?? "", required: each === "tender_due" })])),
    failed_tenders: count("failed_tenders", known.failed_tenders, "0"),
    lon: degrees("lon", known.lon),
    lat: degrees("lat", known.lat),
  };
  const granted = h("input", { type: "checkbox", name: "granted", checked: known.granted ?? false });
  const labels = { title: "name", year: "year" };
  const fields = Object.entries(controls).map(([name, control]) => field(t(`projects.${labels[name] ?? name}`), control));
  const words = { title: t(project ? "projects.edit" : "projects.add"), submit: t("projects.save"), kind: "wide" };
  const dialog = openDialog(words, [...fields, h("label", { class: "check" }, granted, t("projects.granted"))], async () => {
    const values = Object.fromEntries(Object.entries(controls).map(([name, control]) => [name, control.value === "" ? null : control.value]));
    const saved = await saveProject(project?.id, { ...values, granted: granted.checked, version: project?.version });
    dialog.close();
    done(saved.project);
  });
}

function count(name, value, min) {
  return input(name, { type: "number", min, step: "1", value: String(value) });
}

function degrees(name, value) {
  return input(name, { type: "number", step: "any", value: value ?? "", required: false });
}

/** Asks for the progress of a month. */
export function askProgress(project, done) {
  const month = input("month", { type: "month", value: lastMonth(), pattern: "[0-9]{4}-[0-9]{2}" });
  const system = select("system", [["city", t("projects.CITY")], ["national", t("projects.NATIONAL")]], "city");
  const planned = input("planned", { type: "number", min: "0", max: "100", step: "0.01" });
  const actual = input("actual", { type: "number", min: "0", max: "100", step: "0.01" });
  const reason = input("reason", { required: false });
  const fields = [
    field(t("projects.system"), system),
    field(t("projects.month"), month),
    field(t("projects.plannedPercent"), planned),
    field(t("projects.actualPercent"), actual),
    field(t("projects.reason"), reason),
  ];
  const dialog = openDialog({ title: t("projects.enter"), submit: t("projects.save") }, fields, async () => {
    await enterProgress(project.id, system.value, month.value, { planned: planned.value, actual: actual.value, reason: reason.value });
    dialog.close();
    done();
  });
}

function lastMonth() {
  const now = new Date();
  const first = new Date(now.getFullYear(), now.getMonth() - 1, 1);
  return `${first.getFullYear()}-${String(first.getMonth() + 1).padStart(2, "0")}`;
}
