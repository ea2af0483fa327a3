import { local, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

const ENCODINGS = ["UTF-8", "Big5", "ISO-8859-1"];
const SYSTEMS = ["EPSG:3826", "EPSG:3825", "EPSG:4326", "EPSG:3857", "EPSG:3828", "EPSG:3827"];

/** For whom a layer is meant; finer rights are granted on its page. */
const ACCESS = ["public", "internal", "restricted"];

/** Options that belong to one file and not to the next. */
const OWN = ["name", "title", "title_en", "date", "encoding", "crs", "x", "y"];

/** What the importer may be told; everything may be left to the program. */
export class ImportOptions {
  #file = h("strong", { class: "file-name" });
  #fields = {};

  /** @param changed called when an answer that the preview depends on has changed */
  constructor({ themes, agencies }, changed) {
    const automatic = ["", t("import.automatic")];
    const named = (items, of) => items.map((item) => [item.id, local(of(item))]);
    this.form = h(
      "form",
      { class: "import-form", "data-testid": "import-form" },
      h("h2", {}, t("import.options"), " ", this.#file),
      h(
        "div",
        { class: "field-grid" },
        this.#text("title", "import.titleZh"),
        this.#text("title_en", "import.titleEn"),
        this.#choice("theme", "field.theme", [automatic, ...named(themes, (theme) => theme.title)]),
        this.#choice("agency", "field.agency", [automatic, ...named(agencies, (each) => each.name)]),
        this.#choice("access", "import.access", ["", ...ACCESS].map((each) => [each, t(`import.access.${each}`)])),
      ),
      h(
        "details",
        {},
        h("summary", { text: t("import.source") }),
        h(
          "div",
          { class: "field-grid" },
          this.#text("name", "layer.name"),
          this.#text("attribution", "layer.attribution"),
          this.#text("licence", "layer.licence"),
          this.#text("date", "layer.dataDate", "date"),
        ),
      ),
      h(
        "details",
        {},
        h("summary", { text: t("import.reading.options") }),
        h(
          "div",
          { class: "field-grid" },
          this.#choice("encoding", "import.encoding", [automatic, ...ENCODINGS.map(same)]),
          this.#choice("crs", "layer.crs", [automatic, ...SYSTEMS.map((c) => [c, t(`crs.${c}`)])]),
          this.#text("x", "import.x"),
          this.#text("y", "import.y"),
        ),
        this.#check("skip_bad", "import.skipBad"),
      ),
    );
    this.form.addEventListener("input", changed);
  }

  /** For another file: what belonged to the last one is forgotten. */
  reset(file) {
    this.#file.textContent = file.name;
    for (const name of OWN) {
      this.#fields[name].value = "";
    }
  }

  /** Shows what the program found where nothing was said. */
  suggest(found) {
    this.#suggestFirst("encoding", found.encoding);
    this.#suggestFirst("crs", found.crs);
  }

  #suggestFirst(name, value) {
    const text = value ? t("import.automaticFound", { value }) : t("import.automatic");
    this.#fields[name].options[0].textContent = text;
  }

  values() {
    const { skip_bad: skip, ...rest } = this.#fields;
    const answers = Object.entries(rest).map(([name, field]) => [name, field.value.trim()]);
    return { ...Object.fromEntries(answers), skip_bad: skip.checked ? "true" : "" };
  }

  #text(name, key, type = "text") {
    this.#fields[name] = h("input", { type, name, autocomplete: "off" });
    return h("label", {}, t(key), this.#fields[name]);
  }

  #choice(name, key, options) {
    const made = options.map(([value, text]) => h("option", { value, text }));
    this.#fields[name] = h("select", { name, "data-testid": `import-${name}` }, made);
    return h("label", {}, t(key), this.#fields[name]);
  }

  #check(name, key) {
    this.#fields[name] = h("input", { type: "checkbox", name });
    return h("label", { class: "check" }, this.#fields[name], t(key));
  }
}

function same(value) {
  return [value, value];
}
