// @ts-check
// An answer as points on a plain grid of degrees, wherever rows tell latitude and longitude.

import { number, words } from "./cells.js";
import { count, make, makeSvg } from "../../web/dom.js";

const WIDTH = 900;
const HEIGHT = 560;
const LABELLED = 40;
const STEPS = [0.1, 0.25, 0.5, 1, 2, 5, 10, 20, 30];

/** @typedef {{ lat: number, long: number, name: string }} Point */

/**
 * The points of an answer; none if no columns tell them.
 * @param {import("./ask.js").Table} table
 * @returns {Point[]}
 */
export function points(table) {
  const at = (/** @type {RegExp} */ pattern) => table.columns.findIndex((name) => pattern.test(name));
  const [lat, long] = [at(/^lat(itude)?$/i), at(/^(long?|lng|longitude)$/i)];
  if (lat < 0 || long < 0) return [];
  const told = table.rows.map((row) => ({
    lat: number(row[lat]),
    long: number(row[long]),
    name: row.filter((_, place) => place !== lat && place !== long).map(words).filter(Boolean).join(", "),
  }));
  return told.filter((point) => Math.abs(point.lat) <= 90 && Math.abs(point.long) <= 180);
}

/** @param {import("./ask.js").Table} table */
export function drawMap(table) {
  const found = points(table);
  const place = frame(found);
  const label = `${count(found.length, "point")} on a grid of degrees; the table has the same places`;
  const svg = makeSvg("svg", { viewBox: `0 0 ${WIDTH} ${HEIGHT}`, role: "img", "aria-label": label, class: "map" });
  svg.append(...grid(place));
  for (const point of found) {
    const [x, y] = place.at(point);
    svg.append(makeSvg("circle", { cx: x, cy: y, r: 5 }, makeSvg("title", {}, point.name)));
  }
  if (found.length <= LABELLED) svg.append(...labels(found, place));
  const left = table.rows.length - found.length;
  const rest = left ? `${count(left, "row")} without a place.` : "";
  return make("div", {}, make("div", { class: "wide" }, svg), make("p", { class: "hint", text: `${count(found.length, "point")}. ${rest}` }));
}

/** @typedef {{ west: number, east: number, south: number, north: number, at: (point: { lat: number, long: number }) => [number, number] }} Frame */

/** @param {Point[]} found @returns {Frame} */
function frame(found) {
  const lats = found.map(({ lat }) => lat);
  const longs = found.map(({ long }) => long);
  const [south, north] = [Math.min(...lats), Math.max(...lats)];
  const [west, east] = [Math.min(...longs), Math.max(...longs)];
  const middle = { lat: (south + north) / 2, long: (west + east) / 2 };
  const shrink = Math.max(0.2, Math.cos((middle.lat * Math.PI) / 180));
  // Degrees of latitude a pixel, with room at the edges and never closer than a town.
  const scale = Math.max((north - south) / (HEIGHT - 120), ((east - west) * shrink) / (WIDTH - 220), 0.5 / HEIGHT);
  const [tall, broad] = [(HEIGHT / 2) * scale, ((WIDTH / 2) * scale) / shrink];
  return {
    west: middle.long - broad,
    east: middle.long + broad,
    south: middle.lat - tall,
    north: middle.lat + tall,
    at: ({ lat, long }) => [
      WIDTH / 2 + ((long - middle.long) * shrink) / scale,
      HEIGHT / 2 - (lat - middle.lat) / scale,
    ],
  };
}

/** @param {Frame} place */
function grid(place) {
  const span = place.north - place.south;
  const step = STEPS.find((degrees) => span / degrees <= 7) ?? 30;
  const lines = [];
  for (const lat of multiples(Math.max(place.south, -90), Math.min(place.north, 90), step)) {
    const [, y] = place.at({ lat, long: 0 });
    const side = lat < 0 ? "S" : "N";
    lines.push(makeSvg("line", { x1: 0, x2: WIDTH, y1: y, y2: y }), makeSvg("text", { x: 4, y: y - 4 }, `${Math.abs(lat)}°${side}`));
  }
  for (const long of multiples(place.west, place.east, step)) {
    const [x] = place.at({ lat: 0, long });
    const side = long < 0 ? "W" : "E";
    lines.push(makeSvg("line", { x1: x, x2: x, y1: 0, y2: HEIGHT }), makeSvg("text", { x: x + 4, y: HEIGHT - 6 }, `${Math.abs(long)}°${side}`));
  }
  return [makeSvg("g", { class: "grid" }, ...lines)];
}

/** @param {number} from @param {number} to @param {number} step */
function multiples(from, to, step) {
  const first = Math.ceil(from / step);
  const length = Math.max(0, Math.floor(to / step) - first + 1);
  return Array.from({ length }, (_, at) => Number(((first + at) * step).toFixed(2)));
}

/** Names beside their points, left out where they would cover another. */
function labels(/** @type {Point[]} */ found, /** @type {Frame} */ place) {
  /** @type {[number, number, number][]} */
  const taken = [];
  return found.flatMap((point) => {
    const [x, y] = place.at(point);
    const name = [...point.name].slice(0, 28).join("");
    const wide = name.length * 7;
    if (taken.some(([left, right, top]) => x < right && x + wide > left && Math.abs(y - top) < 15)) return [];
    taken.push([x, x + wide, y]);
    return [makeSvg("text", { x: x + 8, y: y + 4 }, name)];
  });
}
