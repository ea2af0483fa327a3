import { number, t } from "/js/i18n/i18n.js";
import { fileChooser } from "/js/import/file-chooser.js";
import { h } from "/js/ui/dom.js";
import { field, select } from "/js/ui/fields.js";
import { explain } from "/js/ui/notice.js";
import { guessColumns } from "./api.js";
import { readTable, twoColumns } from "./people-file.js";

/** Where the numbers of people are: in a column of the layer, or in a CSV file with the same codes. */
export class PeopleSource {
  element = h("fieldset", { class: "stack people-source" });
  #table = null;
  #file = null;
  #changed;
  #told = h("p", { class: "hint", role: "status", "data-testid": "table-read" });
  #code = select("table-code", []);
  #people = select("table-people", []);
  #columns = h("div", { class: "field-grid", hidden: true });
  #fromTable = h("input", { type: "radio", name: "people-from", value: "table", "data-testid": "people-from-table" });
  #fromLayer = h("input", { type: "radio", name: "people-from", value: "layer", checked: true });

  /** @param changed is called when another source or file is chosen */
  constructor(changed) {
    this.#changed = changed;
    this.#code.dataset.testid = "table-code";
    this.#people.dataset.testid = "table-people";
    this.#columns.append(field(t("coverage.import.tableCode"), this.#code), field(t("coverage.import.tablePeople"), this.#people));
    const chooser = fileChooser((files) => this.#read(files[0]), {
      id: "people-file",
      accept: ".csv,.txt,.tsv",
      choose: t("coverage.import.chooseTable"),
      hint: t("coverage.import.tableHint"),
    });
    const table = h("div", { class: "stack", hidden: true }, chooser, this.#told, this.#columns);
    const change = () => {
      table.hidden = !this.#fromTable.checked;
      this.#changed();
    };
    this.#fromTable.addEventListener("change", change);
    this.#fromLayer.addEventListener("change", change);
    this.element.append(
      h("legend", { text: t("coverage.import.from") }),
      h("label", { class: "check" }, this.#fromLayer, t("coverage.import.fromLayer")),
      h("label", { class: "check" }, this.#fromTable, t("coverage.import.fromTable")),
      table,
    );
  }

  get inTable() {
    return this.#fromTable.checked;
  }

  /** The file with the table; null if there is none, or the layer has the people. */
  get file() {
    return this.inTable ? this.#file : null;
  }

  chooseTable() {
    this.#fromTable.checked = true;
    this.#fromTable.dispatchEvent(new Event("change", { bubbles: true }));
  }

  async #read(file) {
    this.#table = null;
    this.#file = null;
    this.#columns.hidden = true;
    try {
      const table = await readTable(file);
      if (table.rows.length === 0) {
        throw new Error(t("coverage.import.tableEmpty"));
      }
      this.#show(table, await guessColumns(table.heads));
      this.#told.textContent = t("coverage.import.tableRead", {
        file: file.name,
        rows: number(table.rows.length),
        encoding: table.encoding,
      });
      this.#file = file;
    } catch (error) {
      this.#told.textContent = `${file.name}: ${explain(error)}`;
    }
    this.#changed();
    this.element.dispatchEvent(new Event("change", { bubbles: true }));
  }

  #show(table, guess) {
    const options = table.heads
      .filter((name) => name !== "")
      .map((name) => {
        const example = table.rows[0].cells[table.heads.indexOf(name)]?.trim();
        return h("option", { value: name, text: example ? t("coverage.import.choice", { name, example }) : name });
      });
    const none = () => h("option", { value: "", text: t("coverage.import.none") });
    this.#code.replaceChildren(none(), ...options);
    this.#people.replaceChildren(none(), ...options.map((option) => option.cloneNode(true)));
    this.#code.value = guess.code ?? "";
    this.#people.value = guess.people ?? "";
    this.#columns.hidden = false;
    this.#table = table;
  }

  /** What is sent of the table; throws words if something is missing. */
  body() {
    if (!this.inTable) {
      return {};
    }
    if (!this.#table) {
      throw new Error(t("coverage.import.needTable"));
    }
    const [code, people] = [this.#code.value, this.#people.value];
    if (!code) {
      throw new Error(t("coverage.import.needCode"));
    }
    if (!people) {
      throw new Error(t("coverage.import.needPeople"));
    }
    return { table: twoColumns(this.#table, code, people), table_code: code, table_people: people };
  }
}
