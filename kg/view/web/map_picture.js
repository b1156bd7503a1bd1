// @ts-check
// The picture of the map, as SVG.

import { count, makeSvg } from "../../web/dom.js";
import { colour } from "./look.js";
import { graticuleStep, toEarth, toPlane } from "./earth.js";
import { Room } from "./labels.js";
import { svgMark } from "./marks.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./earth.js").Ground} Ground */
/** @typedef {{ thing: number, point: [number, number], events: number[], toll: number }} Site */
/** @typedef {{ deal: import("./types.js").Thing, points: [number, number][] }} Area */
/** @typedef {{ name: string, rings: [number, number][][] }} Country */

const LEAST_AREA = 26;
/** Sizes of names in pixels, and the mean widths of letters and capitals as a share of them. */
const NAME = 12;
const COUNTRY = 11;
const LETTER = 0.58;
const CAPITAL = 0.7;
const LONGEST = 40;
const VAGUE = new Set(["Country", "AdministrativeArea", "Area"]);

/**
 * @param {Graph} graph @param {Ground} ground
 * @param {{ countries: Country[], sites: Site[], areas: Area[], marked: Set<string>, choose: (id: string) => void }} shown
 */
export function picture(graph, ground, { countries, sites, areas, marked, choose }) {
  const { width, height } = ground;
  const dealArea = (/** @type {Area} */ { deal, points }) =>
    pickable(deal.id, deal.label, choose, ...points.map((point) => area(ground, point, marked.has(deal.id))));
  const svg = makeSvg(
    "svg",
    { width, height, viewBox: `0 0 ${width} ${height}`, role: "group" },
    makeSvg("rect", { width, height, fill: colour("--sea") }),
    ...countries.map(({ rings }) => country(ground, rings)),
    ...graticule(ground),
    ...areas.map(dealArea),
    ...[...sites].reverse().map((site) => siteMark(graph, ground, site, marked, choose)),
    ...names(graph, ground, sites, countries),
  );
  svg.setAttribute("aria-label", `Map of ${count(sites.length, "place")}; the table lists the same events`);
  return svg;
}

/** @param {Ground} ground @param {[number, number][][]} rings */
function country(ground, rings) {
  const spot = (/** @type {[number, number]} */ [long, lat]) =>
    toPlane(ground, lat, long)
      .map((at) => at.toFixed(1))
      .join(" ");
  return makeSvg("path", {
    d: rings.map((ring) => `M${ring.map(spot).join("L")}Z`).join(""),
    fill: colour("--land"),
    stroke: colour("--border"),
    "stroke-width": 1,
    "fill-rule": "evenodd",
  });
}

/** Names of places, then of countries, none on a symbol or on another. @param {Graph} graph @param {Ground} ground @param {Site[]} sites @param {Country[]} countries */
function names(graph, ground, sites, countries) {
  const taken = new Room();
  const things = sites.map((site) => ({ ...graph.things[site.thing], site }));
  for (const { id, site } of things) {
    const [x, y] = toPlane(ground, ...site.point);
    const reach = siteReach(site);
    taken.take({ id, left: x - reach, right: x + reach, top: y - reach, bottom: y + reach });
  }
  const places = things.flatMap(({ id, label, site }) => name(ground, taken, id, label, site.point, siteReach(site)));
  return [...places, ...countries.flatMap((each) => countryName(ground, taken, each.name, each.rings))];
}

/** Half the width of a site's symbol: it grows by five pixels where ten times as many were killed. @param {Site} site */
function siteReach({ toll, events }) {
  return toll ? 4 + 5 * Math.log10(1 + toll) : 3.5 + Math.min(events.length, 8) * 0.25;
}

/** @param {Graph} graph @param {Ground} ground @param {Site} site @param {Set<string>} marked @param {(id: string) => void} choose */
function siteMark(graph, ground, site, marked, choose) {
  const { id, label } = graph.things[site.thing];
  const [x, y] = toPlane(ground, ...site.point);
  const chosen = marked.has(id) || site.events.some((event) => marked.has(graph.events[event].id));
  const armed = site.events.some((event) => graph.events[event].group === "ArmedEvent");
  const look = graph.group.get(armed ? "ArmedEvent" : graph.events[site.events[0]].group) ?? graph.groups[0];
  // Where no more is told than the country or area, the spot is only its middle.
  const vague = VAGUE.has(graph.things[site.thing].type ?? "");
  const mark = svgMark(armed ? "dot" : look.shape, siteReach(site), x, y, {
    fill: look.color,
    "fill-opacity": vague ? 0.15 : 0.75,
    stroke: chosen ? colour("--accent") : colour("--ink"),
    "stroke-width": chosen ? 3 : 1,
  });
  const killed = site.toll ? `, ${site.toll.toLocaleString("en")} killed as told` : "";
  return pickable(
    site.events.length === 1 ? graph.events[site.events[0]].id : id,
    `${label}: ${count(site.events.length, "event")}${killed}`,
    choose,
    mark,
  );
}

/** @param {Ground} ground @param {[number, number]} point @param {boolean} chosen */
function area(ground, point, chosen) {
  const [x, y] = toPlane(ground, ...point);
  return makeSvg("circle", {
    cx: x,
    cy: y,
    r: Math.max(LEAST_AREA, ground.scale * 0.25),
    fill: "#CC79A7",
    "fill-opacity": 0.18,
    stroke: chosen ? colour("--accent") : "#CC79A7",
    "stroke-width": chosen ? 3 : 1.5,
    "stroke-dasharray": "5 4",
  });
}

/** @param {string} id @param {string} title @param {(id: string) => void} choose @param {...Node} parts */
function pickable(id, title, choose, ...parts) {
  const group = makeSvg("g", { class: "pick", "data-id": id }, ...parts, makeSvg("title", { text: title }));
  group.addEventListener("click", () => choose(id));
  return group;
}

/** A place's name beside its symbol, where there is room. @param {Ground} ground @param {Room} taken @param {string} id @param {string} text @param {[number, number]} point @param {number} reach */
function name(ground, taken, id, text, point, reach) {
  const [x, y] = toPlane(ground, ...point);
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  const wide = cut.length * NAME * LETTER;
  const spots = /** @type {[number, number][]} */ ([
    [x + reach + 3, y - NAME / 2],
    [x - reach - 3 - wide, y - NAME / 2],
    [x - wide / 2, y + reach + 2],
    [x - wide / 2, y - reach - NAME - 2],
  ]);
  if (x < 0 || y < 0 || x > ground.width || y > ground.height) return [];
  return written(ground, taken, { id, text: cut, wide, size: NAME, ink: colour("--ink") }, spots);
}

/** A name at the first of some spots, each its upper left corner, that is free. @param {Ground} ground @param {Room} taken @param {{ id: string, text: string, wide: number, size: number, ink: string }} told @param {[number, number][]} spots */
function written(ground, taken, { id, text, wide, size, ink }, spots) {
  const box = spots
    .map(([left, top]) => ({ id, left, top, right: left + wide, bottom: top + size + 2 }))
    .find((each) => taken.isFree(each) && each.left >= 0 && each.right <= ground.width);
  if (!box) return [];
  taken.take(box);
  const halo = { stroke: colour("--paper"), "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" };
  return [
    makeSvg("text", {
      x: (box.left + wide / 2).toFixed(1),
      y: (box.top + size - 1).toFixed(1),
      "text-anchor": "middle",
      "font-size": size,
      fill: ink,
      "pointer-events": "none",
      ...halo,
      text,
    }),
  ];
}

/** A country's name in the middle of what is seen of its largest part. @param {Ground} ground @param {Room} taken @param {string} text @param {[number, number][][]} rings */
function countryName(ground, taken, text, rings) {
  const largest = rings.reduce((best, ring) => (ring.length > best.length ? ring : best), rings[0]);
  const seen = largest.filter(([long, lat]) => {
    const [x, y] = toPlane(ground, lat, long);
    return x > 0 && y > 0 && x < ground.width && y < ground.height;
  });
  if (seen.length < Math.min(3, largest.length)) return [];
  const mean = (/** @type {0 | 1} */ axis) => seen.reduce((sum, spot) => sum + spot[axis], 0) / seen.length;
  const [x, y] = toPlane(ground, mean(1), mean(0));
  const wide = text.length * COUNTRY * CAPITAL;
  if (x < 0 || y < 0 || x > ground.width || y > ground.height) return [];
  const told = { id: text, text: text.toUpperCase(), wide, size: COUNTRY, ink: colour("--faint") };
  return written(ground, taken, told, [[x - wide / 2, y - COUNTRY / 2]]);
}

/** @param {Ground} ground */
function graticule(ground) {
  const { width, height } = ground;
  const step = graticuleStep(ground);
  const [north, west] = toEarth(ground, 0, 0);
  const [south, east] = toEarth(ground, width, height);
  const look = { stroke: colour("--border"), "stroke-opacity": 0.45, "stroke-dasharray": "1 3" };
  const lines = [];
  for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step) {
    const [, y] = toPlane(ground, lat, 0);
    lines.push(makeSvg("line", { x1: 0, x2: width, y1: y, y2: y, ...look }));
  }
  for (let long = Math.ceil(west / step) * step; long <= east; long += step) {
    const [x] = toPlane(ground, 0, long);
    lines.push(makeSvg("line", { y1: 0, y2: height, x1: x, x2: x, ...look }));
  }
  return lines;
}
