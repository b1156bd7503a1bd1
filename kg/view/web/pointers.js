// @ts-check
// Pointers over a canvas: what is pointed at, picked and dragged; wheel and two fingers zoom.

/** @typedef {{ x: number, y: number }} Spot in pixels of the canvas */
/**
 * @typedef {object} Uses
 * @property {(x: number, y: number) => string} hit what stands there
 * @property {(id: string, x: number, y: number) => void} drag moves a node while it is held
 * @property {(across: number, down: number) => void} pan
 * @property {(factor: number, x: number, y: number) => void} zoom
 * @property {(x: number, y: number) => [number, number]} toWorld
 * @property {import("./vis_stage.js").Told} told
 */

/** A pointer that moves less is still. */
const STILL = 4;

class Pointers {
  /** @param {HTMLCanvasElement} canvas @param {Uses} uses */
  constructor(canvas, uses) {
    this.canvas = canvas;
    this.uses = uses;
    this.held = "";
    this.moved = 0;
    this.down = /** @type {Map<number, Spot>} */ (new Map());
  }

  /** @param {MouseEvent} event @returns {Spot} */
  at(event) {
    const frame = this.canvas.getBoundingClientRect();
    return { x: event.clientX - frame.left, y: event.clientY - frame.top };
  }

  /** @param {PointerEvent} event */
  press(event) {
    const spot = this.at(event);
    const found = this.uses.hit(spot.x, spot.y);
    this.canvas.setPointerCapture(event.pointerId);
    this.down.set(event.pointerId, spot);
    this.moved = 0;
    // Lines have blanks in their ids, and only nodes can be dragged.
    this.held = found.includes(" ") ? "" : found;
    this.uses.told.point("", 0, 0);
    this.canvas.focus({ preventScroll: true });
  }

  /** @param {PointerEvent} event */
  move(event) {
    const [before, now] = [this.down.get(event.pointerId), this.at(event)];
    if (!before) {
      this.uses.told.point(this.uses.hit(now.x, now.y), now.x, now.y);
      return;
    }
    const other = [...this.down].find(([id]) => id !== event.pointerId)?.[1];
    this.moved += Math.hypot(now.x - before.x, now.y - before.y);
    if (other) this.pinch(before, now, other);
    else if (!this.held) this.uses.pan(now.x - before.x, now.y - before.y);
    else if (this.moved > STILL) this.uses.drag(this.held, ...this.uses.toWorld(now.x, now.y));
    this.down.set(event.pointerId, now);
  }

  /** @param {Spot} before @param {Spot} now @param {Spot} other */
  pinch(before, now, other) {
    const far = (/** @type {Spot} */ spot) => Math.hypot(spot.x - other.x, spot.y - other.y) || 1;
    this.uses.zoom(far(now) / far(before), (now.x + other.x) / 2, (now.y + other.y) / 2);
  }

  /** @param {PointerEvent} event */
  release(event) {
    const spot = this.down.get(event.pointerId);
    this.down.delete(event.pointerId);
    if (!spot || event.type !== "pointerup") return;
    // What was dragged is put down once, so that one step undoes it.
    if (this.moved <= STILL) this.uses.told.pick(this.uses.hit(spot.x, spot.y));
    else if (this.held) this.uses.told.put(this.held, ...this.uses.toWorld(spot.x, spot.y));
  }

  /** @param {WheelEvent} event */
  roll(event) {
    event.preventDefault();
    const { x, y } = this.at(event);
    this.uses.zoom(Math.exp(-event.deltaY / 500), x, y);
  }
}

/** @param {HTMLCanvasElement} canvas @param {Uses} uses @param {AbortSignal} signal ends it */
export function watchPointers(canvas, uses, signal) {
  const pointers = new Pointers(canvas, uses);
  canvas.addEventListener("pointerdown", (event) => pointers.press(event), { signal });
  canvas.addEventListener("pointermove", (event) => pointers.move(event), { signal });
  for (const name of /** @type {const} */ (["pointerup", "pointercancel"]))
    canvas.addEventListener(name, (event) => pointers.release(event), { signal });
  canvas.addEventListener("pointerleave", () => uses.told.point("", 0, 0), { signal });
  canvas.addEventListener("wheel", (event) => pointers.roll(event), { signal, passive: false });
}
