"use strict";
// Elements made of text: nothing from the graph is ever parsed as HTML.

const CALM = matchMedia("(prefers-reduced-motion: reduce)");
const DARK = matchMedia("(prefers-color-scheme: dark)");
const NARROW = matchMedia("(max-width: 760px)");

/** An element with attributes, text and children; `text` is set as text only. */
function make(tag, attributes = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) {
    if (name === "text") element.textContent = value;
    else if (value !== false) element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.filter((child) => child !== null));
  return element;
}

/** An SVG element with attributes. */
function makeSvg(tag, attributes, ...children) {
  const element = document.createElementNS("http://www.w3.org/2000/svg", tag);
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  element.append(...children);
  return element;
}

/** Letters without accents, quotes and hyphens, lower case: what a search compares. */
function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/['’ʼʿʾ`]/g, "")
    .replace(/[\s\-–—_]+/g, " ")
    .trim();
}

/** A line's colour, lighter on dark paper. */
function lineColour(hex) {
  if (!DARK.matches) return hex;
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const lighter = parts.map((part) => Math.round(part + (255 - part) * 0.3));
  return `#${lighter.map((part) => part.toString(16).padStart(2, "0")).join("")}`;
}

/** The value of a colour named in page.css. */
function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}
