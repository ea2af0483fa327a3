import { getArea, listVillages } from "../api/quotes.js";
import { local, t } from "../i18n/i18n.js";
import { makeCombobox } from "../ui/combobox.js";
import { h } from "../ui/dom.js";
import { explain } from "../ui/notice.js";
import { chips } from "./chips.js";

const MOST_FOUND = 12;

/** Districts and villages by name. */
export class VillageChoice {
  #basket;
  #outline;
  #all = null;
  #shown = false;
  #asked = null;
  #drawn = "";
  #input = h("input", { type: "search", "aria-label": t("villages.find"), "data-testid": "order-village" });
  #status = h("p", { class: "hint", role: "status", "data-testid": "village-status" });
  #chosen = h("div", {});
  element;

  /** @param outline called with GeoJSON to show on the map, or null */
  constructor(basket, outline) {
    this.#basket = basket;
    this.#outline = outline;
    const districts = h("select", { "data-testid": "order-district", "aria-label": t("villages.districts") });
    districts.append(h("option", { value: "", text: t("villages.pickDistrict") }));
    const add = h("button", { class: "button", type: "button", "data-testid": "add-district", text: t("order.add") });
    add.addEventListener("click", () => districts.value && this.#add(districts.value));
    this.element = h(
      "div",
      { class: "stack" },
      h("div", { class: "combo" }, h("span", { text: t("villages.find") }), this.#input),
      h("div", { class: "add-line" }, h("label", {}, t("villages.districts"), districts), add),
      this.#status,
      this.#chosen,
    );
    makeCombobox(this.#input, {
      suggest: (text) => this.#find(text),
      render: (each) => h("span", { text: this.#words(each) }),
      choose: ({ code }) => {
        this.#input.value = "";
        this.#add(code);
      },
      status: (count) => this.#say(count === 0 ? t("villages.none") : ""),
      fail: (error) => this.#say(explain(error)),
    });
    this.#load(districts);
    basket.addEventListener("change", () => this.#follow());
  }

  async #load(districts) {
    try {
      this.#all = await listVillages();
      const rows = this.#all.filter((each) => !local(each.district));
      districts.append(...rows.map((each) => h("option", { value: each.code, text: local(each.name) })));
      this.#follow();
    } catch (error) {
      this.#say(explain(error));
    }
  }

  show() {
    this.#shown = true;
    this.#drawn = "";
    this.#follow();
  }

  hide() {
    this.#shown = false;
    this.#asked?.abort();
  }

  #say(words) {
    this.#status.textContent = words;
  }

  #find(text) {
    const wanted = text.toLowerCase().split(/\s+/);
    const said = (each) => `${each.district.zh}${each.name.zh} ${each.name.en} ${each.district.en}`.toLowerCase();
    return (this.#all ?? []).filter((each) => wanted.every((word) => said(each).includes(word))).slice(0, MOST_FOUND);
  }

  #words({ name, district }) {
    return [local(district), local(name)].filter(Boolean).join("　");
  }

  #add(code) {
    const { villages } = this.#basket.order;
    if (!villages.includes(code)) {
      this.#basket.change({ villages: [...villages, code] });
    }
  }

  #follow() {
    if (!this.#shown || !this.#all) {
      return;
    }
    const { villages } = this.#basket.order;
    const byCode = new Map(this.#all.map((each) => [each.code, each]));
    const items = villages.map((key) => ({ key, text: byCode.has(key) ? this.#words(byCode.get(key)) : key }));
    const remove = (key) => this.#basket.change({ villages: villages.filter((each) => each !== key) });
    const list = chips(items, remove, { label: t("villages.chosen"), testid: "chosen-villages", field: () => this.#input });
    this.#chosen.replaceChildren(...(list ? [list] : []));
    this.#draw(villages);
  }

  async #draw(villages) {
    const key = villages.join();
    if (key === this.#drawn) {
      return;
    }
    this.#drawn = key;
    this.#asked?.abort();
    if (!key) {
      this.#outline(null);
      return;
    }
    this.#asked = new AbortController();
    try {
      this.#outline(await getArea({ villages }, this.#asked.signal));
    } catch (error) {
      if (error.name !== "AbortError") {
        this.#say(explain(error));
      }
    }
  }
}
