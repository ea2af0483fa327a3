import { day, local, t } from "/js/i18n/i18n.js";
import { openDialog } from "/js/ui/dialog.js";
import { h } from "/js/ui/dom.js";
import { field, input } from "/js/ui/fields.js";
import { explain } from "/js/ui/notice.js";
import { row, table } from "/js/ui/table.js";
import { compareYears, enterFigure, getEvidence } from "./api.js";
import { figure, number } from "./words.js";

/** Shows content that needs no answer. */
function show(title, content) {
  const dialog = openDialog({ title, submit: t("kpi.close"), kind: "wide" }, content, async () => dialog.close());
  dialog.querySelector(".actions button[type=button]").remove();
}

export async function showEvidence(indicator, { year, month }) {
  try {
    const found = await getEvidence(indicator.id, year, month);
    const heads = ["day", "record", "counted"].map((each) => t(`kpi.${each}`));
    const rows = found.rows.map((each) =>
      row({ "data-testid": "evidence-row" }, day(each.date), record(each), t(each.counted ? "kpi.yes" : "kpi.no")),
    );
    const more = found.more ? h("p", { class: "hint", text: t("kpi.more", { count: number(rows.length) }) }) : null;
    show(t("kpi.evidenceOf", { name: local(indicator.name) }), [table(heads, rows, t("kpi.noEvidence")), more].filter(Boolean));
  } catch (error) {
    const words = error.status === 401 || error.status === 403 ? t("kpi.signIn") : explain(error);
    show(t("kpi.evidenceOf", { name: local(indicator.name) }), [h("p", { class: "callout", text: words })]);
  }
}

function record(evidence) {
  const text = local(evidence.title);
  return evidence.link ? h("a", { href: evidence.link, text }) : text;
}

export async function showComparison(years) {
  const { indicators } = await compareYears(years);
  const rows = indicators.map((each) =>
    row({}, local(each.name), ...years.map((year) => cell(each.years[year]))),
  );
  show(t("kpi.compareTitle"), [table([t("kpi.indicator"), ...years.map(String)], rows, t("kpi.noEvidence"))]);
}

function cell(year) {
  if (year.value === null) {
    return t("kpi.noValue");
  }
  const unit = year.denominator === 1 && year.value === year.numerator ? "COUNT" : "RATE";
  return `${figure(unit, year.value)}（${number(year.numerator)}/${number(year.denominator)}）`;
}

/** For figures that no register has. */
export function askFigure(indicator, done) {
  const rate = indicator.unit === "RATE";
  const month = input("month", { type: "month", pattern: "[0-9]{4}-[0-9]{2}" });
  const numerator = input("numerator", { type: "number", min: "0", step: "any" });
  const denominator = input("denominator", { type: "number", min: "0", step: "any", value: rate ? "" : "1" });
  const note = input("note", { required: false });
  const file = h("input", { type: "file", name: "document" });
  const fields = [
    field(t("kpi.figureMonth"), month),
    field(t("kpi.numerator", { name: local(indicator.formula.numerator) }), numerator),
    rate ? field(t("kpi.denominator", { name: local(indicator.formula.denominator) }), denominator) : null,
    field(t("kpi.note"), note),
    field(t("kpi.document"), file),
  ].filter(Boolean);
  const dialog = openDialog({ title: local(indicator.name), submit: t("kpi.save") }, fields, async () => {
    const form = new FormData();
    const values = { month: month.value, numerator: numerator.value, denominator: denominator.value, note: note.value };
    Object.entries(values).forEach(([name, value]) => form.set(name, value));
    if (file.files[0]) {
      form.set("document", file.files[0]);
    }
    await enterFigure(indicator.id, form);
    dialog.close();
    done();
  });
}
