// @ts-check
// Moving over a canvas: drag, wheel, keys, two fingers; what is pointed at, picked and dragged.

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
  watchPointers(holder, canvas, camera, uses, { zoom, toWorld, signal: stop.signal });
  watchKeys(holder, view, uses, zoom, stop.signal);
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

/**
 * @param {HTMLElement} holder @param {HTMLCanvasElement} canvas @param {{ view: View }} camera @param {Uses} uses
 * @param {{ zoom: (factor: number, x: number, y: number) => void, toWorld: (x: number, y: number) => [number, number], signal: AbortSignal }} helps
 */
function watchPointers(holder, canvas, camera, uses, { zoom, toWorld, signal }) {
  const down = /** @type {Map<number, { x: number, y: number }>} */ (new Map());
  let held = "";
  let moved = 0;
  const at = (/** @type {MouseEvent} */ event) => {
    const frame = canvas.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  };
  canvas.addEventListener(
    "pointerdown",
    (event) => {
      canvas.setPointerCapture(event.pointerId);
      down.set(event.pointerId, at(event));
      moved = 0;
      const found = uses.hit(at(event).x, at(event).y);
      held = found && !found.includes(" ") ? found : "";
      uses.told.point("", 0, 0);
      canvas.focus({ preventScroll: true });
    },
    { signal },
  );
  canvas.addEventListener(
    "pointermove",
    (event) => {
      const [before, now] = [down.get(event.pointerId), at(event)];
      if (!before) {
        uses.told.point(uses.hit(now.x, now.y), now.x, now.y);
        return;
      }
      const other = [...down].find(([id]) => id !== event.pointerId)?.[1];
      moved += Math.hypot(now.x - before.x, now.y - before.y);
      if (other) {
        const far = (/** @type {{ x: number, y: number }} */ spot) =>
          Math.hypot(spot.x - other.x, spot.y - other.y) || 1;
        zoom(far(now) / far(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
      } else if (held && moved > 4) uses.drag(held, ...toWorld(now.x, now.y));
      else if (!held) {
        camera.view.x -= (now.x - before.x) / camera.view.scale;
        camera.view.y -= (now.y - before.y) / camera.view.scale;
        uses.changed();
      }
      down.set(event.pointerId, now);
    },
    { signal },
  );
  const up = (/** @type {PointerEvent} */ event) => {
    const spot = down.get(event.pointerId);
    down.delete(event.pointerId);
    if (!spot || event.type !== "pointerup") return;
    // What was dragged is put down once, so that one step undoes it.
    if (moved <= 4) uses.told.pick(uses.hit(spot.x, spot.y));
    else if (held) uses.told.put(held, ...toWorld(spot.x, spot.y));
  };
  canvas.addEventListener("pointerup", up, { signal });
  canvas.addEventListener("pointercancel", up, { signal });
  canvas.addEventListener("pointerleave", () => uses.told.point("", 0, 0), { signal });
  canvas.addEventListener(
    "wheel",
    (event) => {
      event.preventDefault();
      zoom(Math.exp(-event.deltaY / 500), at(event).x, at(event).y);
    },
    { signal, passive: false },
  );
}

/** @param {HTMLElement} holder @param {View} view @param {Uses} uses @param {(factor: number, x: number, y: number) => void} zoom @param {AbortSignal} signal */
function watchKeys(holder, view, uses, zoom, signal) {
  holder.addEventListener(
    "keydown",
    (event) => {
      const move = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] }[event.key];
      const factor = { "+": 1.25, "=": 1.25, "-": 0.8 }[event.key];
      if (move) {
        view.x += (move[0] * STEP) / view.scale;
        view.y += (move[1] * STEP) / view.scale;
        uses.changed();
      } else if (factor) zoom(factor, view.width / 2, view.height / 2);
      if (move || factor) event.preventDefault();
    },
    { signal },
  );
}
