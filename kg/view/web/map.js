// @ts-check
// The map: outlines of countries, events where they happened sized by their toll, deals as areas.

import { button, count, make, part } from "../../web/dom.js";
import { countriesOf, groundOf, toEarth } from "./earth.js";
import { markedBy } from "./graph.js";
import { picture } from "./map_picture.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./earth.js").Ground} Ground */
/** @typedef {import("./map_picture.js").Site} Site */
/** @typedef {import("./map_picture.js").Area} Area */

const MOST_SITES = 2000;
/** A pointer that moves less is still. */
const STILL = 3;
/** The share of what is told that the first look holds. */
const MOST_TOLD = 0.9;

/** Places where events that are shown happened, the deadliest first. @param {Graph} graph @param {number[]} events @returns {Site[]} */
export function sitesOf(graph, events) {
  const sites = /** @type {Map<number, Site>} */ (new Map());
  for (const event of events) {
    for (const thing of graph.events[event].at ?? []) {
      const { point } = graph.things[thing];
      if (!point) continue;
      const site = sites.get(thing) ?? { thing, point, events: [], toll: 0 };
      site.events.push(event);
      site.toll += (graph.events[event].tolls ?? [])
        .filter(({ kind }) => kind === "Killed")
        .reduce((sum, { best, high }) => sum + (best ?? high ?? 0), 0);
      sites.set(thing, site);
    }
  }
  return [...sites.values()]
    .sort((one, other) => other.toll - one.toll || other.events.length - one.events.length)
    .slice(0, MOST_SITES);
}

/** @typedef {{ graph: Graph, countries: import("./map_picture.js").Country[], holder: HTMLElement, note: HTMLElement, buttons: HTMLElement, ground: Ground | null, whole: boolean, choose: (id: string) => void }} Chart */

/**
 * The map tab. @param {Graph} graph @param {(id: string) => void} choose
 * @returns {(scene: import("./types.js").Scene, sel: string) => void} shows the events of a scene
 */
export function makeMap(graph, choose) {
  let last = () => {};
  const holder = make("div", { class: "ground" });
  const zoom = (/** @type {number} */ factor, /** @type {number} */ x, /** @type {number} */ y) => {
    if (chart.ground) zoomed(chart.ground, factor, x, y);
    last();
  };
  const again = () => {
    Object.assign(chart, { ground: null, whole: true });
    last();
  };
  const [buttons, note] = [zoomButtons(holder, zoom, again), make("p", { class: "hint" })];
  const countries = graph.outlines ? countriesOf(graph.outlines) : [];
  const chart = /** @type {Chart} */ ({ graph, countries, holder, note, buttons, ground: null, whole: false, choose });
  part("map").replaceChildren(holder, buttons, note);
  watch(
    holder,
    () => chart.ground,
    zoom,
    () => last(),
  );
  return (scene, sel) => {
    last = () => draw(chart, scene, sel);
    last();
  };
}

/** @param {Chart} chart @param {import("./types.js").Scene} scene @param {string} sel */
function draw(chart, scene, sel) {
  const { graph, countries, holder, choose } = chart;
  const [sites, areas] = [sitesOf(graph, scene.events), areasOf(graph)];
  const points = sites.length ? sites.map(({ point }) => point) : areas.flatMap((area) => area.points);
  chart.note.textContent = noteOf(graph, scene, sites, points.length > 0);
  chart.buttons.hidden = !points.length;
  if (!points.length) {
    holder.replaceChildren();
    return;
  }
  const [width, height] = [Math.max(holder.clientWidth, 200), Math.max(holder.clientHeight, 200)];
  chart.ground ??= groundOf(chart.whole ? points : crowdOf(sites, points), width, height);
  Object.assign(chart.ground, { width, height });
  const shown = { countries, sites, areas, marked: markedBy(graph, sel), choose };
  holder.replaceChildren(picture(graph, chart.ground, shown));
}

/** Changes the scale about a spot of the screen. @param {Ground} ground @param {number} factor @param {number} x @param {number} y */
function zoomed(ground, factor, x, y) {
  const [lat, long] = toEarth(ground, x, y);
  ground.scale = Math.max(2, Math.min(20000, ground.scale * factor));
  const [nowLat, nowLong] = toEarth(ground, x, y);
  ground.lat += lat - nowLat;
  ground.long += long - nowLong;
}

/** @param {HTMLElement} holder @param {(factor: number, x: number, y: number) => void} zoom @param {() => void} again */
function zoomButtons(holder, zoom, again) {
  const middle = (/** @type {number} */ factor) => () => zoom(factor, holder.clientWidth / 2, holder.clientHeight / 2);
  return make(
    "div",
    { class: "zoom" },
    button("+", middle(1.5), { "aria-label": "Nearer" }),
    button("−", middle(1 / 1.5), { "aria-label": "Farther" }),
    button("Fit", again, { "aria-label": "Show all places" }),
  );
}

/** What is on the map, and what is not. @param {Graph} graph @param {import("./types.js").Scene} scene @param {Site[]} sites @param {boolean} drawn */
function noteOf(graph, scene, sites, drawn) {
  if (!drawn) return "Nothing that is shown has coordinates.";
  const placed = new Set(sites.flatMap(({ events }) => events));
  const lost = scene.events.length - placed.size;
  const origin = graph.outlines ? ` Outlines: ${graph.outlines.origin}.` : "";
  return `${count(placed.size, "event")} on the map; ${lost.toLocaleString("en")} ${lost === 1 ? "has" : "have"} no place with coordinates. Size: killed as told, by tens; pale: no more than the country or area is told.${origin}`;
}

/**
 * Where nearly all happened, if that is a small part of what there is: a meeting abroad should not make
 * the war a dot. @param {Site[]} sites @param {[number, number][]} points @returns {[number, number][]}
 */
function crowdOf(sites, points) {
  const told = sites.flatMap(({ point, events }) => events.map(() => point));
  if (!told.length) return points;
  const median = (/** @type {0 | 1} */ axis) =>
    told.map((each) => each[axis]).sort((one, other) => one - other)[told.length >> 1];
  const [lat, long] = [median(0), median(1)];
  const far = ([one, other] = [0, 0]) => Math.hypot(one - lat, other - long);
  const near = [...told].sort((one, other) => far(one) - far(other)).slice(0, Math.ceil(told.length * MOST_TOLD));
  return far(near[near.length - 1]) * 3 < Math.max(...points.map(far)) ? near : points;
}

/** Deals with the places to which they apply. @param {Graph} graph @returns {Area[]} */
function areasOf(graph) {
  return graph.things.flatMap((deal, index) => {
    if (deal.group !== "CeasefireDeal") return [];
    const ends = graph.tiesOf[index]
      .filter((tie) => graph.ties[tie].kind === "applies to")
      .map((tie) => graph.things[graph.ties[tie].to]);
    const points = ends.flatMap(({ point }) => (point ? [point] : []));
    return points.length ? [{ deal, points }] : [];
  });
}

/** Drag, wheel, two fingers. @param {HTMLElement} holder @param {() => Ground | null} groundNow @param {(factor: number, x: number, y: number) => void} zoom @param {() => void} redraw */
function watch(holder, groundNow, zoom, redraw) {
  const down = /** @type {Map<number, PointerEvent>} */ (new Map());
  holder.addEventListener("pointerdown", (event) => down.set(event.pointerId, event));
  holder.addEventListener("pointermove", (event) => {
    const [ground, before] = [groundNow(), down.get(event.pointerId)];
    if (!before || !ground || Math.hypot(event.clientX - before.clientX, event.clientY - before.clientY) < STILL) return;
    const other = [...down.values()].find(({ pointerId }) => pointerId !== event.pointerId);
    down.set(event.pointerId, event);
    if (other) pinch(holder, zoom, before, event, other);
    else {
      ground.long -= (event.clientX - before.clientX) / (ground.scale * ground.shrink);
      ground.lat += (event.clientY - before.clientY) / ground.scale;
      redraw();
    }
  });
  for (const name of /** @type {const} */ (["pointerup", "pointerleave", "pointercancel"]))
    holder.addEventListener(name, (event) => down.delete(event.pointerId));
  holder.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      const frame = holder.getBoundingClientRect();
      zoom(Math.exp(-event.deltaY / 400), event.clientX - frame.left, event.clientY - frame.top);
    },
    { passive: false },
  );
}

/** Zooms as a finger moves to or from the other. @param {HTMLElement} holder @param {(factor: number, x: number, y: number) => void} zoom @param {PointerEvent} before @param {PointerEvent} now @param {PointerEvent} other */
function pinch(holder, zoom, before, now, other) {
  const far = (/** @type {PointerEvent} */ { clientX, clientY }) =>
    Math.hypot(clientX - other.clientX, clientY - other.clientY) || 1;
  const frame = holder.getBoundingClientRect();
  const [x, y] = [(now.clientX + other.clientX) / 2, (now.clientY + other.clientY) / 2];
  zoom(far(now) / far(before), x - frame.left, y - frame.top);
}
