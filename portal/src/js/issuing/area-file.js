import { t } from "../i18n/i18n.js";
import { fileChooser } from "../import/file-chooser.js";
import { h } from "../ui/dom.js";

/** Larger ones are no areas to order by; the server takes no more either. */
const MOST_BYTES = 8 << 20;

const POLYGONS = new Set(["Polygon", "MultiPolygon"]);

/** The area of a GeoJSON file. */
export class AreaFile {
  #basket;
  #problem = h("p", { class: "form-error", role: "alert", "data-testid": "file-problem" });
  #name = h("p", { class: "hint", role: "status", "data-testid": "file-name" });
  element;

  constructor(basket) {
    this.#basket = basket;
    const chooser = fileChooser(([file]) => this.#read(file), {
      id: "order-file",
      accept: ".geojson,.json",
      choose: t("areaFile.choose"),
      hint: t("areaFile.kinds"),
    });
    this.element = h("div", { class: "stack" }, chooser, this.#name, this.#problem);
    basket.addEventListener("change", () => this.#follow());
    this.#follow();
  }

  async #read(file) {
    this.#problem.textContent = "";
    if (file.size > MOST_BYTES) {
      this.#problem.textContent = t("areaFile.tooLarge");
      return;
    }
    try {
      this.#basket.change({ area: polygons(JSON.parse(await file.text())), fileName: file.name });
    } catch {
      this.#problem.textContent = t("areaFile.unreadable", { file: file.name });
    }
  }

  #follow() {
    const { area, fileName } = this.#basket.order;
    this.#name.textContent = area && fileName ? t("areaFile.taken", { file: fileName }) : "";
  }
}

/** Only shapes and only polygons, so that nothing else of the file is sent along. */
function polygons(json) {
  const shapes = (json.type === "FeatureCollection" ? json.features : [json])
    .map((each) => (each.type === "Feature" ? each.geometry : each))
    .filter((each) => POLYGONS.has(each?.type))
    .map(({ type, coordinates }) => ({ type, coordinates }));
  if (shapes.length === 0) {
    throw new Error("no polygon");
  }
  return shapes.length === 1
    ? shapes[0]
    : { type: "FeatureCollection", features: shapes.map((geometry) => ({ type: "Feature", properties: {}, geometry })) };
}
