import crossfilter from "crossfilter2";
import {CELLS, emptyCounts} from "../../data/counts.mjs";
import {CERTAINTIES, DAY, events, START, WEEK} from "../../data/events.mjs";
import {countingPage} from "../counting.js";

const CLASSES = CERTAINTIES.length;
let groups;
let time;
let category;
let window;

const dayOf = (at) => Math.floor((at - START) / DAY);

/** Rows that pass in the seven days before a day, from counts by day, which do not know the window. */
function weekBefore(days, at) {
  const last = dayOf(at);
  let sum = 0;
  for (const {key, value} of days) {
    if (key >= last) break;
    if (key >= last - WEEK / DAY) for (let cell = 0; cell < CLASSES; cell++) sum += value[cell];
  }
  return sum;
}

function made() {
  const {kind, place, facets} = groups;
  const days = groups.days.all();
  const [, end] = window;
  return {
    kind: kind.all(),
    place: place.all(),
    facets: facets.map((facet) => facet.all()),
    last: weekBefore(days, end),
    before: weekBefore(days, end - WEEK),
    days,
  };
}

countingPage({
  async load(rows) {
    const data = events(rows);
    const {series, certainty} = data;
    const cell = (row) => series[row] * CLASSES + certainty[row];
    // Row numbers for records: the columns stay typed, which is both faster and smaller than objects.
    const record = crossfilter(Array.from({length: rows}, (_, row) => row));
    const by = (column) => record.dimension((row) => data[column][row]);
    time = by("time");
    category = by("category");
    groups = {
      kind: record.dimension(cell).group().reduceCount(),
      place: by("site")
        .group()
        .reduceSum((row) => (series[row] < 2 ? 1 : 0)),
      facets: [by("certainty"), category, by("actor")].map((dimension) => dimension.group().reduceCount()),
      days: time.group(dayOf).reduce(
        (cells, row) => (series[row] < 2 && cells[cell(row)]++, cells),
        (cells, row) => (series[row] < 2 && cells[cell(row)]--, cells),
        () => new Uint32Array(CELLS),
      ),
    };
  },
  step([start, end]) {
    window = [start, end];
    time.filterRange(window);
    return made();
  },
  toggle(kept) {
    if (kept === null) category.filterAll();
    else {
      const isKept = new Set(kept);
      category.filterFunction((code) => isKept.has(code));
    }
    return made();
  },
  counts({kind, place, facets, last, before, days}, withDays) {
    const counts = emptyCounts(withDays);
    for (const {key, value} of kind) {
      counts.series[Math.floor(key / CLASSES)] += value;
      if (key < CLASSES) counts.certainty[key] += value;
    }
    for (const {key, value} of place) counts.places[key] = value;
    facets.forEach((facet, i) => facet.forEach(({key, value}) => (counts.facets[i][key] = value)));
    if (withDays) for (const {key, value} of days) counts.days.set(value, key * CELLS);
    return {...counts, last, before};
  },
});
