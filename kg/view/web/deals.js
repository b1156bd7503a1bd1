// @ts-check
// Deals of the timeline: bars from the day they were agreed, with their breaches on them.

import { makeSvg } from "../../web/dom.js";
import { daysOf } from "./days.js";
import { caption, mark, pickable } from "./lanes.js";
import { colour, lineColour } from "./look.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Scene} Scene */
/** @typedef {import("./lanes.js").Chart} Chart */
/** @typedef {{ thing: import("./types.js").Thing, events: number[], span: [number, number] | null }} Deal with its dated events */

const BREACH = "#D55E00";
const BAR = 10;
/** Between a bar and its name: a breach on its end needs some of it. */
const GAP = 10;
const LETTER = 6.4;

/**
 * Deals with a day of their own or of an event that concerns them, in the window.
 * @param {Graph} graph @param {Scene} scene @param {{ since: string, until: string }} state
 @returns {Deal[]}
 */
export function dealsSeen(graph, scene, { since, until }) {
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

/** A deal from the day it was agreed to its end or the last that is told of it. @param {Chart} chart @param {Deal} deal @param {number} top */
export function dealRow(chart, deal, top) {
  const { graph, axis } = chart;
  const { id, label } = deal.thing;
  const { begin, end, known } = lengthOf(chart, deal);
  const [left, right] = [axis.x(begin), Math.max(axis.x(end), axis.x(begin) + 6)];
  const breaches = deal.events
    .filter((event) => graph.events[event].type === "CeasefireViolation")
    .map((event) => mark(chart, event, dayOf(chart, event, begin), top + BAR, lineColour(BREACH)));
  const told = `${breaches.length.toLocaleString("en")} ${breaches.length === 1 ? "breach" : "breaches"}`;
  const early = deal.span && deal.span[0] < axis.first ? "← " : "";
  const bar = makeSvg("rect", {
    x: left,
    y: top + BAR / 2,
    width: right - left,
    height: BAR,
    rx: 2,
    fill: graph.group.get("CeasefireDeal")?.color ?? "#888",
    "fill-opacity": known ? 0.9 : 0.45,
    stroke: chart.marked.has(id) ? colour("--accent") : "none",
    "stroke-width": 3,
  });
  const ground = makeSvg("rect", { x: 0, y: top, width: axis.width, height: 2 * BAR, "fill-opacity": 0 });
  const name = beside(early + label, left, right, top + BAR + 4, axis.width, chart.marked.has(id));
  const picked = pickable(chart, id, `${label}: ${known ? "" : "end not told, "}${told}`, ground, bar, name);
  return makeSvg("g", {}, picked, ...breaches);
}

/** First and last day of a bar, and whether the end is told. @param {Chart} chart @param {Deal} deal */
function lengthOf({ graph, axis }, { thing, events, span }) {
  const days = events.flatMap((event) => daysOf(graph.events[event]) ?? []);
  const begin = Math.max(thing.begin && span ? span[0] : Math.min(...days), axis.first);
  const known = Boolean(thing.end && thing.end !== thing.begin);
  return { begin, end: Math.max(known && span ? span[1] : Math.max(...days, begin), begin), known };
}

/** @param {Chart} chart @param {number} event @param {number} begin */
function dayOf({ graph, axis }, event, begin) {
  return axis.x((daysOf(graph.events[event]) ?? [begin])[0]);
}

/** A name right of its bar, left of it, or on it, wherever it has room. @param {string} text @param {number} left @param {number} right @param {number} y @param {number} width @param {boolean} strong */
function beside(text, left, right, y, width, strong) {
  const wide = text.length * LETTER;
  const [after, before, on] = [width - right - 2 * GAP, left - 2 * GAP, right - left - 2 * GAP];
  const most = Math.max(Math.floor(Math.max(after, before, on) / LETTER), 2);
  const cut = text.length > most ? `${text.slice(0, most - 1)}…` : text;
  if (after >= Math.min(wide, Math.max(before, on))) return caption(cut, right + GAP, y, "start", strong);
  if (before >= Math.min(wide, on)) return caption(cut, left - GAP, y, "end", strong);
  return caption(cut, left + GAP, y, "start", strong);
}
