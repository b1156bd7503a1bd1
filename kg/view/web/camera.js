// @ts-check
// Which part of a scene a canvas shows, and moving over it.

import { watchPointers } from "./pointers.js";

/** @typedef {{ x: number, y: number, scale: number, width: number, height: number, ratio: number }} View the middle of the screen in the scene's units, and pixels a unit */
/**
 * @typedef {object} Uses
 * @property {() => void} changed
 * @property {(x: number, y: number) => string} hit
 * @property {(id: string, x: number, y: number) => void} drag moves a node while it is held
 * @property {import("./vis_stage.js").Told} told
 */

const STEP = 60;
const LEAST = 0.005;
const MOST = 6;
const ROOM = 60;
const CLOSEST = 1.4;

/**
 * @param {HTMLElement} holder
 * @param {HTMLCanvasElement} canvas
 * @param {Uses} uses
 */
export function makeCamera(holder, canvas, uses) {
  const view = /** @type {View} */ ({ x: 0, y: 0, scale: 1, width: 1, height: 1, ratio: 1 });
  const stop = new AbortController();
  const toWorld = (/** @type {number} */ x, /** @type {number} */ y) =>
    /** @type {[number, number]} */ ([
      (x - view.width / 2) / view.scale + view.x,
      (y - view.height / 2) / view.scale + view.y,
    ]);
  const zoom = (/** @type {number} */ factor, /** @type {number} */ x, /** @type {number} */ y) => {
    const [wx, wy] = toWorld(x, y);
    view.scale = Math.max(LEAST, Math.min(MOST, view.scale * factor));
    view.x = wx - (x - view.width / 2) / view.scale;
    view.y = wy - (y - view.height / 2) / view.scale;
    uses.changed();
  };
  const pan = (/** @type {number} */ across, /** @type {number} */ down) => {
    view.x -= across / view.scale;
    view.y -= down / view.scale;
    uses.changed();
  };
  const camera = {
    view,
    /** @param {number} x @param {number} y @returns {[number, number]} */
    toScreen: (x, y) => [(x - view.x) * view.scale + view.width / 2, (y - view.y) * view.scale + view.height / 2],
    resize() {
      view.ratio = window.devicePixelRatio || 1;
      [view.width, view.height] = [holder.clientWidth, holder.clientHeight];
      [canvas.width, canvas.height] = [view.width * view.ratio, view.height * view.ratio];
      uses.changed();
    },
    /** @param {{ x: number, y: number }[]} nodes */
    fit(nodes) {
      const { x, y, scale } = fitted(nodes, view.width, view.height);
      camera.go(x, y, scale);
    },
    /** @param {number} x @param {number} y @param {number} scale */
    go(x, y, scale) {
      Object.assign(view, { x, y, scale });
      uses.changed();
    },
    /** @param {{ x: number, y: number }} node */
    see(node) {
      const [x, y] = camera.toScreen(node.x, node.y);
      if (x < ROOM || y < ROOM || x > view.width - ROOM || y > view.height - ROOM)
        camera.go(node.x, node.y, view.scale);
    },
    destroy: () => stop.abort(),
  };
  watchPointers(canvas, { ...uses, zoom, toWorld, pan }, stop.signal);
  watchKeys(holder, view, { zoom, pan }, stop.signal);
  return camera;
}

/** The middle of nodes, and the scale at which they and their names fill the room. @param {{ x: number, y: number }[]} nodes @param {number} width @param {number} height */
export function fitted(nodes, width, height) {
  if (!nodes.length) return { x: 0, y: 0, scale: 1 };
  const [left, right] = extent(nodes.map(({ x }) => x));
  const [top, bottom] = extent(nodes.map(({ y }) => y));
  const across = (width - 2 * ROOM) / Math.max(right - left, 1);
  const down = (height - 1.6 * ROOM) / Math.max(bottom - top, 1);
  return { x: (left + right) / 2, y: (top + bottom) / 2, scale: Math.max(Math.min(across, down, CLOSEST), LEAST) };
}

/** @param {number[]} values @returns {[number, number]} */
function extent(values) {
  // Not Math.min(...values): that many arguments overflow the stack.
  return values.reduce(([low, high], value) => [Math.min(low, value), Math.max(high, value)], [Infinity, -Infinity]);
}

/** @param {HTMLElement} holder @param {View} view @param {{ zoom: (factor: number, x: number, y: number) => void, pan: (across: number, down: number) => void }} uses @param {AbortSignal} signal */
function watchKeys(holder, view, { zoom, pan }, signal) {
  holder.addEventListener(
    "keydown",
    (event) => {
      const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      const factor = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
      if (move) pan(-move[0] * STEP, -move[1] * STEP);
      else if (factor) zoom(factor, view.width / 2, view.height / 2);
      if (move || factor) event.preventDefault();
    },
    { signal },
  );
}

/** Makes the element that keys move the one that people reach and that says what it is. @param {HTMLElement} element */
export function reachable(element) {
  element.tabIndex = 0;
  element.setAttribute("role", "application");
  element.setAttribute(
    "aria-label",
    "Network. Arrow keys move it, plus and minus zoom. The table lists the same things.",
  );
}
