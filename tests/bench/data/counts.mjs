import {ACTORS, CATEGORIES, CERTAINTIES, DAY, DAYS, SITES, START, STEPS, WEEK, windows} from "./events.mjs";
import {digest} from "./digest.mjs";

/** The columns that are filtered by, and how many values each has. */
export const FACETS = {certainty: CERTAINTIES.length, category: CATEGORIES.length, actor: ACTORS.length};
export const CELLS = 2 * CERTAINTIES.length;
/** Windows of the scrub at which the answers are compared. */
export const CHECKED = [0, 1, 75, 150, 151, 299];
/** Categories that are kept, toggle after toggle; null for all. */
export const TOGGLES = Array.from({length: 20}, (_, i) => {
  if (i % 2 === 1) return null;
  return CATEGORIES.map((_, code) => code).filter((code) => code !== (i / 2) % CATEGORIES.length);
});
export const TOGGLE_WINDOW = windows()[STEPS / 2];

/** What a step of a scrub must give, all zero; a toggle gives `days` too: `day * 8 + certainty`, `+ 4` for the counter series. */
export function emptyCounts(withDays) {
  return {
    series: new Uint32Array(3),
    certainty: new Uint32Array(CERTAINTIES.length),
    places: new Uint32Array(SITES),
    facets: Object.values(FACETS).map((values) => new Uint32Array(values)),
    last: 0,
    before: 0,
    days: withDays ? new Uint32Array(DAYS * CELLS) : null,
  };
}

export const digestOf = ({series, certainty, places, facets, last, before, days}) =>
  digest([series, certainty, places, ...facets, [last, before], days ?? []]);

/**
 * The same counts found the plain way, one row after the other: what every engine must agree with. `kept` are categories, or null.
 * Certainty, places and weeks count rows that pass all filters: certainty and weeks of the primary series, places of the first two. A facet
 * counts rows of any series that pass the other facets. Days count the whole record, all else the window.
 */
export function plainCounts(events, [start, end], kept, withDays) {
  const counts = emptyCounts(withDays);
  for (let row = 0; row < events.length; row++) {
    const time = events.time[row];
    const series = events.series[row];
    const certainty = events.certainty[row];
    const passes = kept === null || kept.includes(events.category[row]);
    if (passes && series === 0 && time >= end - WEEK && time < end) counts.last++;
    if (passes && series === 0 && time >= end - 2 * WEEK && time < end - WEEK) counts.before++;
    if (passes && series < 2 && withDays)
      counts.days[Math.floor((time - START) / DAY) * CELLS + series * 4 + certainty]++;
    if (time < start || time >= end) continue;
    counts.facets[1][events.category[row]]++;
    if (!passes) continue;
    counts.series[series]++;
    if (series === 0) counts.certainty[certainty]++;
    if (series < 2) counts.places[events.site[row]]++;
    counts.facets[0][certainty]++;
    counts.facets[2][events.actor[row]]++;
  }
  return counts;
}

/** Digests of all answers that are compared: after each checked window, then after the first toggles. */
export function expectedDigests(events) {
  const all = windows();
  return [
    ...CHECKED.map((step) => digestOf(plainCounts(events, all[step], null, false))),
    ...TOGGLES.slice(0, 4).map((kept) => digestOf(plainCounts(events, TOGGLE_WINDOW, kept, true))),
  ];
}
