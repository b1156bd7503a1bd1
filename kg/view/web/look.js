// @ts-check
// What the reader's device asks for, and the colours that follow from it.

export const CALM = matchMedia("(prefers-reduced-motion: reduce)");
export const DARK = matchMedia("(prefers-color-scheme: dark)");
export const NARROW = matchMedia("(max-width: 760px)");

/** The value of a colour named in the style sheets. @param {string} name */
export function colour(name) {
  return getComputedStyle(document.documentElement).getPropertyValue(name).trim();
}

/** A line's colour, lighter on dark paper. @param {string} hex */
export function lineColour(hex) {
  if (!DARK.matches) return hex;
  const parts = [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16));
  const lighter = parts.map((each) => Math.round(each + (255 - each) * 0.3));
  return `#${lighter.map((each) => each.toString(16).padStart(2, "0")).join("")}`;
}
