import { listTables, publishTable } from "../api/layers.js";
import { local, number, page, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { explain, notice } from "../ui/notice.js";

/** Tables and views that are in the database already, each with a button that publishes it. */
export class TablePublishing {
  #element;
  #published;

  constructor(element, published) {
    this.#element = element;
    this.#published = published;
  }

  async open() {
    this.#element.replaceChildren(h("p", { class: "hint", text: t("tables.loading") }));
    try {
      const answer = await listTables();
      this.#show(answer);
    } catch (error) {
      this.#element.replaceChildren(h("p", { class: "callout error", text: explain(error) }));
    }
  }

  #show(tables) {
    if (tables.length === 0) {
      this.#element.replaceChildren(h("p", { class: "empty", text: t("tables.none") }));
      return;
    }
    const heads = ["tables.table", "layer.kind", "layer.crs", "layer.count", "tables.state"];
    this.#element.replaceChildren(
      h("p", { text: t("tables.lead") }),
      h(
        "div",
        { class: "table-frame" },
        h(
          "table",
          { class: "grid" },
          h("thead", {}, h("tr", {}, heads.map((key) => h("th", { scope: "col", text: t(key) })))),
          h("tbody", {}, tables.map((table) => this.#row(table))),
        ),
      ),
    );
  }

  #row(table) {
    const name = `${table.schema}.${table.table}`;
    return h(
      "tr",
      { "data-testid": `table-${name}` },
      h("td", {}, h("code", { text: name })),
      h("td", { text: table.geometry ? t(`geometry.${table.geometry}`) : "" }),
      h("td", { text: table.crs ?? "" }),
      h("td", { class: "number", text: typeof table.count === "number" ? number(table.count) : "" }),
      h("td", {}, this.#state(table, name)),
    );
  }

  #state(table, name) {
    if (table.published) {
      return layerLink(table.published);
    }
    return table.problem ? h("span", { class: "form-error", text: local(table.problem) }) : this.#publishForm(name);
  }

  #publishForm(table) {
    const theme = this.#choice("field.theme", this.#published.themes, (each) => each.title);
    const agency = this.#choice("field.agency", this.#published.agencies, (each) => each.name);
    const title = h("input", { type: "text", "aria-label": t("import.titleZh") });
    title.placeholder = t("import.titleZh");
    const button = h("button", { class: "button primary", type: "submit", text: t("tables.publish") });
    const form = h("form", { class: "publish-form" }, title, theme, agency, button);
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      button.disabled = true;
      const said = { title: title.value.trim(), theme: theme.value, agency: agency.value };
      const known = Object.fromEntries(Object.entries(said).filter(([, value]) => value));
      try {
        const published = await publishTable({ table, ...known });
        form.replaceWith(layerLink(published.layer));
        notice(t("tables.done", { table }));
      } catch (error) {
        notice(explain(error), "error");
        button.disabled = false;
      }
    });
    return form;
  }

  #choice(key, items, of) {
    const options = items.map((item) => h("option", { value: item.id, text: local(of(item)) }));
    const none = h("option", { value: "", text: t(key) });
    return h("select", { "aria-label": t(key) }, none, options);
  }
}

function layerLink(name) {
  return h("a", { href: page(`/layer.html?name=${encodeURIComponent(name)}`), text: name });
}
