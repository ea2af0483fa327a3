import { hearChanges } from "../api/changes.js";
import { toBounds } from "./map-view.js";

const WORLD = [-180, -90, 180, 90];

/** A map is drawn again this often at most. */
const PAUSE_MS = 500;

/** Draws layers again when their data change, without a reload of the page. */
export function keepLive(mapLayers) {
  const stale = new Map();
  let timer = 0;
  const flush = () => {
    timer = 0;
    if (stale.size > 0) {
      const changes = new Map(stale);
      stale.clear();
      mapLayers.refresh(changes);
      timer = setTimeout(flush, PAUSE_MS);
    }
  };
  const changed = (layer, bounds) => {
    stale.set(layer, stale.get(layer)?.extend(bounds) ?? bounds);
    timer ||= setTimeout(flush, 0);
  };
  const onVersions = (versions) => {
    for (const [layer, version] of Object.entries(versions)) {
      const known = mapLayers.versions.get(layer) ?? version;
      mapLayers.versions.set(layer, version);
      if (known !== version) {
        changed(layer, toBounds(WORLD));
      }
    }
  };
  hearChanges(onVersions, ({ layer, bounds, version }) => {
    mapLayers.versions.set(layer, version);
    changed(layer, toBounds(bounds));
  });
}
