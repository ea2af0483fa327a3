import { local, number, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

/** What a file holds: mostly one data set, but archives and GeoPackages may hold several. */
export function dataSets(answer) {
  return [answer, ...(answer.others ?? [])];
}

/** What the program found in a data set: facts with reasons, a map, two rows, and what is bad. */
export function previewOf(found) {
  return h(
    "div",
    { class: "preview-found" },
    h("h2", {}, t("import.found"), " ", h("span", { class: "file-name", text: found.layer ?? "" })),
    found.created === false ? h("p", { class: "callout", text: t("import.updates") }) : null,
    warnings(found),
    h("div", { class: "columns" }, facts(found), map(found)),
    sample(found),
    badRows(found),
  );
}

function facts(found) {
  const kind = found.geometry ? t(`geometry.${found.geometry}`) : null;
  const rows = [
    ["import.format", found.format],
    ["layer.count", typeof found.count === "number" ? number(found.count) : null],
    ["layer.kind", kind],
    ["import.encoding", found.encoding, found.encoding_reason],
    ["layer.crs", found.crs, found.crs_reason],
    ["layer.extent", found.extent?.map((value) => value.toFixed(4)).join(", ")],
    ["import.bad", found.bad_count ? number(found.bad_count) : null],
  ];
  const list = rows
    .filter(([, value]) => value)
    .map(([key, value, reason]) => [
      h("dt", { text: t(key) }),
      h("dd", {}, value, reason ? h("div", { class: "hint", text: local(reason) }) : null),
    ]);
  return h("section", { class: "facts" }, h("dl", { "data-testid": "import-facts" }, list.flat()));
}

function map(found) {
  if (!/^data:image\//.test(found.map ?? "")) {
    return h("p", { class: "hint", text: t("import.noMap") });
  }
  const picture = h("img", { src: found.map, alt: t("import.map"), "data-testid": "import-map" });
  return h("figure", { class: "preview-picture" }, picture);
}

function warnings(found) {
  return (found.warnings ?? []).map((text) => h("p", { class: "callout warn", text: local(text) }));
}

/** Attributes down, rows across: names are long and many, rows are two. */
function sample(found) {
  const rows = found.sample ?? [];
  const heads = rows.map((_, at) => h("th", { scope: "col", text: t("import.row", { n: at + 1 }) }));
  const lines = (found.attributes ?? []).map(({ name, type }) =>
    h(
      "tr",
      {},
      h("th", { scope: "row" }, h("code", { text: name })),
      h("td", { text: t(`type.${type}`) }),
      rows.map((row) => h("td", { text: String(row[name] ?? "") })),
    ),
  );
  return h(
    "section",
    {},
    h("h2", { text: t("import.sample") }),
    frame(
      t("import.sample"),
      h(
        "table",
        { class: "grid", "data-testid": "import-sample" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("layer.attribute") }),
          h("th", { scope: "col", text: t("layer.type") }), heads)),
        h("tbody", {}, lines),
      ),
    ),
  );
}

function badRows(found) {
  const rows = found.bad_rows ?? [];
  if (rows.length === 0) {
    return null;
  }
  const lines = rows.map(({ line, number: record, reason }) =>
    h("tr", {}, h("td", { text: String(line || record) }), h("td", { text: local(reason) })),
  );
  return h(
    "section",
    {},
    h("h2", { text: t("import.badRows", { count: number(found.bad_count ?? rows.length) }) }),
    h("p", { text: t("import.badHint") }),
    frame(
      t("import.bad"),
      h(
        "table",
        { class: "grid", "data-testid": "import-bad" },
        h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("import.line") }),
          h("th", { scope: "col", text: t("import.reason") }))),
        h("tbody", {}, lines),
      ),
    ),
  );
}

function frame(label, table) {
  return h("div", { class: "table-frame", tabindex: "0", role: "region", "aria-label": label }, table);
}
