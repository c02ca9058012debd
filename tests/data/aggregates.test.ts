// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Aggregates, type Show} from "../../src/data/aggregates.ts";
import {CELLS, MAX_FACETS} from "../../src/data/rowMarks.ts";
import {CERTAINTIES, SERIES, type Dataset} from "../../src/data/dataset.ts";
import {indexFacets} from "../../src/data/import/facetRows.ts";
import {atOnce} from "../../src/data/slices.ts";
import {csvOf, datasetOf, rowsOf} from "./fixture.ts";

interface Event {
  day: number;
  kind: string;
  status: string;
  weapon: string;
  place: number;
  background: boolean;
}

const FACETS = ["status", "weapon", "kind"];
const STATUS: Record<string, string> = {
  us: "official",
  host: "official",
  press: "media",
  claim: "claim",
  both: "disputed",
};

const event: fc.Arbitrary<Event> = fc.record({
  day: fc.nat(30),
  kind: fc.constantFrom("attack", "strike", "speech"),
  status: fc.constantFrom(...Object.keys(STATUS), ""),
  weapon: fc.constantFrom("drone", "rocket", "", "__proto__", "constructor"),
  place: fc.integer({min: -1, max: 4}),
  background: fc.boolean(),
});
const events = fc.array(event, {minLength: 1, maxLength: 40});

/** Five columns of five days, which leave out events at both ends. */
const EDGES = Float64Array.from([3, 8, 13, 18, 23, 28], (day) => Date.UTC(2023, 9, 1 + day));

const dayText = (day: number) => new Date(Date.UTC(2023, 9, 1 + day)).toISOString().slice(0, 10);

function build(events: readonly Event[]): Dataset {
  const cells = events.map(({day, kind, status, weapon, place, background}) => [
    dayText(day),
    kind,
    status,
    weapon,
    place === -1 ? "" : `P${place}`,
    place === -1 ? "" : String(place),
    place === -1 ? "" : "40",
    background ? "background" : "core",
  ]);
  return datasetOf(csvOf(["start", "kind", "status", "weapon", "place", "lat", "lon", "scope"], cells), {
    mapping: {start: "start", lat: "lat", lon: "lon", place: "place", certainty: "status"},
    series: {primary: {where: {kind: ["attack"]}}, counter: {where: {kind: ["strike"]}}},
    background: {scope: ["background"]},
    certainty: STATUS as never,
    facets: FACETS,
  });
}

/** The events in the order of the table: by day, those of one day as they came. */
const inOrder = (events: readonly Event[]) =>
  events.map((event, i) => ({...event, i})).sort((a, b) => a.day - b.day || a.i - b.i);

const seriesOf = ({kind}: Event) => (kind === "attack" ? "primary" : kind === "strike" ? "counter" : "context");
const certaintyOf = ({status}: Event) => STATUS[status] ?? "official";

function recount(dataset: Dataset, ordered: readonly Event[], show: Show, hits: Uint8Array | null, window: number[]) {
  const allowed = (event: Event, row: number, without?: string) =>
    !event.background &&
    (hits === null || hits[row] === 1) &&
    FACETS.every((facet) => facet === without || !(facet in show) || show[facet]!.includes(event[facet as "status"]));
  const inside = (_: Event, row: number) => row >= window[0]! && row < window[1]!;
  const shown = ordered.filter((event, row) => inside(event, row) && allowed(event, row));
  const counted = <T>(list: readonly T[], keys: readonly string[], keyOf: (item: T) => string) =>
    keys.map((key) => list.filter((item) => keyOf(item) === key).length);
  const {places, categories} = dataset.columns;
  const placeNames = rowsOf({length: dataset.placeCount} as Dataset).map((place) => dataset.placeName(place, "en"));
  expect(places.lat.length).toBe(placeNames.length);
  return {
    events: shown.length,
    bySeries: counted(shown, SERIES, seriesOf),
    shownByCertainty: counted(
      shown.filter((event) => seriesOf(event) === "primary"),
      CERTAINTIES,
      certaintyOf,
    ),
    byCertainty: counted(
      ordered.filter(
        (event, row) => inside(event, row) && allowed(event, row, "status") && seriesOf(event) === "primary",
      ),
      CERTAINTIES,
      certaintyOf,
    ),
    byPlace: placeNames.flatMap((name) =>
      ["primary", "counter"].flatMap((series) =>
        counted(
          shown.filter((event) => `P${event.place}` === name && seriesOf(event) === series),
          CERTAINTIES,
          certaintyOf,
        ),
      ),
    ),
    unplaced: shown.filter((event) => event.place === -1 && seriesOf(event) !== "context").length,
    byFacet: FACETS.map((facet) =>
      categories[facet]!.values.flatMap((value) =>
        counted(
          ordered.filter(
            (event, row) => inside(event, row) && allowed(event, row, facet) && event[facet as "status"] === value,
          ),
          SERIES,
          seriesOf,
        ),
      ),
    ),
    passing: rowsOf({length: ordered.length + 1} as Dataset).map(
      (row) => ordered.slice(0, row).filter((e, i) => allowed(e, i) && seriesOf(e) === "primary").length,
    ),
    before: rowsOf({length: ordered.length + 1} as Dataset).map((row) =>
      ordered.slice(0, row).findLastIndex((e, i) => allowed(e, i) && seriesOf(e) === "primary"),
    ),
    binned: [0, 1, 2, 3, 4].flatMap((bin) =>
      ["primary", "counter"].flatMap((series) =>
        counted(
          ordered.filter(
            (event, row) =>
              allowed(event, row) && seriesOf(event) === series && Math.floor((event.day - 3) / 5) === bin,
          ),
          CERTAINTIES,
          certaintyOf,
        ),
      ),
    ),
    passes: ordered.map((event, row) => allowed(event, row)),
    passesFilters: ordered.map((event, row) => allowed({...event, background: false}, row)),
  };
}

function byPlace(aggregates: Aggregates, places: number): number[] {
  const cells = new Uint32Array(places * CELLS);
  for (let place = 0; place < places; place++) aggregates.countPlace(place, cells, place * CELLS);
  return [...cells];
}

const counts = (aggregates: Aggregates, length: number, places: number) => ({
  events: aggregates.events,
  bySeries: [...aggregates.bySeries],
  shownByCertainty: [...aggregates.shownByCertainty],
  byCertainty: [...aggregates.byCertainty],
  byPlace: byPlace(aggregates, places),
  unplaced: aggregates.unplaced,
  byFacet: aggregates.byFacet.map((counts) => [...counts]),
  passing: rowsOf({length: length + 1} as Dataset).map((row) => aggregates.primaryIn(0, row)),
  before: rowsOf({length: length + 1} as Dataset).map((row) => aggregates.primaryBefore(row)),
  binned: [...aggregates.binned(EDGES)],
  passes: rowsOf({length} as Dataset).map((row) => aggregates.passes(row)),
  passesFilters: rowsOf({length} as Dataset).map((row) => aggregates.passesFilters(row)),
});

describe("the running counts", () => {
  it("equal a fresh count after any run of windows and filters", () => {
    const show: fc.Arbitrary<Show> = fc.record(
      {
        status: fc.subarray([...Object.keys(STATUS), "", "nothing"]),
        weapon: fc.subarray(["drone", "rocket", "", "__proto__", "constructor"]),
        kind: fc.subarray(["attack", "strike", "speech"]),
      },
      {requiredKeys: []},
    );
    const step = fc.oneof(
      fc.record({from: fc.nat(40), to: fc.nat(40)}),
      fc.record({show, hits: fc.option(fc.array(fc.nat(1), {minLength: 40, maxLength: 40}))}),
    );
    fc.assert(
      fc.property(events, fc.boolean(), fc.array(step, {maxLength: 12}), (events, indexed, steps) => {
        const dataset = build(events);
        const ordered = inOrder(events);
        const {length} = ordered;
        const aggregates = new Aggregates(dataset, FACETS, "status");
        if (indexed) atOnce(indexFacets(aggregates, dataset));
        let window = [0, 0];
        let now: {show: Show; hits: Uint8Array | null} = {show: {}, hits: null};
        const check = () => {
          expect(aggregates.rows).toEqual(window);
          expect(counts(aggregates, length, dataset.placeCount)).toEqual(
            recount(dataset, ordered, now.show, now.hits, window),
          );
        };
        check();
        for (const step of steps) {
          if ("from" in step) {
            window = [Math.min(step.from, step.to, length), Math.min(Math.max(step.from, step.to), length)];
            aggregates.moveTo(window[0]!, window[1]!);
          } else {
            now = {show: step.show, hits: step.hits === null ? null : Uint8Array.from(step.hits.slice(0, length))};
            aggregates.filter(now.show, now.hits);
          }
          check();
        }
      }),
      {numRuns: 150},
    );
  });

  it("never hold a background row, whatever is shown", () => {
    const dataset = build([
      {day: 0, kind: "attack", status: "us", weapon: "drone", place: 1, background: true},
      {day: 1, kind: "attack", status: "us", weapon: "drone", place: 1, background: false},
    ]);
    const aggregates = new Aggregates(dataset, FACETS, "status");
    aggregates.moveTo(0, 2);
    expect(aggregates.events).toBe(1);
    expect(byPlace(aggregates, dataset.placeCount).reduce((a, b) => a + b)).toBe(1);
    expect(aggregates.passes(0)).toBe(false);
    expect(aggregates.passesFilters(0)).toBe(true);
  });

  it("say what a value that is switched off would add", () => {
    const dataset = build([
      {day: 0, kind: "attack", status: "us", weapon: "drone", place: 1, background: false},
      {day: 1, kind: "attack", status: "claim", weapon: "drone", place: 1, background: false},
      {day: 1, kind: "attack", status: "claim", weapon: "rocket", place: 1, background: false},
    ]);
    const aggregates = new Aggregates(dataset, FACETS, "status");
    aggregates.moveTo(0, 3);
    aggregates.filter({status: ["us"], weapon: ["drone"]}, null);
    expect(aggregates.events).toBe(1);
    expect([...aggregates.byCertainty]).toEqual([1, 0, 1, 0]);
    expect([...aggregates.shownByCertainty]).toEqual([1, 0, 0, 0]);
    const rocket = dataset.columns.categories["weapon"]!.values.indexOf("rocket");
    expect(aggregates.byFacet[1]![rocket * SERIES.length]).toBe(0);
  });

  it(`refuse more than ${MAX_FACETS} facets`, () => {
    const dataset = build([{day: 0, kind: "", status: "", weapon: "", place: 0, background: false}]);
    const many = Array.from({length: MAX_FACETS + 1}, () => "kind");
    expect(() => new Aggregates(dataset, many)).toThrow(RangeError);
    expect(() => new Aggregates(dataset, many.slice(1))).not.toThrow();
  });

  it("of fourteen facets at once are right in each", () => {
    const names = Array.from({length: MAX_FACETS}, (_, i) => `f${i}`);
    const rows = [0, 1, 2, 3].map((row) => [
      "2023-10-17",
      ...names.map((_, i) => ((row >> (i % 2)) & 1 ? "on" : "off")),
    ]);
    const dataset = datasetOf(csvOf(["start", ...names], rows), {facets: names});
    const aggregates = new Aggregates(dataset, names);
    aggregates.moveTo(0, 4);
    aggregates.filter({f13: ["on"], f0: ["on"]}, null);
    const on = (facet: number) => dataset.columns.categories[`f${facet}`]!.values.indexOf("on");
    expect(aggregates.events).toBe(1);
    expect(aggregates.byFacet[13]![on(13) * SERIES.length]).toBe(1);
    expect(aggregates.byFacet[13]!.reduce((a, b) => a + b)).toBe(2);
    expect(aggregates.byFacet[7]!.reduce((a, b) => a + b)).toBe(1);
  });
});
