import { getScaleLimits } from "../api/wms.js";
import { t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

/** 1:n of web map zoom 0 with the pixels of 0.28 mm that WMS counts in. */
const ZOOM_0 = 559082264.03;

/** The least zoom at which a layer is drawn at all; 0 if there is no such limit. */
export async function leastZoom(name) {
  const limits = (await getScaleLimits()).get(name);
  return limits && Number.isFinite(limits.max) ? Math.floor(Math.log2(ZOOM_0 / limits.max)) + 1 : 0;
}

/**
 * Says at layers that are not drawn at the present scale that one must zoom to see them, so that a
 * checked box without an effect is explained.
 */
export class ScaleHints {
  #map;
  #limits = new Map();

  constructor(map) {
    this.#map = map;
    map.on("zoomend", () => this.#follow());
    this.#load();
  }

  /** A hint for one layer, kept up to date while it is on the page. */
  element(name) {
    const hint = h("span", { class: "scale-hint", "data-scale-hint": name });
    this.#say(hint);
    return hint;
  }

  async #load() {
    try {
      this.#limits = await getScaleLimits();
      this.#follow();
    } catch {
      // The hints are a courtesy; the map works without them.
    }
  }

  #follow() {
    document.querySelectorAll("[data-scale-hint]").forEach((hint) => this.#say(hint));
  }

  #say(hint) {
    const limits = this.#limits.get(hint.dataset.scaleHint);
    const scale = ZOOM_0 / 2 ** this.#map.getZoom();
    const key = !limits ? "" : scale >= limits.max ? "scale.zoomIn" : scale < limits.min ? "scale.zoomOut" : "";
    hint.textContent = key ? t(key) : "";
    hint.hidden = !key;
  }
}
