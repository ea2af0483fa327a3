import { listSheets } from "../api/quotes.js";
import { t } from "../i18n/i18n.js";
import { L } from "../map/leaflet.js";
import { debounce, h } from "../ui/dom.js";
import { explain } from "../ui/notice.js";
import { chips } from "./chips.js";

const LINE = { color: "#0b4f6c", weight: 1, fill: false, interactive: false };
const CHOSEN = { color: "#c2410c", weight: 3, fill: true, fillOpacity: 0.18, interactive: false };

/** Degrees from west to east, about. */
const WIDTH = { "1:1000": 0.008, "1:5000": 0.025, "1:25000": 0.125, "1:50000": 0.25, "1:100000": 0.5 };

/** More are not drawn: they could not be told apart. */
const MOST = 400;

/** Numbers are written on the sheets if there are no more of them than this. */
const MOST_NAMED = 110;

/** Map sheets by clicking them, or by their numbers. */
export class SheetChoice {
  #basket;
  #map;
  #grid = L.layerGroup();
  #sheets = new Map();
  #asked = null;
  #shown = false;
  #series = h("select", { "data-testid": "order-series" });
  #number = h("input", { type: "text", inputmode: "numeric", list: "sheet-numbers", autocomplete: "off", "data-testid": "order-sheet" });
  #numbers = h("datalist", { id: "sheet-numbers" });
  #status = h("p", { class: "hint", role: "status", "data-testid": "sheet-status" });
  #chosen = h("div", {});
  element;

  constructor(basket, map, series) {
    this.#basket = basket;
    this.#map = map;
    this.#series.append(...series.map((each) => h("option", { value: each, text: each })));
    this.#series.addEventListener("change", () => {
      this.#basket.change({ series: this.#series.value, sheets: [] });
      this.#inquire();
    });
    const add = h("button", { class: "button", type: "submit", "data-testid": "add-sheet", text: t("order.add") });
    const adding = h("form", { class: "add-line" }, h("label", {}, t("sheets.number"), this.#number), add, this.#numbers);
    adding.addEventListener("submit", (event) => {
      event.preventDefault();
      this.#add();
    });
    this.element = h("div", { class: "stack" }, h("label", {}, t("sheets.series"), this.#series), this.#status, adding, this.#chosen);
    map.on("moveend", debounce(200, () => this.#inquire()));
    basket.addEventListener("change", () => this.#follow());
  }

  show() {
    this.#shown = true;
    this.#series.value = this.#basket.order.series;
    this.#grid.addTo(this.#map);
    this.#follow();
    this.#inquire();
  }

  hide() {
    this.#shown = false;
    this.#grid.remove();
  }

  /** Takes a click while sheets are chosen; false if it is none of ours. */
  take(latlng) {
    if (!this.#shown) {
      return false;
    }
    const hit = [...this.#sheets.values()].find((sheet) => sheet.bounds.contains(latlng));
    if (hit) {
      this.#toggle(hit.number);
    }
    return true;
  }

  #toggle(number) {
    const { sheets } = this.#basket.order;
    const rest = sheets.filter((each) => each !== number);
    this.#basket.change({ sheets: rest.length < sheets.length ? rest : [...sheets, number] });
  }

  #add() {
    const number = this.#number.value.trim();
    if (number && !this.#basket.order.sheets.includes(number)) {
      this.#basket.change({ sheets: [...this.#basket.order.sheets, number] });
    }
    this.#number.value = "";
    this.#number.focus();
  }

  async #inquire() {
    if (!this.#shown) {
      return;
    }
    this.#asked?.abort();
    const view = this.#map.getBounds();
    const { series } = this.#basket.order;
    const side = WIDTH[series] ?? 0.025;
    if (((view.getEast() - view.getWest()) / side) * ((view.getNorth() - view.getSouth()) / side) > MOST) {
      this.#draw([], t("sheets.tooMany"));
      return;
    }
    const asked = new AbortController();
    this.#asked = asked;
    try {
      const box = [view.getWest(), view.getSouth(), view.getEast(), view.getNorth()];
      const answer = await listSheets(series, box, asked.signal);
      this.#draw(answer.features, t("sheets.hint"));
    } catch (error) {
      if (error.name !== "AbortError") {
        this.#draw([], explain(error));
      }
    }
  }

  #draw(features, words) {
    this.#status.textContent = words;
    this.#sheets.clear();
    for (const feature of features) {
      const outline = L.geoJSON(feature, { style: LINE });
      this.#sheets.set(feature.id, { number: feature.id, outline, bounds: outline.getBounds() });
    }
    this.#numbers.replaceChildren(...features.map((each) => h("option", { value: each.id })));
    this.#follow();
  }

  #follow() {
    if (!this.#shown) {
      return;
    }
    const { sheets } = this.#basket.order;
    this.#grid.clearLayers();
    for (const { number, outline, bounds } of this.#sheets.values()) {
      outline.setStyle(sheets.includes(number) ? CHOSEN : LINE);
      this.#grid.addLayer(outline);
      if (this.#sheets.size <= MOST_NAMED) {
        this.#grid.addLayer(named(number, bounds.getCenter()));
      }
    }
    const list = chips(sheets.map((key) => ({ key, text: key })), (key) => this.#toggle(key), {
      label: t("sheets.chosen"),
      testid: "chosen-sheets",
      field: () => this.#number,
    });
    this.#chosen.replaceChildren(...(list ? [list] : []));
  }
}

function named(text, at) {
  const label = h("span", { text });
  return L.marker(at, { icon: L.divIcon({ className: "sheet-label", html: label, iconSize: [80, 16] }), interactive: false, keyboard: false });
}
