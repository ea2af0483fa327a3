import { MapPicture } from "./map-picture.js";

/** Most layers in one picture: the server's limit. */
const MOST = 30;

/**
 * Layers that can be drawn as one picture, bottom first: neighbours of full opacity together, any
 * other alone.
 *
 * @param entries of the map's state
 * @returns [{key, layers, opacity}]; groups of the same layers and styles have the same key
 */
function groupsOf(entries) {
  const groups = [];
  for (const { name, style, opacity } of entries) {
    const last = groups.at(-1);
    if (last && last.opacity === 1 && opacity === 1 && last.layers.length < MOST) {
      last.layers.push({ name, style });
    } else {
      groups.push({ layers: [{ name, style }], opacity });
    }
  }
  return groups.map((group) => ({ ...group, key: JSON.stringify(group.layers) }));
}

/**
 * Keeps the pictures on a map as its state says. When other layers are to be shown, what was shown
 * stays until all that is new has come, so that nothing blinks. Events: "loading" and "failing",
 * after which {@link loading} and {@link failing} tell which.
 */
export class MapLayers extends EventTarget {
  #map;
  #groups = [];
  #pictures = new Map();

  /** Layer name to the version of its data, where it is known. */
  versions = new Map();

  constructor(map, state) {
    super();
    this.#map = map;
    let timer = 0;
    state.addEventListener("change", () => {
      clearTimeout(timer);
      timer = setTimeout(() => this.#follow(state.entries), 0);
    });
    this.#follow(state.entries);
  }

  /** Names of layers of which a picture is still to come. */
  get loading() {
    return this.#namesOf((picture) => (picture.loading ? picture.names : []));
  }

  /** Names of layers that could not be drawn. */
  get failing() {
    return this.#namesOf((picture) => picture.failing);
  }

  /** @param changes Map of layer name to where its data have changed, as bounds of Leaflet */
  refresh(changes) {
    for (const picture of this.#wanted()) {
      picture.refresh(picture.names.flatMap((name) => changes.get(name) ?? []));
    }
  }

  #namesOf(some) {
    return new Set(this.#wanted().flatMap(some));
  }

  /** Bottom first. */
  #wanted() {
    return this.#groups.map(({ key }) => this.#pictures.get(key));
  }

  #follow(entries) {
    this.#groups = groupsOf(entries);
    for (const { key, layers, opacity } of this.#groups) {
      if (!this.#pictures.has(key)) {
        this.#pictures.set(key, this.#make(layers));
      }
      this.#pictures.get(key).setOpacity(opacity);
    }
    this.#wanted().forEach((picture) => picture.addTo(this.#map));
    this.#settle();
  }

  #make(layers) {
    const picture = new MapPicture(layers, { held: true, versions: this.versions });
    picture.on("loading", () => this.#tell());
    picture.on("load", () => this.#settle());
    return picture;
  }

  /** Once nothing that was never shown is on its way, shows what is wanted and drops the rest. */
  #settle() {
    const wanted = this.#wanted();
    if (wanted.every((picture) => !picture.held || !picture.loading)) {
      wanted.forEach((picture, index) => picture.setZIndex(index + 1).release());
      this.#keep(wanted);
    }
    this.#tell();
  }

  #keep(wanted) {
    for (const [key, picture] of this.#pictures) {
      if (!wanted.includes(picture)) {
        picture.remove();
        this.#pictures.delete(key);
      }
    }
  }

  #tell() {
    this.dispatchEvent(new Event("loading"));
    this.dispatchEvent(new Event("failing"));
  }
}
