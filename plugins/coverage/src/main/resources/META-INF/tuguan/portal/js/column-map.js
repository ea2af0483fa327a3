import { t } from "/js/i18n/i18n.js";
import { h } from "/js/ui/dom.js";
import { select } from "/js/ui/fields.js";

const LONGEST_EXAMPLE = 24;

/** Which column stands for what, with fixed values beside: a row for each of our names. */
export class ColumnMap {
  element = h("fieldset", { class: "column-map" });
  #fields;
  #rows = new Map();

  /** @param fields {name, fixed: an element that holds a value, or nothing; more: rarely needed} */
  constructor(fields) {
    this.#fields = fields;
    this.show([], {});
  }

  /**
   * @param columns [{name, example}]
   * @param guess column by our name
   */
  show(columns, guess) {
    this.#rows.clear();
    const often = this.#fields.filter((field) => !field.more).map((field) => this.#row(field, columns, guess));
    const seldom = this.#fields.filter((field) => field.more).map((field) => this.#row(field, columns, guess));
    const parts = [
      h("legend", { text: t("coverage.import.columns") }),
      h("p", { class: "hint", text: this.#hint() }),
      ...often,
    ];
    if (seldom.length > 0) {
      const open = this.#fields.some((field) => field.more && guess[field.name]);
      parts.push(h("details", { open }, h("summary", { text: t("coverage.import.more") }), seldom));
    }
    this.element.replaceChildren(...parts);
  }

  #hint() {
    const keys = ["coverage.import.columnsHint"];
    if (this.#fields.some((field) => field.fixed)) {
      keys.push("coverage.import.fixedHint");
    }
    return keys.map((key) => t(key)).join(" ");
  }

  #row(field, columns, guess) {
    const label = t(`coverage.import.field.${field.name}`);
    const options = [["", t("coverage.import.none")], ...columns.map((column) => [column.name, words(column)])];
    const choice = select(`column-${field.name}`, options, guess[field.name] ?? "");
    choice.dataset.testid = `column-${field.name}`;
    if (field.fixed?.matches("[type=text], [type=number]")) {
      field.fixed.placeholder = t("coverage.import.fixed");
    }
    field.fixed?.setAttribute("aria-label", t("coverage.import.fixedFor", { field: label }));
    this.#rows.set(field.name, { choice, fixed: field.fixed });
    return h(
      "div",
      { class: field.fixed ? "map-row with-fixed" : "map-row" },
      h("label", {}, h("span", { text: label }), choice),
      field.fixed ?? null,
    );
  }

  /** Column by our name. */
  columns() {
    return this.#values(({ choice }) => choice.value);
  }

  fixed() {
    return this.#values(({ fixed }) => fixed?.value ?? "");
  }

  #values(read) {
    const values = [...this.#rows].map(([name, row]) => [name, read(row)]);
    return Object.fromEntries(values.filter(([, value]) => value !== ""));
  }
}

function words({ name, example }) {
  if (!example) {
    return name;
  }
  const short = example.length > LONGEST_EXAMPLE ? `${example.slice(0, LONGEST_EXAMPLE)}…` : example;
  return t("coverage.import.choice", { name, example: short });
}
