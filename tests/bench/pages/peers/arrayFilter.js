import {CELLS, emptyCounts} from "../../data/counts.mjs";
import {DAY, events, START, WEEK} from "../../data/events.mjs";
import {countingPage} from "../counting.js";

const FACETS = ["certainty", "category", "actor"];
let all;
let window;
let kept = null;

function tally(rows, keyOf, size) {
  const counts = new Uint32Array(size);
  for (const row of rows) counts[keyOf(row)]++;
  return counts;
}

function made(withDays) {
  const [start, end] = window;
  const empty = emptyCounts(withDays);
  const passes = (row) => kept === null || kept.has(row.category);
  const inWindow = all.filter((row) => row.time >= start && row.time < end);
  const passing = kept === null ? inWindow : inWindow.filter(passes);
  const primary = passing.filter((row) => row.series === 0);
  const week = (until) =>
    all.filter((row) => row.time >= until - WEEK && row.time < until && row.series === 0 && passes(row)).length;
  return {
    series: tally(passing, (row) => row.series, empty.series.length),
    certainty: tally(primary, (row) => row.certainty, empty.certainty.length),
    places: tally(
      passing.filter((row) => row.series < 2),
      (row) => row.site,
      empty.places.length,
    ),
    facets: FACETS.map((name, i) =>
      tally(name === "category" ? inWindow : passing, (row) => row[name], empty.facets[i].length),
    ),
    last: week(end),
    before: week(end - WEEK),
    days: withDays
      ? tally(
          all.filter((row) => row.series < 2 && passes(row)),
          (row) => Math.floor((row.time - START) / DAY) * CELLS + row.series * 4 + row.certainty,
          empty.days.length,
        )
      : null,
  };
}

countingPage({
  async load(rows) {
    const {time, site, series, certainty, category, actor} = events(rows);
    all = Array.from({length: rows}, (_, row) => ({
      time: time[row],
      site: site[row],
      series: series[row],
      certainty: certainty[row],
      category: category[row],
      actor: actor[row],
    }));
  },
  step(next) {
    window = next;
    return made(false);
  },
  toggle(values) {
    kept = values === null ? null : new Set(values);
    return made(true);
  },
  counts: (counts) => counts,
});
