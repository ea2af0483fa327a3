import { local, t } from "/js/i18n/i18n.js";
import { figure } from "./words.js";

const WIDTH = 300;
const HEIGHT = 64;
const FOOT = 12;
const SVG = "http://www.w3.org/2000/svg";

function shape(tag, attributes, text = "") {
  const element = document.createElementNS(SVG, tag);
  Object.entries(attributes).forEach(([name, value]) => element.setAttribute(name, value));
  element.textContent = text;
  return element;
}

/** A small picture of the months, with the target as a dashed line; says its values to screen readers. */
export function trend(indicator) {
  const { trend: months, target, unit } = indicator;
  const known = months.filter((each) => each !== null);
  if (known.length < 2) {
    return null;
  }
  const most = Math.max(...known, target ?? 0) || 1;
  const x = (i) => 6 + (i * (WIDTH - 12)) / 11;
  const y = (value) => 4 + (HEIGHT - FOOT - 8) * (1 - value / most);
  const words = months.map((each, i) => `${i + 1}: ${figure(unit, each)}`).join("; ");
  const svg = shape("svg", {
    class: "kpi-trend",
    viewBox: `0 0 ${WIDTH} ${HEIGHT}`,
    preserveAspectRatio: "none",
    role: "img",
    "aria-label": t("kpi.trend", { name: local(indicator.name), values: words }),
  });
  if (target !== null) {
    svg.append(shape("line", { class: "goal", x1: 0, x2: WIDTH, y1: y(target), y2: y(target) }));
  }
  const points = months.map((each, i) => (each === null ? null : `${x(i)},${y(each)}`)).filter(Boolean);
  svg.append(shape("polyline", { class: "line", points: points.join(" ") }));
  for (const month of [1, 6, 12]) {
    svg.append(shape("text", { x: Math.min(x(month - 1), WIDTH - 14), y: HEIGHT - 1 }, String(month)));
  }
  return svg;
}
