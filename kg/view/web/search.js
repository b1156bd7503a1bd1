// @ts-check
// A search box: labels and aliases of things and events, by pointer or keyboard, a slip forgiven.

import { make } from "../../web/dom.js";
import { folded, nearness } from "./words.js";

/** @typedef {import("./types.js").Graph} Graph */
/** @typedef {{ id: string, title: string, cls: string, names: string[], keys: string[], event: boolean }} Entry */
/** @typedef {{ entry: Entry, score: number, name: string }} Hit */

const MOST_FOUND = 12;

/** What a search looks through, the weightiest things first. @param {Graph} graph @returns {Entry[]} */
export function searchEntries(graph) {
  const entry = (
    /** @type {{ id: string, label: string, cls: string, also?: string[] }} */ each,
    /** @type {boolean} */ event,
  ) => {
    const names = [each.label, ...(each.also ?? [])];
    return { id: each.id, title: each.label, cls: each.cls, names, keys: names.map(folded), event };
  };
  return [...graph.things.map((thing) => entry(thing, false)), ...graph.events.map((event) => entry(event, true))];
}

/** The best entries for the words typed; the weightiest where nothing is typed. @param {Entry[]} entries @param {string} typed @returns {Hit[]} */
export function findNames(entries, typed) {
  const wanted = folded(typed);
  if (!wanted) return entries.slice(0, MOST_FOUND).map((entry) => ({ entry, score: 0, name: entry.title }));
  const hits = [];
  for (const entry of entries) {
    let best = { entry, score: Infinity, name: "" };
    entry.keys.forEach((key, index) => {
      const score = nearness(key, wanted) + (index ? 0.5 : 0) + (entry.event ? 0.25 : 0);
      if (score < best.score) best = { entry, score, name: entry.names[index] };
    });
    if (best.score < Infinity) hits.push(best);
  }
  // Slips are only for those who found nothing as they typed it.
  const exact = hits.filter(({ score }) => score < 3);
  return (exact.length ? exact : hits).sort((one, other) => one.score - other.score).slice(0, MOST_FOUND);
}

/** A box in which one types a name, with a list of what is found. */
class SearchBox {
  /** @param {HTMLInputElement} input @param {HTMLElement} list @param {Entry[]} entries @param {(id: string) => void} onChoose */
  constructor(input, list, entries, onChoose) {
    this.input = input;
    this.list = list;
    this.entries = entries;
    this.onChoose = onChoose;
    this.hits = /** @type {Hit[]} */ ([]);
    this.active = -1;
  }

  close() {
    this.list.hidden = true;
    this.input.setAttribute("aria-expanded", "false");
    this.input.removeAttribute("aria-activedescendant");
  }

  /** @param {number} index */
  choose(index) {
    if (!this.hits[index]) return;
    this.close();
    const { title, id } = this.hits[index].entry;
    this.input.value = title;
    this.onChoose(id);
  }

  /** @param {number} index */
  mark(index) {
    const { hits, list } = this;
    this.active = hits.length ? (index + hits.length) % hits.length : -1;
    [...list.children].forEach((item, at) => item.setAttribute("aria-selected", String(at === this.active)));
    if (this.active < 0) return;
    this.input.setAttribute("aria-activedescendant", `${list.id}-${this.active}`);
    list.children[this.active].scrollIntoView({ block: "nearest" });
  }

  show() {
    const { input, list } = this;
    this.hits = findNames(this.entries, input.value);
    const found = this.hits.map((hit, index) => option(hit, `${list.id}-${index}`, () => this.choose(index)));
    list.replaceChildren(...(found.length ? found : [nothing()]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    this.mark(0);
  }

  /** @param {KeyboardEvent} event */
  press(event) {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (this.list.hidden) this.show();
      else this.mark(this.active + step);
    } else if (event.key === "Enter") this.choose(this.list.hidden ? -1 : this.active);
    else if (event.key === "Escape") this.close();
  }
}

/**
 * Makes a search box work. @param {HTMLInputElement} input @param {HTMLElement} list
 * @param {Entry[]} entries @param {(id: string) => void} onChoose
 */
export function makeSearch(input, list, entries, onChoose) {
  const box = new SearchBox(input, list, entries, onChoose);
  input.addEventListener("input", () => box.show());
  input.addEventListener("focus", () => {
    input.select();
    box.show();
  });
  input.addEventListener("blur", () => box.close());
  input.addEventListener("keydown", (event) => box.press(event));
}

/** The line that says that nothing is found. */
function nothing() {
  const text = "No such name on this page.";
  return make("li", { class: "faint", role: "option", "aria-selected": "false", "aria-disabled": "true", text });
}

/** @param {Hit} hit @param {string} id @param {() => void} onChoose */
function option({ entry, name }, id, onChoose) {
  const also = name === entry.title ? entry.cls : `${entry.cls} · also ${name}`;
  const title = make("span", { text: entry.title, dir: "auto" });
  const line = make(
    "li",
    { id, role: "option", "aria-selected": "false" },
    title,
    make("span", { class: "faint", text: ` ${also}` }),
  );
  line.addEventListener("mousedown", (event) => {
    event.preventDefault();
    onChoose();
  });
  return line;
}
