// @ts-check
// The knobs of tabs, by pointer and by arrow keys; one of them is in the order of Tab.

/** Lets knobs turn to what they stand for. @param {HTMLElement[]} knobs @param {(at: number) => void} onTurn */
export function turnBy(knobs, onTurn) {
  knobs.forEach((knob, at) => {
    knob.addEventListener("click", () => onTurn(at));
    knob.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = (at + step + knobs.length) % knobs.length;
      onTurn(next);
      knobs[next].focus();
    });
  });
}

/** Marks the knob of what is shown. @param {HTMLElement[]} knobs @param {number} shown */
export function markShown(knobs, shown) {
  knobs.forEach((knob, at) => {
    knob.setAttribute("aria-selected", String(at === shown));
    knob.tabIndex = at === shown ? 0 : -1;
  });
}
