// @ts-check
// Days as numbers (days since 1970), and periods of a width that suits a span.

const DAY = 86400000;

/** @param {string} iso @returns {number} */
export function dayNumber(iso) {
  return Math.round(Date.parse(`${iso}T00:00:00Z`) / DAY);
}

/** @param {number} number @returns {string} */
export function isoDay(number) {
  return new Date(number * DAY).toISOString().slice(0, 10);
}

/**
 * First and last day of something, as numbers; null if it has neither.
 * @param {{ begin?: string, end?: string }} dated
 * @returns {[number, number] | null}
 */
export function daysOf(dated) {
  const begin = dated.begin || dated.end;
  const end = dated.end || dated.begin;
  if (!begin || !end) return null;
  const days = /** @type {[number, number]} */ ([dayNumber(begin), dayNumber(end)]);
  return days.every(Number.isFinite) ? days : null;
}

/**
 * Whether something dated touches a window; what has no day does only where there is no window.
 * @param {{ begin?: string, end?: string }} dated
 * @param {string} since
 * @param {string} until
 */
export function inWindow(dated, since, until) {
  if (!since && !until) return true;
  const begin = dated.begin || dated.end;
  const end = dated.end || dated.begin;
  if (!begin || !end) return false;
  return (!until || begin <= until) && (!since || end >= since);
}

/**
 * First and last day of what is told; where less than one in fifty would take up more than half of the
 * time, as an event of long ago does, without it.
 * @param {[number, number][]} days
 * @returns {[number, number]}
 */
export function spanOf(days) {
  const begins = days.map(([begin]) => begin).sort((one, other) => one - other);
  const last = days.reduce((high, [, end]) => Math.max(high, end), -Infinity);
  const most = begins[Math.floor(begins.length / 50)] ?? begins[0];
  return [last - begins[0] > 2 * (last - most) && last > most ? most : begins[0], last];
}

/** The step, in months or days, that cuts a span of days into some tens. @param {number} days */
function step(days) {
  const steps = [
    ["day", 1],
    ["day", 7],
    ["month", 1],
    ["month", 3],
    ["month", 12],
    ["month", 60],
    ["month", 120],
  ];
  const width = (/** @type {(string | number)[]} */ [unit, size]) => Number(size) * (unit === "day" ? 1 : 30.4);
  return steps.find((each) => days / width(each) <= 70) ?? ["month", 1200];
}

/**
 * Periods that cover the days from first to last: start of each, and the end of the last.
 * @param {number} first
 * @param {number} last
 * @returns {number[]}
 */
export function periods(first, last) {
  const [unit, size] = step(last - first + 1);
  const starts = [];
  const day = new Date(first * DAY);
  if (unit === "month") {
    const months = day.getUTCFullYear() * 12 + day.getUTCMonth();
    for (let at = months - (months % Number(size)); ; at += Number(size)) {
      const start = Math.round(Date.UTC(Math.floor(at / 12), at % 12, 1) / DAY);
      starts.push(start);
      if (start > last) return starts;
    }
  }
  for (let at = first; ; at += Number(size)) {
    starts.push(at);
    if (at > last) return starts;
  }
}

/**
 * Marks for an axis: at most `most` of them, with what to write there.
 * @param {number} first
 * @param {number} last
 * @param {number} most
 * @returns {{ day: number, text: string }[]}
 */
export function ticks(first, last, most) {
  const days = Math.max(last - first, 1);
  const months = [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((each) => days / (each * 30.4) <= most) ?? 6000;
  if (days < 45) {
    const width = Math.ceil(days / most);
    const found = [];
    for (let day = first; day <= last; day += width) found.push({ day, text: isoDay(day) });
    return found;
  }
  const start = new Date(first * DAY);
  const from = start.getUTCFullYear() * 12 + start.getUTCMonth();
  const found = [];
  for (let at = Math.ceil(from / months) * months; ; at += months) {
    const day = Math.round(Date.UTC(Math.floor(at / 12), at % 12, 1) / DAY);
    if (day > last) return found;
    const text = months >= 12 ? String(Math.floor(at / 12)) : isoDay(day).slice(0, 7);
    if (day >= first) found.push({ day, text });
  }
}
