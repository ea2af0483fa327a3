import { plainMapUrl } from "../api/wms.js";
import { lang } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";

const SVG = "http://www.w3.org/2000/svg";

/** The sketch is twice as wide as high; so many pixels for one of its hundred units of height. */
const HEIGHT = 100;
const PIXELS = 4.4;

/** Room about the ground, so that one sees where in the city it is; a half height in degrees at least. */
const MARGIN = 0.9;
const LEAST = 0.02;

/** The outline of what is asked for over the districts: north is up, a degree is as long as on the ground. */
export function areaMap(layers) {
  const different = new Set(layers.filter((each) => each.area).map((each) => JSON.stringify(each.area)));
  const rings = [...different].flatMap((area) => JSON.parse(area).coordinates.flat());
  if (rings.length === 0) {
    return null;
  }
  const { box, at } = frame(rings.flat());
  const picture = svg("image", {
    href: plainMapUrl(["districts"], { box, width: 2 * HEIGHT * PIXELS, height: HEIGHT * PIXELS }, lang),
    width: 2 * HEIGHT,
    height: HEIGHT,
    preserveAspectRatio: "none",
  });
  // Without its picture the outline stands alone, and no browser's mark of something broken.
  picture.addEventListener("error", () => picture.remove());
  const path = svg("path", { d: rings.map((ring) => `M${ring.map(at).join("L")}Z`).join("") });
  const sketch = svg("svg", { class: "area-outline", "aria-hidden": "true", viewBox: `0 0 ${2 * HEIGHT} ${HEIGHT}` });
  sketch.append(picture, path);
  return h("div", { class: "area-frame" }, sketch);
}

/** What the sketch shows, west, south, east, north in degrees, and where in it a place is. */
function frame(points) {
  const [west, east] = range(points.map(([x]) => x));
  const [south, north] = range(points.map(([, y]) => y));
  const [x0, y0] = [(west + east) / 2, (south + north) / 2];
  const narrow = Math.cos((y0 * Math.PI) / 180);
  const half = Math.max(LEAST, MARGIN * (north - south), (MARGIN * (east - west) * narrow) / 2);
  const wide = (2 * half) / narrow;
  const box = [x0 - wide, y0 - half, x0 + wide, y0 + half];
  const at = ([x, y]) =>
    `${(((x - box[0]) / (2 * wide)) * 2 * HEIGHT).toFixed(2)},${(((box[3] - y) / (2 * half)) * HEIGHT).toFixed(2)}`;
  return { box, at };
}

function svg(name, properties) {
  const element = document.createElementNS(SVG, name);
  Object.entries(properties).forEach(([key, value]) => element.setAttribute(key, value));
  return element;
}

/** Without spreading: outlines have many thousands of points. */
function range(values) {
  return values.reduce(([least, most], each) => [Math.min(least, each), Math.max(most, each)], [Infinity, -Infinity]);
}
