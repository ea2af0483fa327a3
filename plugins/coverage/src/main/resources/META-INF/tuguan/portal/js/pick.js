import { L } from "/js/map/leaflet.js";

const EVERYWHERE = [
  [-85, -180],
  [85, 180],
];

/**
 * Catches clicks on the map, before anything else sees them, until it is stopped or Esc is pressed.
 *
 * @returns a function that stops it
 */
export function pickOnMap(map, take, onStop = () => {}) {
  const glass = L.rectangle(EVERYWHERE, {
    stroke: false,
    fillOpacity: 0,
    className: "coverage-glass",
    bubblingMouseEvents: false,
    renderer: L.svg(),
  });
  const stop = () => {
    glass.remove();
    document.removeEventListener("keydown", onKey);
    map.getContainer().classList.remove("coverage-picking");
    onStop();
  };
  const onKey = (event) => {
    if (event.key === "Escape") {
      stop();
    } else if (event.key === "Enter" && event.target === map.getContainer()) {
      event.stopImmediatePropagation();
      take(map.getCenter());
    }
  };
  glass.on("click", (event) => take(event.latlng));
  glass.addTo(map).bringToFront();
  map.getContainer().classList.add("coverage-picking");
  document.addEventListener("keydown", onKey);
  return stop;
}
