"use strict";
// The search box: labels and aliases, by pointer or keyboard.

const MOST_FOUND = 12;

/** What a search looks through: one entry for each node, heaviest first. */
function searchEntries(view) {
  return view.nodes.map((node) => {
    const detail = view.details[node.id];
    const names = [detail.title, ...detail.aliases];
    return { id: node.id, title: detail.title, cls: detail.cls, names, keys: names.map(folded) };
  });
}

/** 0 where a name begins so, 1 where a word does, 2 elsewhere; aliases a little later. */
function nearness(entry, wanted) {
  let best = { score: Infinity, name: "" };
  entry.keys.forEach((key, index) => {
    const at = key.indexOf(wanted);
    if (at < 0) return;
    const score = (at === 0 ? 0 : key[at - 1] === " " ? 1 : 2) + (index ? 0.5 : 0);
    if (score < best.score) best = { score, name: entry.names[index] };
  });
  return best;
}

/** The best entries for the words typed; the heaviest where nothing is typed. */
function findNames(entries, typed) {
  const wanted = folded(typed);
  return entries
    .map((entry) => ({ entry, ...nearness(entry, wanted) }))
    .filter((hit) => hit.score < Infinity)
    .sort((one, other) => one.score - other.score)
    .slice(0, MOST_FOUND);
}

/** Makes the search box work; `onChoose` gets a node's id. */
function makeSearch(view, onChoose) {
  const input = document.getElementById("search");
  const list = document.getElementById("found");
  const entries = searchEntries(view);
  let hits = [];
  let active = -1;

  const close = () => {
    list.hidden = true;
    input.setAttribute("aria-expanded", "false");
    input.removeAttribute("aria-activedescendant");
  };
  const choose = (index) => {
    if (!hits[index]) return;
    close();
    input.value = hits[index].entry.title;
    onChoose(hits[index].entry.id);
  };
  const mark = (index) => {
    active = hits.length ? (index + hits.length) % hits.length : -1;
    [...list.children].forEach((item, at) => {
      item.setAttribute("aria-selected", String(at === active));
    });
    if (active < 0) return;
    input.setAttribute("aria-activedescendant", `found-${active}`);
    list.children[active].scrollIntoView({ block: "nearest" });
  };
  const item = ({ entry, name }, index) => {
    const also = name === entry.title ? entry.cls : `${entry.cls} · also ${name}`;
    const line = make(
      "li",
      { id: `found-${index}`, role: "option", "aria-selected": "false", dir: "auto" },
      make("span", { text: entry.title }),
      make("span", { class: "faint", text: ` ${also}` }),
    );
    line.addEventListener("mousedown", (event) => {
      event.preventDefault();
      choose(index);
    });
    return line;
  };
  const show = () => {
    hits = findNames(entries, input.value);
    const none = make("li", { class: "faint", text: "No such name on this page." });
    list.replaceChildren(...(hits.length ? hits.map(item) : [none]));
    list.hidden = false;
    input.setAttribute("aria-expanded", "true");
    if (hits.length) mark(0);
  };

  input.addEventListener("input", show);
  input.addEventListener("focus", () => {
    input.select();
    show();
  });
  input.addEventListener("blur", close);
  input.addEventListener("keydown", (event) => {
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step) {
      event.preventDefault();
      if (list.hidden) show();
      else mark(active + step);
    } else if (event.key === "Enter") choose(list.hidden ? -1 : active);
    else if (event.key === "Escape") close();
  });
  return input;
}
