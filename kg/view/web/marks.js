// @ts-check
// The symbols: one outline for canvas, SVG, legend and map.

import { makeSvg } from "../../web/dom.js";
import { colour } from "./look.js";

/** Corners and first turn in degrees of each regular shape; a star has two radii. */
const SHAPES = /** @type {Record<string, { corners: number, turn: number, reach: number }>} */ ({
  square: { corners: 4, turn: 45, reach: 1.25 },
  diamond: { corners: 4, turn: 0, reach: 1.25 },
  triangle: { corners: 3, turn: 0, reach: 1.25 },
  triangleDown: { corners: 3, turn: 180, reach: 1.25 },
  hexagon: { corners: 6, turn: 30, reach: 1.1 },
  star: { corners: 10, turn: 0, reach: 1.3 },
});

/**
 * The corners of a symbol about its middle; none for a circle.
 * @param {string} shape
 * @param {number} size half its width
 * @returns {[number, number][]}
 */
export function outline(shape, size) {
  const look = SHAPES[shape];
  if (!look) return [];
  return Array.from({ length: look.corners }, (_, step) => {
    const angle = ((look.turn + (360 / look.corners) * step - 90) * Math.PI) / 180;
    const radius = size * look.reach * (shape === "star" && step % 2 ? 0.45 : 1);
    return [radius * Math.cos(angle), radius * Math.sin(angle)];
  });
}

/**
 * A symbol as SVG. @param {string} shape @param {number} size @param {number} x @param {number} y
 * @param {Record<string, string | number>} look
 */
export function svgMark(shape, size, x, y, look) {
  const corners = outline(shape, size);
  if (!corners.length) return makeSvg("circle", { cx: x, cy: y, r: size, ...look });
  const points = corners.map(([dx, dy]) => `${(x + dx).toFixed(1)},${(y + dy).toFixed(1)}`).join(" ");
  return makeSvg("polygon", { points, ...look });
}

/** Adds a symbol to a canvas's path. @param {CanvasRenderingContext2D} context @param {string} shape @param {number} size @param {number} x @param {number} y */
export function canvasMark(context, shape, size, x, y) {
  const corners = outline(shape, size);
  if (!corners.length) {
    context.moveTo(x + size, y);
    context.arc(x, y, size, 0, 2 * Math.PI);
    return;
  }
  corners.forEach(([dx, dy], at) => (at ? context.lineTo(x + dx, y + dy) : context.moveTo(x + dx, y + dy)));
  context.closePath();
}

/** The picture of a group for the legend. @param {{ shape: string, color: string }} look */
export function groupPicture({ shape, color }) {
  const mark = svgMark(shape, 6.5, 13, 9, { fill: color, stroke: colour("--ink"), "stroke-width": 1 });
  return makeSvg("svg", { width: 26, height: 18, "aria-hidden": "true" }, mark);
}
