import { h } from "../ui/dom.js";

/** The outline of what is asked for, drawn plainly: north is up, a degree is as long as on the ground. */
export function areaMap(layers) {
  const different = new Set(layers.filter((each) => each.area).map((each) => JSON.stringify(each.area)));
  const rings = [...different].flatMap((area) => JSON.parse(area).coordinates.flat());
  if (rings.length === 0) {
    return null;
  }
  const points = rings.flat();
  const [west, east] = range(points.map(([x]) => x));
  const [south, north] = range(points.map(([, y]) => y));
  const narrow = Math.cos((((south + north) / 2) * Math.PI) / 180);
  const scale = 100 / Math.max((east - west) * narrow, north - south, 1e-9);
  const at = ([x, y]) => `${((x - west) * narrow * scale).toFixed(2)},${((north - y) * scale).toFixed(2)}`;
  const svg = document.createElementNS("http://www.w3.org/2000/svg", "svg");
  svg.setAttribute("class", "area-outline");
  svg.setAttribute("aria-hidden", "true");
  svg.setAttribute("viewBox", `-3 -3 ${((east - west) * narrow * scale + 6).toFixed(1)} ${((north - south) * scale + 6).toFixed(1)}`);
  const path = document.createElementNS("http://www.w3.org/2000/svg", "path");
  path.setAttribute("d", rings.map((ring) => `M${ring.map(at).join("L")}Z`).join(""));
  svg.append(path);
  return h("div", { class: "area-frame" }, svg);
}

/** Without spreading: outlines have many thousands of points. */
function range(values) {
  return values.reduce(([least, most], each) => [Math.min(least, each), Math.max(most, each)], [Infinity, -Infinity]);
}
