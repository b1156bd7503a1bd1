// @ts-check
// Tabs by pointer and by arrow keys.

import { part } from "../../web/dom.js";

const TABS = ["network", "timeline", "map", "table"];

/** @param {(tab: string) => void} onTurn @returns {(tab: string) => void} shows a tab */
export function makeTabs(onTurn) {
  const knobs = TABS.map((tab) => part(`tab-${tab}`));
  knobs.forEach((knob, at) => {
    knob.addEventListener("click", () => onTurn(TABS[at]));
    knob.addEventListener("keydown", (event) => {
      const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
      if (!step) return;
      event.preventDefault();
      const next = (at + step + TABS.length) % TABS.length;
      onTurn(TABS[next]);
      knobs[next].focus();
    });
  });
  return (tab) => {
    TABS.forEach((each, at) => {
      knobs[at].setAttribute("aria-selected", String(each === tab));
      knobs[at].tabIndex = each === tab ? 0 : -1;
      part(each).hidden = each !== tab;
    });
  };
}
