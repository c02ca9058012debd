import {Aggregates} from "../../../../src/data/aggregates.ts";
import {Dataset, PRIMARY} from "../../../../src/data/dataset.ts";
import {indexFacets} from "../../../../src/data/import/facetRows.ts";
import {atOnce} from "../../../../src/data/slices.ts";
import {CATEGORIES, DAY, DAYS, SITES, START, WEEK} from "../../data/events.mjs";
import {CELLS, emptyCounts, FACETS} from "../../data/counts.mjs";
import {countingPage} from "../counting.js";
import {columnsOf} from "./record.js";

const SERIES = 3;
const edges = Float64Array.from({length: DAYS + 1}, (_, day) => START + day * DAY);
let dataset;
let aggregates;
let window;
let places;

/** The app's running counts, and the places of the window read out of them. */
function made() {
  for (let place = 0; place < dataset.placeCount; place++) aggregates.countPlace(place, places, place * CELLS);
  const [, end] = window;
  const week = (from, to) => aggregates.primaryIn(...dataset.rows(from, to));
  return {last: week(end - WEEK, end), before: week(end - 2 * WEEK, end - WEEK)};
}

countingPage({
  async load(rows) {
    const {columns, extent} = await columnsOf(rows, {atSites: true});
    dataset = new Dataset(columns, extent);
    aggregates = new Aggregates(dataset, Object.keys(FACETS), "certainty");
    atOnce(indexFacets(aggregates, dataset));
    places = new Uint32Array(dataset.placeCount * CELLS);
    aggregates.binned(edges);
    if (dataset.placeCount !== SITES) throw new Error(`${rows} rows are too few: not every site has one`);
  },
  step([start, end]) {
    window = [start, end];
    aggregates.moveTo(...dataset.rows(start, end));
    return made();
  },
  toggle(kept) {
    aggregates.filter(kept === null ? {} : {category: kept.map((code) => CATEGORIES[code])}, null);
    return {...made(), days: aggregates.binned(edges)};
  },
  counts({last, before, days}, withDays) {
    const counts = emptyCounts(withDays);
    counts.series.set(aggregates.bySeries);
    counts.certainty.set(aggregates.shownByCertainty);
    for (let place = 0; place < dataset.placeCount; place++)
      for (let cell = 0; cell < CELLS; cell++) counts.places[place] += places[place * CELLS + cell];
    aggregates.byFacet.forEach((byValue, facet) =>
      // Code 0 is the empty text.
      counts.facets[facet].forEach((_, code, list) => {
        for (let series = PRIMARY; series < SERIES; series++) list[code] += byValue[(code + 1) * SERIES + series];
      }),
    );
    counts.last = last;
    counts.before = before;
    counts.days?.set(days);
    return counts;
  },
});
