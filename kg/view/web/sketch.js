// @ts-check
// The network as one SVG picture, as it is shown, with a legend, to take away.

import { makeSvg } from "../../web/dom.js";
import { colour, lineColour } from "./look.js";
import { LINE, Room, spots, wrapped } from "./labels.js";
import { svgMark } from "./marks.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Scene} Scene */

const ROOM = 70;
const KEY = 190;
const LETTER = 6.6;
const FONT = "Liberation Sans, Arial, sans-serif";

/** @param {Graph} graph @param {Scene} scene @returns {SVGElement} */
export function sketch(graph, scene) {
  const place = new Map(scene.nodes.map((node) => [node.id, node]));
  const extent = (/** @type {"x" | "y"} */ axis) =>
    scene.nodes.reduce(
      ([low, high], node) => [Math.min(low, node[axis]), Math.max(high, node[axis])],
      [Infinity, -Infinity],
    );
  const [[left, right], [top, bottom]] = scene.nodes.length
    ? [extent("x"), extent("y")]
    : [
        [0, 100],
        [0, 100],
      ];
  const [width, height] = [right - left + 2 * ROOM + KEY, Math.max(bottom - top + 2 * ROOM, 420)];
  const svg = makeSvg("svg", {
    xmlns: "http://www.w3.org/2000/svg",
    width: Math.round(width),
    height: Math.round(height),
    viewBox: `${left - ROOM} ${top - ROOM} ${width} ${height}`,
    "font-family": FONT,
  });
  svg.append(makeSvg("rect", { x: left - ROOM, y: top - ROOM, width, height, fill: colour("--paper") }));
  for (const edge of scene.edges) svg.append(line(edge, place));
  for (const { shape, size, x, y, color } of scene.nodes)
    svg.append(svgMark(shape, size, x, y, { fill: color, stroke: colour("--ink"), "stroke-width": 1 }));
  svg.append(...names(scene));
  svg.append(...key(graph, scene, right + ROOM, top - ROOM + 24));
  return svg;
}

/** @param {import("./types.js").SceneEdge} edge @param {Map<string, import("./types.js").SceneNode>} place */
function line(edge, place) {
  const [one, two] = [place.get(edge.from), place.get(edge.to)];
  if (!one || !two) return makeSvg("g", {});
  const far = Math.hypot(two.x - one.x, two.y - one.y) || 1;
  const [dx, dy] = [(two.x - one.x) / far, (two.y - one.y) / far];
  const bend = -edge.bend * far;
  const middle = [(one.x + two.x) / 2 - dy * bend, (one.y + two.y) / 2 + dx * bend];
  const end = [two.x - dx * (two.size + 2), two.y - dy * (two.size + 2)];
  const spot = (/** @type {number[]} */ at) => at.map((each) => each.toFixed(1)).join(" ");
  const tip = edge.arrow
    ? `M${spot([end[0] - dx * 8 - dy * 4, end[1] - dy * 8 + dx * 4])}L${spot(end)}L${spot([end[0] - dx * 8 + dy * 4, end[1] - dy * 8 - dx * 4])}`
    : "";
  const look = { fill: "none", stroke: lineColour(edge.color), "stroke-opacity": 0.75 };
  const path = makeSvg("path", {
    d: `M${spot([one.x, one.y])}Q${spot(middle)} ${spot(end)}`,
    "stroke-width": edge.width.toFixed(1),
    "stroke-dasharray": edge.dashes.join(" ") || "none",
    ...look,
  });
  return makeSvg(
    "g",
    {},
    path,
    tip ? makeSvg("path", { d: tip, "stroke-width": 1.5, ...look }) : null,
    makeSvg("title", { text: edge.label }),
  );
}

/** Names that have room, the weightiest first. @param {Scene} scene */
function names(scene) {
  const room = new Room();
  for (const { id, x, y, size } of scene.nodes)
    room.take({ id, left: x - size, right: x + size, top: y - size, bottom: y + size });
  return [...scene.nodes]
    .sort((one, other) => other.weight - one.weight)
    .flatMap(({ id, label, x, y, size }) => {
      const lines = wrapped(label);
      const wide = Math.max(...lines.map((each) => each.length)) * LETTER;
      const box = spots({ id, x, y, reach: size }, wide, lines.length * LINE).find((each) => room.isFree(each));
      if (!box) return [];
      room.take(box);
      return lines.map((text, at) => nameLine(text, box.left + wide / 2, box.top + LINE * (at + 1) - 3));
    });
}

/** @param {string} text @param {number} x the middle @param {number} y */
function nameLine(text, x, y) {
  return makeSvg("text", {
    x: x.toFixed(1),
    y: y.toFixed(1),
    "text-anchor": "middle",
    "font-size": 12,
    fill: colour("--ink"),
    stroke: colour("--paper"),
    "stroke-width": 3,
    "paint-order": "stroke",
    "stroke-linejoin": "round",
    text,
  });
}

/** Which symbol and which line is what. @param {Graph} graph @param {Scene} scene @param {number} left @param {number} top */
function key(graph, scene, left, top) {
  const groups = new Set(scene.nodes.map(({ group }) => group));
  const kinds = new Set(scene.edges.map(({ kind }) => kind));
  const text = (/** @type {string} */ words, /** @type {number} */ row) =>
    makeSvg("text", { x: left + 34, y: top + row * 20 + 4, "font-size": 12, fill: colour("--ink"), text: words });
  const looks = [
    ...graph.groups
      .filter(({ name }) => groups.has(name))
      .map((look) => ({
        label: look.label,
        draw: (/** @type {number} */ y) =>
          svgMark(look.shape, 6, left + 14, y, { fill: look.color, stroke: colour("--ink") }),
      })),
    ...graph.relations
      .filter(({ name }) => kinds.has(name))
      .map((look) => ({
        label: look.label,
        draw: (/** @type {number} */ y) =>
          makeSvg("path", {
            d: `M${left} ${y}H${left + 28}`,
            stroke: lineColour(look.color),
            "stroke-width": look.width,
            "stroke-dasharray": look.dashes.join(" ") || "none",
          }),
      })),
  ];
  return looks.flatMap(({ label, draw }, row) => [draw(top + row * 20), text(label, row)]);
}
