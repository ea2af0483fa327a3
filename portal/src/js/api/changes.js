const CHANGES = "/api/v1/changes";

/** A server that does not tell of changes, or tells too many already, is asked again after this. */
const LATER_MS = 60_000;

/**
 * Hears of changes of the data, as long as the page can be seen. Where the server tells nothing,
 * nothing happens.
 *
 * @param onVersions called with {layer name: version} each time the hearing begins, which it does
 *     again after a pause: versions tell what was missed
 * @param onChange called with {layer, bounds (west, south, east, north), version}
 */
export function hearChanges(onVersions, onChange) {
  let source = null;
  let timer = 0;
  const close = () => {
    clearTimeout(timer);
    source?.close();
    source = null;
  };
  const open = () => {
    close();
    source = new EventSource(CHANGES);
    source.addEventListener("versions", (event) => onVersions(JSON.parse(event.data)));
    source.addEventListener("message", (event) => onChange(JSON.parse(event.data)));
    source.addEventListener("error", ({ target }) => {
      if (target === source && target.readyState === EventSource.CLOSED) {
        timer = setTimeout(open, LATER_MS);
      }
    });
  };
  const follow = () => (document.visibilityState === "visible" ? open() : close());
  document.addEventListener("visibilitychange", follow);
  follow();
}
