import { getPicture } from "../api/wms.js";
import { L } from "./leaflet.js";
import { covers, viewOf } from "./picture-view.js";

/** Short moves show no gap, and the server does not draw much that is never seen. */
const MARGIN = 0.2;

/** While the map is dragged beyond the picture, a new one is asked for this often at most. */
const DRAG_MS = 400;

/** A server that is busy is asked again after this, so many times. */
const BUSY_MS = 3000;
const BUSY_TIMES = 4;

/** A layer that could not be drawn is left out this long before it is tried again. */
const REST_MS = 60_000;

/**
 * Some WMS layers as one picture of the map's view, so that the server can keep their labels clear
 * of each other and write each once. The last picture stays, moved along with the map, until the
 * next has come. A layer that cannot be drawn does not take the others with it.
 *
 * Events: "loading"; "load" when the picture is there or has failed: see {@link failing}.
 */
export class MapPicture extends L.Layer {
  #layers;
  #held;
  #server;
  #margin;
  #opacity = 1;
  #zIndex = 1;
  #versions;
  #asked = null;
  #wanted = null;
  #image = null;
  #overlay = null;
  #resting = new Set();
  #restUntil = 0;
  #failing = [];
  #lastDrag = 0;
  #again = false;

  /**
   * @param layers bottom first: {name, style}; never changes
   * @param options held: load, but show nothing before {@link release}; server: address of
   *     another; margin: how far the picture reaches beyond each edge of the view, as a part of the
   *     view; 0 keeps labels whole, but a moved map is bare at its edge until the next picture;
   *     versions: Map of layer name to the version of its data, which may change
   */
  constructor(layers, { held = false, server, margin = MARGIN, versions } = {}) {
    super();
    this.#layers = layers;
    this.#held = held;
    this.#server = server;
    this.#margin = margin;
    this.#versions = versions;
  }

  get names() {
    return this.#layers.map(({ name }) => name);
  }

  /** Not released yet. */
  get held() {
    return this.#held;
  }

  get loading() {
    return this.#asked !== null;
  }

  /** Names of layers that are missing from the last picture. */
  get failing() {
    return this.#failing;
  }

  setOpacity(opacity) {
    this.#opacity = opacity;
    this.#overlay?.setOpacity(opacity);
    return this;
  }

  setZIndex(zIndex) {
    this.#zIndex = zIndex;
    this.#overlay?.setZIndex(zIndex);
    return this;
  }

  release() {
    this.#held = false;
    this.#show();
  }

  /**
   * Asks for the picture again if it shows any of the boxes; while one is on its way, after that.
   *
   * @param boxes bounds of Leaflet
   */
  refresh(boxes) {
    if (!boxes.some((box) => this.#wanted?.bounds.intersects(box))) {
      return;
    }
    if (this.#asked) {
      this.#again = true;
    } else {
      this.#ask(viewOf(this._map, this.#margin));
    }
  }

  // What Leaflet calls.

  onAdd() {
    this.#ask(viewOf(this._map, this.#margin));
  }

  onRemove() {
    this.#asked?.abort();
    this.#asked = null;
    this.#again = false;
    this.#wanted = null;
    this.#overlay?.remove();
    this.#overlay = null;
  }

  getEvents() {
    return {
      // What comes during a zoom is for the scale that is being left.
      zoomstart: () => this.#asked?.abort(),
      move: () => this.#drag(),
      moveend: () => this.#settle(),
      resize: () => this.#settle(),
    };
  }

  #drag() {
    const now = performance.now();
    const stale = this.#wanted?.zoom === this._map.getZoom() && !covers(this.#wanted, this._map, 0);
    if (stale && !this.#asked && now - this.#lastDrag > DRAG_MS) {
      this.#lastDrag = now;
      this.#ask(viewOf(this._map, this.#margin));
    }
  }

  #settle() {
    const aborted = this.#asked?.signal.aborted;
    if (aborted || !this.#wanted || !covers(this.#wanted, this._map, this.#margin / 2)) {
      this.#ask(viewOf(this._map, this.#margin));
    }
  }

  async #ask(view) {
    this.#asked?.abort();
    const asked = new AbortController();
    this.#asked = asked;
    this.#wanted = view;
    this.#again = false;
    this.fire("loading");
    try {
      const image = await this.#draw(view, asked.signal);
      if (!asked.signal.aborted) {
        this.#image = { element: image, bounds: view.bounds };
        this.#show();
      }
    } catch {
      this.#failing = asked.signal.aborted ? this.#failing : this.names;
    }
    if (this.#asked === asked && !asked.signal.aborted) {
      this.#asked = null;
      this.fire("load");
      if (this.#again) {
        this.#ask(viewOf(this._map, this.#margin));
      }
    }
  }

  async #draw(view, signal) {
    if (performance.now() > this.#restUntil) {
      this.#resting.clear();
    }
    const able = this.#layers.filter(({ name }) => !this.#resting.has(name));
    try {
      const image = await this.#picture(able, view, signal);
      this.#failing = [...this.#resting];
      return image;
    } catch (error) {
      const culprits = signal.aborted || !error.status ? [] : await this.#culprits(able, view, signal);
      if (culprits.length === 0 || culprits.length === able.length) {
        throw error;
      }
      culprits.forEach((name) => this.#resting.add(name));
      this.#restUntil = performance.now() + REST_MS;
      return this.#draw(view, signal);
    }
  }

  /** Asks for a small picture of each layer, to learn which cannot be drawn. */
  async #culprits(layers, view, signal) {
    const shrink = Math.min(1, 256 / Math.max(view.width, view.height));
    const side = (length) => Math.max(1, Math.round(length * shrink));
    const small = { ...view, width: side(view.width), height: side(view.height), ratio: 1 };
    const culprits = [];
    for (const layer of layers) {
      try {
        await this.#picture([layer], small, signal);
      } catch {
        culprits.push(layer.name);
      }
    }
    return culprits;
  }

  async #picture(layers, view, signal, patience = BUSY_TIMES) {
    const lang = document.documentElement.lang;
    const version = layers.flatMap(({ name }) => this.#versions?.get(name) ?? []).join(".");
    const options = { server: this.#server, lang, version, signal };
    try {
      return await decoded(await getPicture(layers, view, options));
    } catch (error) {
      if (error.status !== 503 || patience === 0) {
        throw error;
      }
      await new Promise((resolve) => setTimeout(resolve, BUSY_MS));
      signal.throwIfAborted();
      return this.#picture(layers, view, signal, patience - 1);
    }
  }

  #show() {
    if (this.#held || !this.#image || !this._map) {
      return;
    }
    const before = this.#overlay;
    const options = {
      pane: "tilePane",
      className: "map-picture",
      opacity: this.#opacity,
      zIndex: this.#zIndex,
    };
    this.#overlay = L.imageOverlay(this.#image.element, this.#image.bounds, options);
    this.#overlay.addTo(this._map);
    before?.remove();
    this.#image = null;
  }
}

async function decoded(blob) {
  const image = new Image();
  const address = URL.createObjectURL(blob);
  try {
    image.src = address;
    await image.decode();
    return image;
  } finally {
    URL.revokeObjectURL(address);
  }
}
