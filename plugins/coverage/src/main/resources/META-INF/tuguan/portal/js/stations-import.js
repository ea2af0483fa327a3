import { local, number, t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { select } from "/js/ui/fields.js";
import { notice } from "/js/ui/notice.js";
import { getInventory, importStations } from "./api.js";
import { ColumnMap } from "./column-map.js";
import { openImport } from "./import-dialog.js";
import { LayerChoice } from "./layer-choice.js";

/** Stations from a layer: {vocabulary, session, done} */
export async function openStationsImport({ vocabulary, session, done }) {
  const map = new ColumnMap(fields(vocabulary));
  const layer = new LayerChoice({
    kinds: ["POINT", "MIXED", "POLYGON"],
    what: t("coverage.import.point"),
    session,
    take: (chosen) => map.show(chosen?.columns ?? [], chosen?.stations ?? {}),
  });
  const [sources] = await Promise.all([getInventory(), layer.load()]);
  const there = sources.reduce((sum, each) => sum + each.stations, 0);
  const replace = h("input", {
    type: "checkbox",
    "data-testid": "import-replace",
    checked: there > 0 && sources.every((each) => each.synthetic),
  });
  const words = t("coverage.import.replace", { count: number(there) });
  const keep = h("label", { class: "check", hidden: there === 0 }, replace, h("span", { text: words }));
  return openImport({
    title: t("coverage.import.stations"),
    parts: [layer.element, map.element, keep],
    body: () => {
      if (!layer.layer) {
        throw new Error(t("coverage.import.needLayer"));
      }
      return { layer: layer.layer.name, columns: map.columns(), fixed: map.fixed(), replace: replace.checked };
    },
    send: importStations,
    good: (report) =>
      t("coverage.import.goodStations", {
        units: number(report.units),
        added: number(report.added),
        changed: number(report.changed),
        removed: number(report.removed),
      }),
    done: async (report) => {
      notice(t("coverage.import.doneStations", { count: number(report.units) }));
      await done();
    },
  });
}

function fields(vocabulary) {
  const none = ["", t("coverage.import.none")];
  const words = (list) => list.map((each) => [each.code, local(each.title)]);
  const metres = () => h("input", { type: "number", min: "0", step: "any" });
  const day = () => h("input", { type: "date" });
  const built = [none, ["true", t("coverage.import.yes")], ["false", t("coverage.import.no")]];
  return [
    { name: "name" },
    { name: "operator", fixed: h("input", { type: "text", maxlength: "120" }) },
    { name: "technology", fixed: select("fixed-technology", words(vocabulary.technologies), "wifi") },
    { name: "radius_m", fixed: h("input", { type: "number", min: "1", max: "50000", step: "any", "data-testid": "fixed-radius_m" }) },
    { name: "id", more: true },
    { name: "model", more: true, fixed: select("fixed-model", [none, ...words(vocabulary.models)]) },
    { name: "band_mhz", more: true, fixed: metres() },
    { name: "eirp_dbm", more: true, fixed: h("input", { type: "number", step: "any" }) },
    { name: "height_m", more: true, fixed: metres() },
    { name: "valid_from", more: true, fixed: day() },
    { name: "valid_until", more: true, fixed: day() },
    { name: "built", more: true, fixed: select("fixed-built", built) },
  ];
}
