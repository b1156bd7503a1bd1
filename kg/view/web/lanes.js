// @ts-check
// Lanes of the timeline: events of one kind one by one, or as bars where they are too many.

import { count, makeSvg } from "../../web/dom.js";
import { colour } from "./look.js";
import { daysOf, isoDay } from "./days.js";
import { svgMark } from "./marks.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {{ first: number, last: number, width: number, x: (day: number) => number, day: (x: number) => number }} Axis */
/** @typedef {{ graph: Graph, axis: Axis, marked: Set<string>, choose: (id: string) => void, narrow: (since: string, until: string) => void }} Chart */

const MARK = 5;
const STACK = 12;
const MOST_STACKED = 12;
/** Height of a lane's name, which stands above its events. */
export const NAME = 18;

/** Events of one kind, stacked where they fall on one spot. @param {Chart} chart @param {string} lane @param {number[]} events @param {number} top */
export function laneOf(chart, lane, events, top) {
  const { graph, axis } = chart;
  const stacks = stacked(chart, events);
  const most = Math.max(...[...stacks.values()].map((stack) => stack.length));
  const height = Math.min(most, MOST_STACKED) * STACK + NAME + 14;
  const look = graph.group.get(lane) ?? graph.groups[0];
  const bottom = top + height - 8;
  const group = makeSvg("g", {}, ...heading(axis, look.label, top));
  for (const [column, stack] of stacks) {
    const x = (column + 0.5) * STACK;
    if (most > MOST_STACKED)
      group.append(bar(chart, look, stack, { x, bottom, tall: (stack.length / most) * (height - NAME - 14) }));
    else stack.forEach((event, at) => group.append(mark(chart, event, x, bottom - at * STACK, look.color, look.shape)));
  }
  return { height, group };
}

/** Events by the column in which they begin, in order of time. @param {Chart} chart @param {number[]} events @returns {Map<number, number[]>} */
function stacked({ graph, axis }, events) {
  const begin = (/** @type {number} */ event) => daysOf(graph.events[event])?.[0] ?? axis.first;
  const stacks = /** @type {Map<number, number[]>} */ (new Map());
  for (const event of [...events].sort((one, other) => begin(one) - begin(other))) {
    const column = Math.floor(axis.x(begin(event)) / STACK);
    const stack = stacks.get(column);
    if (stack) stack.push(event);
    else stacks.set(column, [event]);
  }
  return stacks;
}

/**
 * A bar for many events; a click narrows time to it, where they are seen one by one.
 * @param {Chart} chart @param {import("./types.js").GroupLook} look @param {number[]} stack
 * @param {{ x: number, bottom: number, tall: number }} place
 */
function bar(chart, look, stack, { x, bottom, tall }) {
  const { axis } = chart;
  const [since, until] = [axis.day(x - STACK / 2), Math.max(axis.day(x + STACK / 2) - 1, axis.day(x - STACK / 2))].map(
    isoDay,
  );
  const chosen = stack.some((event) => chart.marked.has(chart.graph.events[event].id));
  const shape = {
    x: x - STACK / 2 + 1,
    y: bottom - Math.max(tall, 2) + 4,
    width: STACK - 2,
    height: Math.max(tall, 2),
  };
  const paint = {
    fill: look.color,
    stroke: chosen ? colour("--accent") : colour("--ink"),
    "stroke-width": chosen ? 3 : 0.7,
  };
  const title = makeSvg("title", { text: `${count(stack.length, "event")}, ${since} to ${until}` });
  const group = makeSvg("g", { class: "pick" }, makeSvg("rect", { ...shape, ...paint }), title);
  group.addEventListener("click", () => chart.narrow(since, until));
  return group;
}

/** A rule and the name of what stands below it. @param {Axis} axis @param {string} text @param {number} top */
export function heading(axis, text, top) {
  const y = top + 0.5;
  return [makeSvg("line", { x1: 0, x2: axis.width, y1: y, y2: y, stroke: colour("--rule") }), caption(text, 4, top + 14)];
}

/** A name on paper. @param {string} text @param {number} x @param {number} y @param {"start" | "end"} [anchor] @param {boolean} [strong] */
export function caption(text, x, y, anchor = "start", strong = false) {
  return makeSvg("text", {
    x,
    y,
    "text-anchor": anchor,
    "font-size": 12,
    fill: colour("--ink"),
    "font-weight": strong ? "bold" : "normal",
    stroke: colour("--paper"),
    "stroke-width": 3,
    "paint-order": "stroke",
    "stroke-linejoin": "round",
    text,
  });
}

/** @param {Chart} chart @param {number} event @param {number} x @param {number} y @param {string} color @param {string} [shape] */
export function mark(chart, event, x, y, color, shape = "diamond") {
  const { id, label, stance } = chart.graph.events[event];
  const doubtful = stance !== "Asserted";
  const chosen = chart.marked.has(id);
  const look = {
    fill: doubtful ? colour("--paper") : color,
    stroke: chosen ? colour("--accent") : doubtful ? color : colour("--ink"),
    "stroke-width": chosen ? 3 : doubtful ? 1.5 : 0.7,
  };
  const name = doubtful ? `${label} (${(stance ?? "").toLowerCase()})` : label;
  return pickable(chart, id, name, svgMark(shape, MARK, x, y, look));
}

/** Something that a click selects. @param {Chart} chart @param {string} id @param {string} name @param {...Node} parts */
export function pickable(chart, id, name, ...parts) {
  const group = makeSvg("g", { class: "pick", "data-id": id }, ...parts, makeSvg("title", { text: name }));
  group.addEventListener("click", () => chart.choose(id));
  return group;
}
