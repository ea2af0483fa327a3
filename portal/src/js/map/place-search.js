import { getFeature } from "../api/ogc.js";
import { findPlaces } from "../api/places.js";
import { lang, local, t } from "../i18n/i18n.js";
import { makeCombobox } from "../ui/combobox.js";
import { byId, h } from "../ui/dom.js";
import { icon } from "../ui/icon.js";
import { explain, notice } from "../ui/notice.js";
import { parseCoordinates, tm2Text, wgs84Text } from "./coordinates.js";
import { boundsOf } from "./highlight.js";
import { L } from "./leaflet.js";
import { toBounds, zoomTo } from "./map-view.js";

function nameOf({ name, name_en: english }) {
  return lang === "en" && english ? english : name;
}

/** Finds places by name or coordinates, shows and outlines them. Event: "change". */
export class PlaceSearch extends EventTarget {
  #map;
  #layers;
  #highlight;
  #input = byId("place-input");
  #clear = byId("place-clear");
  #place = null;

  constructor(map, layers, highlight) {
    super();
    this.#map = map;
    this.#layers = layers;
    this.#highlight = highlight;
    this.#clear.append(icon("close"));
    this.#clear.addEventListener("click", () => this.#forget());
    this.#input.addEventListener("input", () => {
      this.#clear.hidden = !this.#input.value;
    });
    makeCombobox(this.#input, {
      suggest: (text, signal) => this.#suggest(text, signal),
      render: (option) => this.#render(option),
      choose: (option) => this.#choose(option),
      status: (count) => this.#say(count),
      fail: (error) => notice(explain(error), "error"),
    });
  }

  /** {layer, id} of the place that is outlined, or null. */
  get place() {
    return this.#place;
  }

  /** Outlines a place of which only layer and id are known; moves there if asked. */
  async restore({ layer, id }, move) {
    try {
      const feature = await getFeature(layer, id);
      const { name_en, [this.#layers.get(layer)?.place_name]: name = id } = feature.properties ?? {};
      this.#outline(feature);
      this.#settle({ layer, id }, nameOf({ name: String(name), name_en }));
      if (move) {
        zoomTo(this.#map, boundsOf(feature));
      }
    } catch {
      notice(t("place.gone"), "error");
    }
  }

  async #suggest(text, signal) {
    const point = parseCoordinates(text);
    return point ? [{ point }] : findPlaces(text, signal);
  }

  #render({ point, layer, ...place }) {
    if (point) {
      const other = point.system === "TM2" ? wgs84Text(point) : tm2Text(point);
      return h("span", {}, h("b", { text: t("place.goTo") }), h("small", { text: other }));
    }
    const kind = local(this.#layers.get(layer)?.title) || layer;
    const small = [place.context, kind].filter(Boolean).join(" · ");
    return h("span", {}, h("b", { text: nameOf(place) }), h("small", { text: small }));
  }

  #say(count) {
    byId("place-status").textContent =
      count === null ? "" : count === 0 ? t("place.none") : t("place.found", { count });
    this.#input.toggleAttribute("data-empty", count === 0);
    byId("place-none")?.remove();
    if (count === 0) {
      const hint = h("p", { id: "place-none", class: "suggestions", text: t("place.none") });
      this.#input.after(hint);
    }
  }

  async #choose({ point, layer, id, bounds, ...place }) {
    if (point) {
      this.#map.setView(point, Math.max(this.#map.getZoom(), 16));
      this.#highlight.showPoint(L.latLng(point));
      this.#settle(null, this.#input.value);
      return;
    }
    zoomTo(this.#map, bounds);
    this.#highlight.showBox(toBounds(bounds));
    this.#settle({ layer, id }, nameOf(place));
    try {
      this.#outline(await getFeature(layer, id));
    } catch {
      // The box stays: it is right, only coarser than the outline.
    }
  }

  #outline(feature) {
    this.#highlight.show(feature);
  }

  #settle(place, text) {
    this.#place = place;
    this.#input.value = text;
    this.#clear.hidden = false;
    this.dispatchEvent(new Event("change"));
  }

  #forget() {
    this.#place = null;
    this.#input.value = "";
    this.#clear.hidden = true;
    this.#highlight.clear();
    this.#say(null);
    this.#input.focus();
    this.dispatchEvent(new Event("change"));
  }
}
