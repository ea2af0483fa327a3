import { local, number, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";

const SHOWN = 100;

/** What a check found: a summary, and after it everything that is wrong. */
export function importResult(report, good) {
  if (report.faulty > 0) {
    return faulty(report);
  }
  return [
    h(
      "div",
      { class: "import-said", "data-testid": "import-good" },
      h("p", {}, h("b", { text: good(report) })),
      ...report.notes.map((note) => h("p", { text: local(note) })),
      h("p", { class: "hint", text: t(report.units > 0 ? "coverage.import.nothing" : "coverage.import.empty") }),
    ),
  ];
}

function faulty(report) {
  const rows = h("tbody");
  const more = h("button", { class: "button small", type: "button" });
  let shown = 0;
  const show = () => {
    report.faults.slice(shown, shown + SHOWN).forEach((fault) => rows.append(row(fault)));
    shown = Math.min(shown + SHOWN, report.faults.length);
    const left = report.faults.length - shown;
    more.hidden = left === 0;
    more.textContent = t("coverage.import.moreRows", { count: number(Math.min(SHOWN, left)) });
  };
  more.addEventListener("click", show);
  show();
  const heads = ["coverage.import.row", "coverage.import.column", "coverage.import.reason"];
  const counts = { count: number(report.faulty), units: number(report.units) };
  return [
    h("p", { class: "import-said error", "data-testid": "import-bad", text: t("coverage.import.bad", counts) }),
    h(
      "div",
      { class: "import-faults", tabindex: "0", role: "region", "aria-label": t("coverage.import.reason") },
      h(
        "table",
        {},
        h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))),
        rows,
      ),
    ),
    more,
    report.faults.length < report.faulty
      ? h("p", { class: "hint", text: t("coverage.import.kept", { count: number(report.faults.length) }) })
      : null,
  ].filter(Boolean);
}

/** The column, and for what it was taken. */
function columnOf({ field, column }) {
  const label = field ? t(`coverage.import.field.${field}`) : "";
  return column && label ? t("coverage.import.columnAs", { column, field: label }) : column || label;
}

function row(fault) {
  return h(
    "tr",
    {},
    h("td", { text: t(`coverage.import.of${fault.of}`, { row: fault.row }) }),
    h("td", { text: columnOf(fault) }),
    h("td", { text: local(fault.reason) }),
  );
}
