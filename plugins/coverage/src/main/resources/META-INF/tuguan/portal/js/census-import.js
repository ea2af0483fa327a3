import { local, number, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { field, select } from "/js/ui/fields.js";
import { notice } from "/js/ui/notice.js";
import { importCensus } from "./api.js";
import { ColumnMap } from "./column-map.js";
import { openImport } from "./import-dialog.js";
import { LayerChoice } from "./layer-choice.js";
import { dayOfName } from "./people-file.js";
import { PeopleSource } from "./people-source.js";

const FIELDS = ["code", "people", "village_name", "district_name", "village_code", "district_code"];
const FINE = /base|stat|統計/i;

/** People by area, from a layer and perhaps a table: {session, done} */
export async function openCensusImport({ session, done }) {
  const map = new ColumnMap(FIELDS.map((name) => ({ name, more: name.includes("_") })));
  const kinds = ["village", "statistical-area"].map((each) => [each, t(`coverage.data.${each}`)]);
  const kind = select("kind", kinds, "village");
  kind.dataset.testid = "census-kind";
  const date = h("input", { type: "date", required: true, "data-testid": "census-date" });
  const source = h("input", { type: "text", maxlength: "120", "data-testid": "census-source" });
  const showPeople = () => {
    map.element.querySelector("[name=column-people]").closest(".map-row").hidden = people.inTable;
  };
  let dayOfLayer = "";
  let typed = false;
  date.addEventListener("input", () => {
    typed = date.value !== "";
  });
  const showDay = () => {
    if (!typed) {
      date.value = (people.file && dayOfName(people.file.name)) || dayOfLayer;
    }
  };
  const people = new PeopleSource(() => {
    showPeople();
    showDay();
  });
  const layer = new LayerChoice({
    kinds: ["POLYGON", "MIXED"],
    what: t("coverage.import.area"),
    session,
    take: (chosen) => {
      const guess = chosen?.census ?? {};
      map.show(chosen?.columns ?? [], guess);
      kind.value = FINE.test(guess.code ?? "") ? "statistical-area" : "village";
      source.value = chosen ? local(chosen.title) : "";
      dayOfLayer = chosen?.data_date ?? "";
      if (chosen && !guess.people) {
        people.chooseTable();
      }
      showPeople();
      showDay();
    },
  });
  await layer.load();
  const about = h(
    "div",
    { class: "field-grid" },
    field(t("coverage.import.kind"), kind),
    field(t("coverage.import.date"), date),
    field(t("coverage.import.source"), source),
  );
  return openImport({
    title: t("coverage.import.census"),
    parts: [layer.element, people.element, map.element, about],
    body: () => body(layer.layer, map.columns(), people, { kind: kind.value, date: date.value, source: source.value }),
    send: importCensus,
    good: (report) => t("coverage.import.goodCensus", { units: number(report.units), people: number(report.people) }),
    done: async (report) => {
      notice(t("coverage.import.doneCensus", { count: number(report.units), people: number(report.people) }));
      await done();
    },
  });
}

function body(layer, columns, people, about) {
  if (!layer) {
    throw new Error(t("coverage.import.needLayer"));
  }
  if (!columns.code) {
    throw new Error(t("coverage.import.needCode"));
  }
  if (!people.inTable && !columns.people) {
    throw new Error(t("coverage.import.needPeople"));
  }
  if (people.inTable) {
    delete columns.people;
  }
  return { layer: layer.name, ...about, source: about.source.trim() || null, columns, ...people.body() };
}
