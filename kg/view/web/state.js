// @ts-check
// What the reader has chosen: one state for all tabs, kept in the address, with undo.

/** @typedef {import("./types.js").State} State */

const SETS = /** @type {const} */ (["off", "open", "more", "hide"]);
const MOST_UNDO = 100;

/** @returns {State} */
export function firstState() {
  return {
    tab: "network",
    sel: "",
    since: "",
    until: "",
    off: new Set(),
    open: new Set(),
    more: new Set(),
    hide: new Set(),
    pins: new Map(),
    path: [],
    whole: false,
    rings: false,
  };
}

/** The state as the part of an address after #. @param {State} state @returns {string} */
export function toHash(state) {
  const told = new URLSearchParams();
  if (state.tab !== "network") told.set("tab", state.tab);
  for (const name of /** @type {const} */ (["sel", "since", "until"])) if (state[name]) told.set(name, state[name]);
  for (const name of SETS) if (state[name].size) told.set(name, listed([...state[name]]));
  if (state.pins.size)
    told.set("pins", listed([...state.pins].map(([id, [x, y]]) => `${id}@${Math.round(x)},${Math.round(y)}`)));
  if (state.path.length) told.set("path", listed(state.path));
  if (state.whole) told.set("whole", "1");
  if (state.rings) told.set("rings", "1");
  return told.toString();
}

/** The state that an address tells; what it tells wrongly is left out. @param {string} hash @returns {State} */
export function fromHash(hash) {
  const told = new URLSearchParams(hash.replace(/^#/, ""));
  const state = firstState();
  const tab = told.get("tab") ?? "";
  if (["timeline", "map", "table"].includes(tab)) state.tab = tab;
  state.sel = told.get("sel") ?? "";
  for (const name of /** @type {const} */ (["since", "until"])) {
    const day = told.get(name) ?? "";
    if (/^\d{4}-\d\d-\d\d$/.test(day)) state[name] = day;
  }
  for (const name of SETS) state[name] = new Set(unlisted(told.get(name)));
  for (const pin of unlisted(told.get("pins"))) {
    const [, id, x, y] = /^(.*)@(-?\d+),(-?\d+)$/s.exec(pin) ?? [];
    if (id) state.pins.set(id, [Number(x), Number(y)]);
  }
  const path = unlisted(told.get("path"));
  if (path.length === 2) state.path = path;
  state.whole = told.get("whole") === "1";
  state.rings = told.get("rings") === "1";
  return state;
}

/** @param {string[]} names */
function listed(names) {
  return names.map(encodeURIComponent).join("|");
}

/** @param {string | null} text @returns {string[]} */
function unlisted(text) {
  return (text ?? "")
    .split("|")
    .filter(Boolean)
    .flatMap((name) => {
      try {
        return [decodeURIComponent(name)];
      } catch {
        return []; // an address that somebody cut
      }
    });
}

/**
 * Holds the state; `listener` is called after each change. Selecting and turning to a tab can't be
 * undone, as nothing is lost by them.
 */
export class Holder {
  /** @param {(state: State, before: State) => void} listener */
  constructor(listener) {
    this.state = fromHash(location.hash);
    this.past = /** @type {State[]} */ ([]);
    this.listener = listener;
    window.addEventListener("hashchange", () => {
      if (location.hash.slice(1) !== toHash(this.state)) this.replace(fromHash(location.hash));
    });
  }

  /** @param {Partial<State>} patch @param {boolean} [kept] whether it can be undone */
  change(patch, kept = !("sel" in patch || "tab" in patch)) {
    if (kept) this.past = [...this.past, this.state].slice(-MOST_UNDO);
    this.replace({ ...this.state, ...patch });
  }

  /** Adds a name to one of the sets, or takes it out. @param {"off" | "open" | "more" | "hide"} set @param {string[]} names @param {boolean} there */
  put(set, names, there) {
    const next = new Set(this.state[set]);
    for (const name of names) {
      if (there) next.add(name);
      else next.delete(name);
    }
    this.change({ [set]: next });
  }

  undo() {
    const last = this.past.pop();
    if (last) this.replace({ ...last, tab: this.state.tab, sel: this.state.sel });
  }

  /** @param {State} next */
  replace(next) {
    const before = this.state;
    this.state = next;
    const hash = toHash(next);
    history.replaceState(null, "", hash ? `#${hash}` : location.pathname + location.search);
    this.listener(next, before);
  }
}
