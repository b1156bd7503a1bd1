// @ts-check
// The tabs of the explorer.

import { part } from "../../web/dom.js";
import { markShown, turnBy } from "../../web/knobs.js";

const TABS = ["network", "timeline", "map", "table"];

/** @param {(tab: string) => void} onTurn @returns {(tab: string) => void} shows a tab */
export function makeTabs(onTurn) {
  const knobs = TABS.map((tab) => part(`tab-${tab}`));
  turnBy(knobs, (at) => onTurn(TABS[at]));
  return (tab) => {
    markShown(knobs, TABS.indexOf(tab));
    for (const each of TABS) part(each).hidden = each !== tab;
  };
}
