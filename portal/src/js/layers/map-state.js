/** Areas go under lines, lines under points, when a layer is first shown. */
const RANK = { POLYGON: 1, MIXED: 1, LINE: 2, POINT: 3 };

function rank(layer) {
  return layer.kind === "raster" ? 0 : (RANK[layer.geometry] ?? 1);
}

/**
 * Which layers are on the map, in drawing order, with style and opacity. The only place that holds
 * this; map, panel and address listen to its "change" events.
 */
export class MapState extends EventTarget {
  #catalog;
  #height;
  #entries = [];

  /** @param catalog Map of name to layer; its order is the catalogue's, topmost first */
  constructor(catalog) {
    super();
    this.#catalog = catalog;
    const upwards = [...catalog.values()].toReversed().sort((a, b) => rank(a) - rank(b));
    this.#height = new Map(upwards.map((layer, at) => [layer.name, at]));
  }

  /** Bottom to top: {name, style (null for the default), opacity (0 to 1)}. Not to be changed. */
  get entries() {
    return this.#entries;
  }

  has(name) {
    return this.#entries.some((entry) => entry.name === name);
  }

  /** Takes over a list as it is; layers and styles that are not published are left out. */
  restore(entries) {
    const known = entries.filter(
      (entry, at) =>
        this.#catalog.has(entry.name) && entries.findIndex((e) => e.name === entry.name) === at,
    );
    this.#entries = known.map((entry) => ({ ...entry, style: this.#knownStyle(entry) }));
    this.#changed();
  }

  #knownStyle({ name, style }) {
    const styles = this.#catalog.get(name).styles;
    const found = styles.findIndex((each) => each.name === style);
    return found > 0 ? style : null;
  }

  /** Adds a layer above those it belongs above: by kind of geometry, then by the catalogue. */
  show(name) {
    if (this.has(name) || !this.#catalog.has(name)) {
      return;
    }
    const own = this.#height.get(name);
    const above = this.#entries.findLastIndex((entry) => this.#height.get(entry.name) < own);
    this.#entries = this.#entries.toSpliced(above + 1, 0, { name, style: null, opacity: 1 });
    this.#changed();
  }

  hide(name) {
    this.#entries = this.#entries.filter((entry) => entry.name !== name);
    this.#changed();
  }

  /** @param steps positive is up, towards the viewer */
  move(name, steps) {
    const from = this.#entries.findIndex((entry) => entry.name === name);
    this.moveTo(name, from + steps);
  }

  /** @param index counted from the bottom */
  moveTo(name, index) {
    const from = this.#entries.findIndex((entry) => entry.name === name);
    const to = Math.max(0, Math.min(index, this.#entries.length - 1));
    if (from < 0 || from === to) {
      return;
    }
    const rest = this.#entries.toSpliced(from, 1);
    this.#entries = rest.toSpliced(to, 0, this.#entries[from]);
    this.#changed();
  }

  setOpacity(name, opacity) {
    this.#alter(name, { opacity });
  }

  setStyle(name, style) {
    this.#alter(name, { style });
  }

  #alter(name, change) {
    this.#entries = this.#entries.map((e) => (e.name === name ? { ...e, ...change } : e));
    this.#changed();
  }

  #changed() {
    this.dispatchEvent(new Event("change"));
  }
}
