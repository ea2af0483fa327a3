import { number, page, t } from "../i18n/i18n.js";
import { h } from "../ui/dom.js";
import { shortName } from "./names.js";

const SVG = "http://www.w3.org/2000/svg";
const SIZE = 640;
const RADIUS = 200;

/** How near to the middle chords pass: 0 through it, 1 straight. */
const BEND = 0.45;
const LONGEST = 10;

/**
 * Who shares with whom, as a ring with chords from giver to taker. Pointing at a name lights what
 * is its. The matrix beside it says the same in numbers.
 */
export function networkPicture({ nodes, links }) {
  const svg = make("svg", { viewBox: `0 0 ${SIZE} ${SIZE}`, role: "img", "aria-label": t("sharing.networkWords", { sides: nodes.length, links: links.length }) });
  const places = new Map(nodes.map((node, at) => [node.id, place(at, nodes.length)]));
  const chords = links.map((link) => chord(link, places));
  svg.append(...chords, ...nodes.map((node) => knot(node, places.get(node.id), links, chords)));
  return h("figure", { class: "network", "data-testid": "sharing-network" }, svg);
}

function make(tag, attributes, ...children) {
  const element = document.createElementNS(SVG, tag);
  for (const [name, value] of Object.entries(attributes)) {
    element.setAttribute(name, value);
  }
  element.append(...children);
  return element;
}

function place(at, count) {
  const angle = (2 * Math.PI * at) / count - Math.PI / 2;
  return { angle, x: SIZE / 2 + RADIUS * Math.cos(angle), y: SIZE / 2 + RADIUS * Math.sin(angle) };
}

function chord(link, places) {
  const from = places.get(link.from);
  const to = places.get(link.to);
  const bend = (one, other) => (SIZE / 2 + BEND * ((one + other) / 2 - SIZE / 2)).toFixed(1);
  const path = `M${from.x.toFixed(1)} ${from.y.toFixed(1)}Q${bend(from.x, to.x)} ${bend(from.y, to.y)} ${to.x.toFixed(1)} ${to.y.toFixed(1)}`;
  return make("path", { d: path, class: "chord", "stroke-width": String(1 + 1.6 * Math.sqrt(link.layers)) });
}

function knot(node, at, links, chords) {
  const left = Math.cos(at.angle) < -0.01;
  const name = shortName(node.name);
  const gap = 12;
  const text = make("text", {
    x: (at.x + gap * Math.cos(at.angle)).toFixed(1),
    y: (at.y + gap * Math.sin(at.angle) + 4).toFixed(1),
    "text-anchor": left ? "end" : "start",
    transform: turned(at, left, gap),
  }, shortened(name));
  const given = links.filter((each) => each.from === node.id).reduce((sum, each) => sum + each.layers, 0);
  const got = links.filter((each) => each.to === node.id).reduce((sum, each) => sum + each.layers, 0);
  const group = make("g", {}, make("title", {}, t("sharing.node", { name, given, got })),
    make("circle", { cx: at.x, cy: at.y, r: String(4 + Math.sqrt(given) * 1.6), class: "knot" }), text);
  const light = (on) => links.forEach((each, index) => {
    if (each.from === node.id || each.to === node.id) {
      chords[index].classList.toggle("lit", on);
    }
  });
  group.addEventListener("pointerenter", () => light(true));
  group.addEventListener("pointerleave", () => light(false));
  return group;
}

/** Names stand outwards, so that many have room. */
function turned(at, left, gap) {
  const degrees = (at.angle * 180) / Math.PI + (left ? 180 : 0);
  const x = (at.x + gap * Math.cos(at.angle)).toFixed(1);
  const y = (at.y + gap * Math.sin(at.angle)).toFixed(1);
  return `rotate(${degrees.toFixed(1)} ${x} ${y})`;
}

function shortened(name) {
  const most = /[\u3400-\u9fff]/.test(name) ? LONGEST : 2 * LONGEST;
  return name.length > most ? `${name.slice(0, most - 1)}…` : name;
}

/** The same in numbers: givers in rows, takers in columns, layers in the cells. */
export function sharingMatrix({ nodes, links }) {
  const named = new Map(nodes.map((node) => [node.id, shortName(node.name)]));
  const givers = nodes.filter((node) => links.some((link) => link.from === node.id));
  const takers = nodes.filter((node) => links.some((link) => link.to === node.id));
  const found = new Map(links.map((link) => [`${link.from} ${link.to}`, link]));
  const cell = (giver, taker) => {
    const link = found.get(`${giver.id} ${taker.id}`);
    return link
      ? h("td", { class: "full", title: t("sharing.cell", { giver: named.get(giver.id), taker: named.get(taker.id), uses: number(link.uses) }) },
        h("a", { href: page(`/sharing.html#${link.agreements[0]}`), text: number(link.layers),
          "aria-label": `${number(link.layers)} ${link.agreements.join(" ")}` }))
      : h("td", {});
  };
  return h(
    "div",
    { class: "table-frame tall", tabindex: "0", role: "region", "aria-label": t("sharing.matrix") },
    h("table", { class: "grid matrix", "data-testid": "sharing-matrix" },
      h("caption", { class: "visually-hidden", text: t("sharing.matrix") }),
      h("thead", {}, h("tr", {}, h("th", { scope: "col", text: t("sharing.giverTaker") }),
        takers.map((taker) => h("th", { scope: "col", class: "turned", title: named.get(taker.id), text: shortened(named.get(taker.id)) })))),
      h("tbody", {}, givers.map((giver) =>
        h("tr", {}, h("th", { scope: "row", title: named.get(giver.id), text: shortened(named.get(giver.id)) }), takers.map((taker) => cell(giver, taker)))))),
  );
}
