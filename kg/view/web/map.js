// @ts-check
// The map: outlines of countries, events where they happened sized by their toll, deals as areas.

import { button, count, make, part } from "../../web/dom.js";
import { countriesOf, groundOf, toEarth } from "./earth.js";
import { picture } from "./map_picture.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./earth.js").Ground} Ground */
/** @typedef {import("./map_picture.js").Site} Site */
/** @typedef {import("./map_picture.js").Area} Area */

const MOST_SITES = 2000;
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

/**
 * The map tab: `draw` shows the events of a scene.
 * @param {Graph} graph @param {(id: string) => void} choose
 */
export function makeMap(graph, choose) {
  const room = part("map");
  const holder = make("div", { class: "ground" });
  const note = make("p", { class: "hint" });
  const countries = graph.outlines ? countriesOf(graph.outlines) : [];
  let ground = /** @type {Ground | null} */ (null);
  let whole = false;
  let last = /** @type {(() => void) | null} */ (null);
  const zoom = (/** @type {number} */ factor, /** @type {number} */ x, /** @type {number} */ y) => {
    if (!ground) return;
    const [lat, long] = toEarth(ground, x, y);
    ground.scale = Math.max(2, Math.min(20000, ground.scale * factor));
    const [nowLat, nowLong] = toEarth(ground, x, y);
    ground.lat += lat - nowLat;
    ground.long += long - nowLong;
    last?.();
  };
  const middle = (/** @type {number} */ factor) => () => zoom(factor, holder.clientWidth / 2, holder.clientHeight / 2);
  const again = () => {
    [ground, whole] = [null, true];
    last?.();
  };
  const buttons = make(
    "div",
    { class: "zoom" },
    button("+", middle(1.5), { "aria-label": "Nearer" }),
    button("−", middle(1 / 1.5), { "aria-label": "Farther" }),
    button("Fit", again, { "aria-label": "Show all places" }),
  );
  room.replaceChildren(holder, buttons, note);
  watch(
    holder,
    () => ground,
    zoom,
    () => last?.(),
  );
  /** @param {import("./types.js").Scene} scene @param {string} sel */
  return (scene, sel) => {
    last = () => {
      const sites = sitesOf(graph, scene.events);
      const areas = areasOf(graph);
      const points = [
        ...sites.map(({ point }) => point),
        ...(sites.length ? [] : areas.flatMap((area) => area.points)),
      ];
      const placed = new Set(sites.flatMap(({ events }) => events));
      const lost = scene.events.length - placed.size;
      const origin = graph.outlines ? ` Outlines: ${graph.outlines.origin}.` : "";
      note.textContent = points.length
        ? `${count(placed.size, "event")} on the map; ${lost.toLocaleString("en")} have no place with coordinates. Size: killed as told, by tens; pale: no more than the country or area is told.${origin}`
        : "Nothing that is shown has coordinates.";
      buttons.hidden = !points.length;
      if (!points.length) return holder.replaceChildren();
      const [width, height] = [Math.max(holder.clientWidth, 200), Math.max(holder.clientHeight, 200)];
      ground ??= groundOf(whole ? points : crowdOf(sites, points), width, height);
      Object.assign(ground, { width, height });
      return holder.replaceChildren(picture(graph, ground, { countries, sites, areas, sel, choose }));
    };
    last();
  };
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

/** Drag, wheel. @param {HTMLElement} holder @param {() => Ground | null} groundNow @param {(factor: number, x: number, y: number) => void} zoom @param {() => void} redraw */
function watch(holder, groundNow, zoom, redraw) {
  let from = /** @type {PointerEvent | null} */ (null);
  holder.addEventListener("pointerdown", (event) => (from = event));
  holder.addEventListener("pointermove", (event) => {
    const ground = groundNow();
    if (!from || !ground || Math.hypot(event.clientX - from.clientX, event.clientY - from.clientY) < 3) return;
    ground.long -= (event.clientX - from.clientX) / (ground.scale * ground.shrink);
    ground.lat += (event.clientY - from.clientY) / ground.scale;
    from = event;
    redraw();
  });
  for (const name of ["pointerup", "pointerleave", "pointercancel"]) holder.addEventListener(name, () => (from = null));
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
