// @ts-check
// Events and deals by date: events stacked in lanes, deals as bars with their breaches on them.

import { colour, count, lineColour, make, makeSvg, part } from "./dom.js";
import { daysOf, ticks } from "./days.js";
import { svgMark } from "./marks.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {{ first: number, last: number, width: number, x: (day: number) => number }} Axis */
/** @typedef {{ graph: Graph, axis: Axis, sel: string, choose: (id: string) => void }} Chart */

const LEFT = 190;
const ROW = 22;
const MARK = 5;
const STACK = 12;
const MOST_STACKED = 14;
const LANES = ["ArmedEvent", "HumanitarianEvent", "DiplomaticEvent", "Protest", "Event"];

/**
 * Draws the tab. @param {Graph} graph @param {Scene} scene @param {{ sel: string, since: string, until: string }} state
 * @param {(id: string) => void} choose
 */
export function drawTimeline(graph, scene, state, choose) {
  const room = part("timeline");
  const dated = scene.events.filter((event) => daysOf(graph.events[event]));
  const deals = dealsSeen(graph, scene, state);
  if (!dated.length && !deals.length) {
    room.replaceChildren(make("p", { class: "alone", text: "Nothing that is shown has a date." }));
    return;
  }
  const days = [
    ...dated.map((event) => daysOf(graph.events[event])),
    ...deals.flatMap(({ span }) => (span ? [span] : [])),
  ].filter((each) => each !== null);
  const axis = axisOf(days, room.clientWidth - 4);
  const chart = { graph, axis, sel: state.sel, choose };
  const parts = [];
  let top = 24;
  for (const deal of deals) {
    parts.push(dealRow(chart, deal, top));
    top += ROW;
  }
  for (const lane of LANES) {
    const events = dated.filter((event) => graph.events[event].group === lane);
    if (!events.length) continue;
    const { height, group } = laneOf(chart, lane, events, top);
    parts.push(group);
    top += height;
  }
  const svg = makeSvg("svg", {
    width: axis.width,
    height: top + 10,
    viewBox: `0 0 ${axis.width} ${top + 10}`,
    role: "group",
    "aria-label": `Timeline of ${count(dated.length, "event")} and ${count(deals.length, "deal")}; arrow keys go from event to event`,
  });
  svg.append(
    makeSvg("rect", { width: axis.width, height: top + 10, fill: colour("--paper") }),
    ...axisLines(axis, top),
    ...parts,
  );
  const undated = scene.events.length - dated.length;
  const note = undated
    ? make("p", { class: "hint", text: `${count(undated, "event")} without a date: see the table.` })
    : null;
  room.replaceChildren(svg, ...(note ? [note] : []));
}

/** @param {[number, number][]} days @param {number} width @returns {Axis} */
function axisOf(days, width) {
  const first = days.reduce((low, [begin]) => Math.min(low, begin), Infinity);
  const last = Math.max(
    days.reduce((high, [, end]) => Math.max(high, end), -Infinity),
    first + 1,
  );
  const wide = Math.max(width, 480);
  const left = wide < 600 ? 96 : LEFT;
  return { first, last, width: wide, x: (day) => left + ((day - first) / (last - first)) * (wide - left - 24) };
}

/** @param {Axis} axis @param {number} bottom */
function axisLines(axis, bottom) {
  return ticks(axis.first, axis.last, (axis.width - LEFT) / 90).flatMap(({ day, text }) => [
    makeSvg("line", { x1: axis.x(day), x2: axis.x(day), y1: 20, y2: bottom, stroke: colour("--rule") }),
    makeSvg("text", { x: axis.x(day) + 3, y: 14, "font-size": 11, fill: colour("--faint"), text }),
  ]);
}

/**
 * Deals with a day of their own or of an event that concerns them, in the window.
 * @param {Graph} graph @param {Scene} scene @param {{ since: string, until: string }} state
 */
function dealsSeen(graph, scene, { since, until }) {
  const passing = new Set(scene.events);
  return graph.things
    .map((thing, index) => ({ thing, index }))
    .filter(({ thing }) => thing.group === "CeasefireDeal")
    .map(({ thing, index }) => {
      const events = graph.eventsOf[index].filter((event) => passing.has(event) && daysOf(graph.events[event]));
      return { thing, events, span: daysOf(thing) };
    })
    .filter(
      ({ thing, span, events }) =>
        events.length || (span && (!since || (thing.end ?? "9") >= since) && (!until || (thing.begin ?? "") <= until)),
    )
    .sort((one, other) => ((one.thing.begin ?? "9") < (other.thing.begin ?? "9") ? -1 : 1));
}

/** A deal from the day it was agreed to its end or the last that is told of it. @param {Chart} chart @param {{ thing: import("./types.js").Thing, events: number[], span: [number, number] | null }} deal @param {number} top */
function dealRow(chart, { thing, events, span }, top) {
  const { graph, axis } = chart;
  const days = events.flatMap((event) => daysOf(graph.events[event]) ?? []);
  const begin = Math.max(thing.begin && span ? span[0] : Math.min(...days), axis.first);
  const known = Boolean(thing.end && thing.end !== thing.begin);
  const end = Math.max(known && span ? span[1] : Math.max(...days, begin), begin);
  const look = graph.group.get("CeasefireDeal");
  const bar = makeSvg("rect", {
    x: axis.x(begin),
    y: top + 5,
    width: Math.max(axis.x(end) - axis.x(begin), 6),
    height: 10,
    rx: 2,
    fill: look?.color ?? "#888",
    "fill-opacity": known ? 0.9 : 0.45,
    stroke: thing.id === chart.sel ? colour("--accent") : "none",
    "stroke-width": 3,
  });
  const breaches = events
    .filter((event) => graph.events[event].type === "CeasefireViolation")
    .map((event) =>
      mark(chart, event, axis.x((daysOf(graph.events[event]) ?? [begin])[0]), top + 10, lineColour("#D55E00")),
    );
  const ground = makeSvg("rect", { x: 0, y: top, width: axis.width, height: ROW, "fill-opacity": 0 });
  const name = caption(thing.label, top + 14, thing.id === chart.sel, axis);
  return makeSvg(
    "g",
    {},
    pickable(
      chart,
      thing.id,
      `${thing.label}: ${known ? "" : "end not told, "}${count(breaches.length, "breach").replace("breachs", "breaches")}`,
      ground,
      name,
      bar,
    ),
    ...breaches,
  );
}

/** @param {string} text @param {number} y @param {boolean} strong @param {Axis} axis */
function caption(text, y, strong, axis) {
  const room = Math.floor((axis.x(axis.first) - 12) / 6.2);
  const cut = text.length > room ? `${text.slice(0, room - 1)}…` : text;
  return makeSvg("text", {
    x: 4,
    y,
    "font-size": 12,
    fill: colour("--ink"),
    "font-weight": strong ? "bold" : "normal",
    text: cut,
  });
}

/** Events of one kind, stacked where they fall on one spot. @param {Chart} chart @param {string} lane @param {number[]} events @param {number} top */
function laneOf(chart, lane, events, top) {
  const { graph, axis } = chart;
  const stacks = /** @type {Map<number, number[]>} */ (new Map());
  for (const event of [...events].sort((one, other) =>
    (graph.events[one].begin ?? "") < (graph.events[other].begin ?? "") ? -1 : 1,
  )) {
    const [begin] = daysOf(graph.events[event]) ?? [axis.first];
    const column = Math.floor(axis.x(begin) / STACK);
    stacks.set(column, [...(stacks.get(column) ?? []), event]);
  }
  const tallest = Math.min(Math.max(...[...stacks.values()].map((stack) => stack.length)), MOST_STACKED);
  const height = Math.max(tallest * STACK + 14, 30);
  const look = graph.group.get(lane) ?? graph.groups[0];
  const group = makeSvg(
    "g",
    {},
    makeSvg("line", { x1: 0, x2: axis.width, y1: top + 0.5, y2: top + 0.5, stroke: colour("--rule") }),
    caption(look.label, top + height - 8, false, axis),
  );
  for (const [column, stack] of stacks) {
    const x = (column + 0.5) * STACK;
    stack
      .slice(0, MOST_STACKED)
      .forEach((event, at) =>
        group.append(mark(chart, event, x, top + height - 8 - at * STACK, look.color, look.shape)),
      );
    if (stack.length > MOST_STACKED)
      group.append(
        makeSvg("text", {
          x: x - 6,
          y: top + 10,
          "font-size": 10,
          fill: colour("--faint"),
          text: `+${stack.length - MOST_STACKED}`,
        }),
      );
  }
  return { height, group };
}

/** @param {Chart} chart @param {number} event @param {number} x @param {number} y @param {string} color @param {string} [shape] */
function mark(chart, event, x, y, color, shape = "diamond") {
  const { id, label, stance } = chart.graph.events[event];
  const doubtful = stance !== "Asserted";
  const chosen = id === chart.sel;
  const look = {
    fill: doubtful ? colour("--paper") : color,
    stroke: chosen ? colour("--accent") : doubtful ? color : colour("--ink"),
    "stroke-width": chosen ? 3 : doubtful ? 1.5 : 0.7,
  };
  return pickable(
    chart,
    id,
    doubtful ? `${label} (${(stance ?? "").toLowerCase()})` : label,
    svgMark(shape, MARK, x, y, look),
  );
}

/** Something that a click selects. @param {Chart} chart @param {string} id @param {string} name @param {...Node} parts */
function pickable(chart, id, name, ...parts) {
  const group = makeSvg("g", { class: "pick", "data-id": id }, ...parts, makeSvg("title", { text: name }));
  group.addEventListener("click", () => chart.choose(id));
  return group;
}
