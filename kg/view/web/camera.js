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

/** Shows a part of a scene, and moves over it by pointers and keys. */
export class Camera {
  /** @param {HTMLElement} holder @param {HTMLCanvasElement} canvas @param {Uses} uses */
  constructor(holder, canvas, uses) {
    this.view = /** @type {View} */ ({ x: 0, y: 0, scale: 1, width: 1, height: 1, ratio: 1 });
    this.holder = holder;
    this.canvas = canvas;
    this.uses = uses;
    this.stop = new AbortController();
    const moves = {
      zoom: (/** @type {number} */ factor, /** @type {number} */ x, /** @type {number} */ y) => this.zoom(factor, x, y),
      pan: (/** @type {number} */ across, /** @type {number} */ down) => this.pan(across, down),
      toWorld: (/** @type {number} */ x, /** @type {number} */ y) => this.toWorld(x, y),
    };
    watchPointers(canvas, { ...uses, ...moves }, this.stop.signal);
    watchKeys(holder, this.view, moves, this.stop.signal);
  }

  /** @param {number} x @param {number} y @returns {[number, number]} */
  toWorld(x, y) {
    const { width, height, scale, x: left, y: top } = this.view;
    return [(x - width / 2) / scale + left, (y - height / 2) / scale + top];
  }

  /** @param {number} x @param {number} y @returns {[number, number]} */
  toScreen(x, y) {
    const { width, height, scale, x: left, y: top } = this.view;
    return [(x - left) * scale + width / 2, (y - top) * scale + height / 2];
  }

  /** Changes the scale about a spot of the screen. @param {number} factor @param {number} x @param {number} y */
  zoom(factor, x, y) {
    const [wx, wy] = this.toWorld(x, y);
    const scale = Math.max(LEAST, Math.min(MOST, this.view.scale * factor));
    this.go(wx - (x - this.view.width / 2) / scale, wy - (y - this.view.height / 2) / scale, scale);
  }

  /** @param {number} across @param {number} down */
  pan(across, down) {
    const { x, y, scale } = this.view;
    this.go(x - across / scale, y - down / scale, scale);
  }

  /** @param {number} x @param {number} y @param {number} scale */
  go(x, y, scale) {
    Object.assign(this.view, { x, y, scale });
    this.uses.changed();
  }

  /** @param {{ x: number, y: number }[]} nodes */
  fit(nodes) {
    const { x, y, scale } = fitted(nodes, this.view.width, this.view.height);
    this.go(x, y, scale);
  }

  /** Moves only where something is out of sight. @param {{ x: number, y: number }} node */
  see(node) {
    const { width, height, scale } = this.view;
    const [x, y] = this.toScreen(node.x, node.y);
    if (x < ROOM || y < ROOM || x > width - ROOM || y > height - ROOM) this.go(node.x, node.y, scale);
  }

  resize() {
    const { holder, canvas, view } = this;
    view.ratio = window.devicePixelRatio || 1;
    [view.width, view.height] = [holder.clientWidth, holder.clientHeight];
    [canvas.width, canvas.height] = [view.width * view.ratio, view.height * view.ratio];
    this.uses.changed();
  }

  destroy() {
    this.stop.abort();
  }
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
