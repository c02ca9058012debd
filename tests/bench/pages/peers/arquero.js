import {op, table} from "arquero";
import {CELLS, emptyCounts} from "../../data/counts.mjs";
import {DAY, events, START, WEEK} from "../../data/events.mjs";
import {countingPage} from "../counting.js";

let all;
let window;
let kept = null;

const counted = (rows, ...keys) => rows.groupby(...keys).count();

/** Typed columns and parameters, as the library's documentation advises: no objects, no closures in its expressions. */
function made(withDays) {
  const [start, end] = window;
  const keeping = (rows) =>
    kept === null ? rows : rows.params({kept}).filter((d, $) => op.includes($.kept, d.category));
  const within = (from, to) => all.params({from, to}).filter((d, $) => d.time >= $.from && d.time < $.to);
  const inWindow = within(start, end);
  const passing = keeping(inWindow);
  const week = (until) =>
    keeping(within(until - WEEK, until))
      .filter((d) => d.series === 0)
      .numRows();
  return {
    kind: counted(passing, "series", "certainty"),
    place: counted(
      passing.filter((d) => d.series < 2),
      "site",
    ),
    facets: [counted(passing, "certainty"), counted(inWindow, "category"), counted(passing, "actor")],
    last: week(end),
    before: week(end - WEEK),
    days: withDays
      ? counted(
          keeping(all).filter((d) => d.series < 2),
          "day",
          "series",
          "certainty",
        )
      : null,
  };
}

/** Calls `take(count, ...keys)` for each line of a table of counts. */
function each(rows, keys, take) {
  const counts = rows.array("count");
  const columns = keys.map((key) => rows.array(key));
  for (let i = 0; i < counts.length; i++) take(counts[i], ...columns.map((column) => column[i]));
}

countingPage({
  async load(rows) {
    const {time, site, series, certainty, category, actor} = events(rows);
    const day = Uint16Array.from(time, (at) => Math.floor((at - START) / DAY));
    all = table({time, day, site, series, certainty, category, actor});
  },
  step(next) {
    window = next;
    return made(false);
  },
  toggle(values) {
    kept = values;
    return made(true);
  },
  counts({kind, place, facets, last, before, days}, withDays) {
    const counts = emptyCounts(withDays);
    each(kind, ["series", "certainty"], (count, series, certainty) => {
      counts.series[series] += count;
      if (series === 0) counts.certainty[certainty] += count;
    });
    each(place, ["site"], (count, site) => (counts.places[site] = count));
    ["certainty", "category", "actor"].forEach((name, i) =>
      each(facets[i], [name], (count, value) => (counts.facets[i][value] = count)),
    );
    if (withDays)
      each(days, ["day", "series", "certainty"], (count, day, series, certainty) => {
        counts.days[day * CELLS + series * 4 + certainty] = count;
      });
    return {...counts, last, before};
  },
});
