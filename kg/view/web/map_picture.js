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
const VAGUE = new Set(["Country", "AdministrativeArea", "Area"]);

/**
 * @param {Graph} graph @param {Ground} ground
 * @param {{ countries: Country[], sites: Site[], areas: Area[], sel: string, choose: (id: string) => void }} shown
 */
export function picture(graph, ground, { countries, sites, areas, sel, choose }) {
  const { width, height } = ground;
  const svg = makeSvg("svg", {
    width,
    height,
    viewBox: `0 0 ${width} ${height}`,
    role: "group",
    "aria-label": `Map of ${count(sites.length, "place")}; the table lists the same events`,
  });
  svg.append(makeSvg("rect", { width, height, fill: colour("--sea") }));
  for (const { rings } of countries) {
    const path = rings
      .map(
        (ring) =>
          `M${ring
            .map(([long, lat]) =>
              toPlane(ground, lat, long)
                .map((at) => at.toFixed(1))
                .join(" "),
            )
            .join("L")}Z`,
      )
      .join("");
    svg.append(
      makeSvg("path", {
        d: path,
        fill: colour("--land"),
        stroke: colour("--border"),
        "stroke-width": 1,
        "fill-rule": "evenodd",
      }),
    );
  }
  svg.append(...graticule(ground));
  const taken = new Room();
  for (const { deal, points } of areas)
    svg.append(pickable(deal.id, deal.label, choose, ...points.map((point) => area(ground, point, deal.id === sel))));
  for (const site of [...sites].reverse()) svg.append(siteMark(graph, ground, site, sel, choose));
  for (const site of sites) {
    const [x, y] = toPlane(ground, ...site.point);
    const reach = siteReach(site);
    taken.take({
      id: graph.things[site.thing].id,
      left: x - reach,
      right: x + reach,
      top: y - reach,
      bottom: y + reach,
    });
  }
  for (const site of sites)
    svg.append(
      ...name(
        ground,
        taken,
        graph.things[site.thing].label,
        site.point,
        siteReach(site),
        12,
        graph.things[site.thing].id,
      ),
    );
  for (const { name: text, rings } of countries) svg.append(...countryName(ground, taken, text, rings));
  return svg;
}

/** Half the width of a site's symbol: it grows by five pixels where ten times as many were killed. @param {Site} site */
function siteReach({ toll, events }) {
  return toll ? 4 + 5 * Math.log10(1 + toll) : 3.5 + Math.min(events.length, 8) * 0.25;
}

/** @param {Graph} graph @param {Ground} ground @param {Site} site @param {string} sel @param {(id: string) => void} choose */
function siteMark(graph, ground, site, sel, choose) {
  const { id, label } = graph.things[site.thing];
  const [x, y] = toPlane(ground, ...site.point);
  const chosen = id === sel || site.events.some((event) => graph.events[event].id === sel);
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

/** A name beside its spot, where there is room. @param {Ground} ground @param {Room} taken @param {string} text @param {[number, number]} point @param {number} reach @param {number} size @param {string} id @param {string} [ink] */
function name(ground, taken, text, point, reach, size, id, ink = colour("--ink")) {
  const [x, y] = toPlane(ground, ...point);
  const cut = text.length > 40 ? `${text.slice(0, 39)}…` : text;
  const wide = cut.length * size * 0.58;
  if (x < 0 || y < 0 || x > ground.width || y > ground.height) return [];
  const spots = [
    [x + reach + 3, y - size / 2],
    [x - reach - 3 - wide, y - size / 2],
    [x - wide / 2, y + reach + 2],
    [x - wide / 2, y - reach - size - 2],
  ];
  for (const [left, top] of reach ? spots : [[x - wide / 2, y - size / 2]]) {
    const box = { id, left, top, right: left + wide, bottom: top + size + 2 };
    if (!taken.isFree(box) || left < 0 || box.right > ground.width) continue;
    taken.take(box);
    const halo = { stroke: colour("--paper"), "stroke-width": 3, "paint-order": "stroke", "stroke-linejoin": "round" };
    return [
      makeSvg("text", {
        x: (left + wide / 2).toFixed(1),
        y: (top + size - 1).toFixed(1),
        "text-anchor": "middle",
        "font-size": size,
        fill: ink,
        "pointer-events": "none",
        ...halo,
        text: cut,
      }),
    ];
  }
  return [];
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
  return name(ground, taken, text.toUpperCase(), [mean(1), mean(0)], 0, 11, text, colour("--faint"));
}

/** @param {Ground} ground */
function graticule(ground) {
  const step = graticuleStep(ground);
  const [north, west] = toEarth(ground, 0, 0);
  const [south, east] = toEarth(ground, ground.width, ground.height);
  const lines = [];
  const look = { stroke: colour("--border"), "stroke-opacity": 0.45, "stroke-dasharray": "1 3" };
  for (let lat = Math.ceil(south / step) * step; lat <= north; lat += step)
    lines.push(
      makeSvg("line", {
        x1: 0,
        x2: ground.width,
        y1: toPlane(ground, lat, 0)[1],
        y2: toPlane(ground, lat, 0)[1],
        ...look,
      }),
    );
  for (let long = Math.ceil(west / step) * step; long <= east; long += step)
    lines.push(
      makeSvg("line", {
        y1: 0,
        y2: ground.height,
        x1: toPlane(ground, 0, long)[0],
        x2: toPlane(ground, 0, long)[0],
        ...look,
      }),
    );
  return lines;
}
