import { t } from "../i18n/i18n.js";
import { L } from "../map/leaflet.js";
import { h } from "../ui/dom.js";
import { AreaFile } from "./area-file.js";
import { cornersOf } from "./area-drawing.js";
import { DrawnArea } from "./drawn-area.js";
import { SheetChoice } from "./sheet-choice.js";
import { VillageChoice } from "./village-choice.js";

const LINE = { color: "#c2410c", weight: 3, fillOpacity: 0.12, interactive: false, className: "order-shape" };
const KINDS = ["drawn", "sheets", "villages", "file", "whole"];

/** Where data are wanted: one of five ways at a time, each shown on the map. */
export class WherePart {
  #basket;
  #map;
  #outline = L.layerGroup();
  #ways;
  #kind = h("select", { id: "order-where", "data-testid": "order-where" });
  #open = false;
  element;

  constructor(basket, map, { series, onDraw }) {
    this.#basket = basket;
    this.#map = map;
    this.#ways = {
      drawn: new DrawnArea(basket, map, onDraw),
      sheets: new SheetChoice(basket, map, series),
      villages: new VillageChoice(basket, (shape) => this.#show(shape, true)),
      file: new AreaFile(basket),
      whole: { element: h("p", { class: "hint", text: t("where.wholeHint") }) },
    };
    this.#kind.append(...KINDS.map((each) => h("option", { value: each, text: t(`where.${each}`) })));
    this.#kind.addEventListener("change", () => this.#change(this.#kind.value));
    basket.addEventListener("change", () => this.#follow());
    const panes = KINDS.map((each) => this.#ways[each].element);
    this.element = h("fieldset", { class: "order-part" }, h("legend", { text: t("order.where") }),
      h("label", { class: "visually-hidden", for: "order-where", text: t("order.where") }), this.#kind, panes);
  }

  get drawn() {
    return this.#ways.drawn;
  }

  /** Takes a click on the map; false if it means something else. */
  take(latlng) {
    return this.#open && (this.#ways.drawn.drawing.take(latlng) || this.#ways.sheets.take(latlng));
  }

  /** @param open true while the order is looked at: its ground is then on the map */
  setOpen(open) {
    this.#open = open;
    this.#follow();
  }

  /** An area that was drawn is no file, nor the other way round. */
  #change(where) {
    const both = [this.#basket.order.where, where].sort().join();
    this.#basket.change(both === "drawn,file" ? { where, area: null, fileName: "" } : { where });
  }

  #shownKind = null;

  #follow() {
    const { where, area } = this.#basket.order;
    this.#kind.value = where;
    for (const each of KINDS) {
      this.#ways[each].element.hidden = each !== where;
    }
    const kind = this.#open ? where : null;
    if (kind !== this.#shownKind) {
      this.#ways[this.#shownKind]?.hide?.();
      this.#show(null);
      this.#shownKind = kind;
      this.#ways[kind]?.show?.();
    }
    if (kind === "drawn") {
      this.#ways.drawn.follow();
    }
    if (kind === "file" || (kind === "drawn" && !cornersOf(area))) {
      this.#show(area && kind ? area : null, kind === "file");
    } else if (kind === "drawn") {
      this.#show(null);
    }
  }

  #shape = null;

  #show(shape, move = false) {
    if (shape === this.#shape) {
      return;
    }
    this.#shape = shape;
    this.#outline.clearLayers().addTo(this.#map);
    if (shape) {
      const drawn = L.geoJSON(shape, { style: LINE });
      this.#outline.addLayer(drawn);
      if (move) {
        this.#map.fitBounds(drawn.getBounds(), { padding: [30, 30], maxZoom: 16 });
      }
    }
  }
}
