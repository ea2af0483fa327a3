import { h } from "./dom.js";

/**
 * A table with a head, or a sentence if there is nothing to put in it.
 *
 * @param heads texts
 * @param rows elements
 * @param none what to say if there are no rows
 */
export function table(heads, rows, none) {
  if (rows.length === 0) {
    return h("p", { class: "empty", text: none });
  }
  return h(
    "div",
    { class: "table-frame tall" },
    h(
      "table",
      { class: "grid" },
      h("thead", {}, h("tr", {}, heads.map((text) => h("th", { scope: "col", text })))),
      h("tbody", {}, rows),
    ),
  );
}

/** A row of the table: each cell text or an element. */
export function row(properties, ...cells) {
  return h("tr", properties, cells.map((cell) => h("td", {}, cell ?? "")));
}
