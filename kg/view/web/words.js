// @ts-check
// Names compared as people spell them: without accents, with a slip or two.

/** Letters without accents, quotes and hyphens, lower case: what a search compares. @param {string} text */
export function folded(text) {
  return text
    .normalize("NFKD")
    .replace(/\p{Mark}/gu, "")
    .toLowerCase()
    .replace(/['’ʼʿʾ`]/g, "")
    .replace(/[\s\-–—_]+/g, " ")
    .trim();
}

/**
 * Slips between two words: letters added, left out, changed or swapped; `most` + 1 if more.
 * @param {string} one
 * @param {string} other
 * @param {number} most
 */
export function slips(one, other, most) {
  if (Math.abs(one.length - other.length) > most) return most + 1;
  let before = /** @type {number[]} */ ([]);
  let row = Array.from({ length: other.length + 1 }, (_, at) => at);
  for (let i = 1; i <= one.length; i += 1) {
    const next = [i];
    for (let j = 1; j <= other.length; j += 1) {
      const same = one[i - 1] === other[j - 1] ? 0 : 1;
      next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + same);
      const swapped = i > 1 && j > 1 && one[i - 1] === other[j - 2] && one[i - 2] === other[j - 1];
      if (swapped) next[j] = Math.min(next[j], before[j - 2] + 1);
    }
    if (Math.min(...next) > most) return most + 1;
    before = row;
    row = next;
  }
  return Math.min(row[other.length], most + 1);
}

/**
 * How near a folded name is to what was typed: 0 begins so, 1 a word does, 2 somewhere, 3 and more
 * with slips; Infinity if not at all. Short words allow no slip, longer ones one or two.
 * @param {string} key
 * @param {string} wanted
 */
export function nearness(key, wanted) {
  const at = key.indexOf(wanted);
  if (at >= 0) return at === 0 ? 0 : key[at - 1] === " " ? 1 : 2;
  const typed = wanted.split(" ");
  const words = key.slice(0, 200).split(" ");
  let total = 0;
  for (const word of typed) {
    const most = word.length < 4 ? 0 : word.length < 8 ? 1 : 2;
    // The last word may still be half typed: it is held against beginnings too.
    const least = Math.min(
      ...words.map((each) => Math.min(slips(each, word, most), slips(each.slice(0, word.length), word, most))),
    );
    if (least > most) return Infinity;
    total += least;
  }
  return 3 + total;
}
