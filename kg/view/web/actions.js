// @ts-check
// What one can do with what is selected: unfold, expand, pin, hide, look for a path.

import { button, make } from "../../web/dom.js";
import { makeSearch } from "./search.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {import("./types.js").Found} Found */
/** @typedef {import("./state.js").Holder} Holder */

/**
 * Buttons for the panel. @param {Graph} graph @param {Holder} holder
 * @param {import("./search.js").Entry[]} entries @param {(id: string) => [number, number] | null} placeOf
 */
export function makeActions(graph, holder, entries, placeOf) {
  /** @param {string} id @param {Found} found @returns {Node[]} */
  return (id, found) => {
    const { open, more, pins } = holder.state;
    const toggle = (/** @type {"open" | "more"} */ set, /** @type {boolean} */ there, /** @type {string[]} */ words) =>
      button(there ? words[1] : words[0], () => holder.put(set, [id], !there), {
        "aria-pressed": String(there),
        "data-act": set,
      });
    const made = [];
    if (foldedIn(graph, found).length) made.push(toggle("open", open.has(id), ["Unfold events", "Fold events"]));
    if (found.sort === "tie") return made;
    if (found.sort === "thing") made.push(toggle("more", more.has(id), ["Show neighbours", "Fewer neighbours"]));
    made.push(
      button(pins.has(id) ? "Unpin" : "Pin", () => holder.change({ pins: pinned(pins, id, placeOf(id)) }), {
        "aria-pressed": String(pins.has(id)),
        "data-act": "pin",
      }),
    );
    if (found.sort === "thing")
      made.push(
        button("Hide", () => holder.change({ hide: new Set([...holder.state.hide, id]), sel: "", path: [] }, true)),
        pathBox(id, holder, entries),
      );
    return made;
  };
}

/** Events that can be drawn one by one. @param {Graph} graph @param {Found} found @returns {number[]} */
function foldedIn(graph, { sort, index }) {
  if (sort === "thing") return graph.eventsOf[index];
  return sort === "tie" ? (graph.ties[index].events ?? []) : [];
}

/** @param {Map<string, [number, number]>} pins @param {string} id @param {[number, number] | null} place */
function pinned(pins, id, place) {
  const next = new Map(pins);
  if (next.has(id)) next.delete(id);
  else if (place) next.set(id, place);
  return next;
}

/** A box in which to name the other end of a path. @param {string} id @param {Holder} holder @param {import("./search.js").Entry[]} entries */
function pathBox(id, holder, entries) {
  const input = /** @type {HTMLInputElement} */ (
    make("input", {
      type: "search",
      role: "combobox",
      id: "path-to",
      "aria-expanded": "false",
      "aria-controls": "path-found",
      "aria-autocomplete": "list",
      "aria-label": "Shortest path to",
      placeholder: "Path to …",
      autocomplete: "off",
      spellcheck: "false",
    })
  );
  const list = make("ul", {
    id: "path-found",
    class: "found",
    role: "listbox",
    "aria-label": "Names found",
    hidden: true,
  });
  const others = entries.filter((entry) => !entry.event && entry.id !== id);
  makeSearch(input, list, others, (other) => holder.change({ path: [id, other] }));
  const clear = holder.state.path.length ? button("Clear path", () => holder.change({ path: [] })) : null;
  return make("div", { class: "search path" }, input, list, clear);
}
