import { local } from "../i18n/i18n.js";

/** What is published, with the look-ups that pages need. Made from the answer of listLayers. */
export class Catalog {
  constructor({ themes, agencies, layers, offers = [] }) {
    this.themes = themes;
    this.agencies = agencies;
    this.layers = layers;
    this.offers = offers;
    this.byName = new Map(layers.map((layer) => [layer.name, layer]));
    this.#themeById = new Map(themes.map((theme) => [theme.id, theme]));
  }

  #themeById;

  agencyName(layer) {
    return local(layer.agency?.name) || layer.agency?.id || "";
  }

  themeTitle(layer) {
    return local(this.#themeById.get(layer.theme)?.title) || layer.theme;
  }

  /** Layers in which every word of the text occurs, in either language. */
  search(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return this.layers.filter((layer) => this.#says(layer, words));
  }

  /** As search, of what is advertised to those who may not see it. */
  searchOffers(text) {
    const words = text.toLowerCase().split(/\s+/).filter(Boolean);
    return this.offers.filter((offer) => this.#says(offer, words));
  }

  #says(layer, words) {
    const said = this.#wordsOf(layer);
    return words.every((word) => said.includes(word));
  }

  #wordsOf(layer) {
    const theme = this.#themeById.get(layer.theme)?.title;
    const texts = [layer.title, layer.summary, layer.agency?.name, theme].flatMap((x) => [x?.zh, x?.en]);
    return [layer.name, ...(layer.keywords ?? []), ...texts].filter(Boolean).join("\n").toLowerCase();
  }
}
