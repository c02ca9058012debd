// @vitest-environment node
import {createHash} from "node:crypto";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Aggregates, type Show} from "../../src/data/aggregates.ts";
import {CELLS, MAX_FACETS} from "../../src/data/rowMarks.ts";
import {Dataset, type Columns} from "../../src/data/dataset.ts";
import {indexFacets} from "../../src/data/import/facetRows.ts";
import {atOnce} from "../../src/data/slices.ts";

/** More than two blocks of rows, and part of a third. */
const ROWS = 140_000;
const EDGES = Float64Array.of(100.5, 5000, 5000, 70_000, 70_001, 130_000);
const MANY = 100_001;

/** How many values each facet has: few and many, more than are indexed, and more than two bytes can count. */
const SIZES: readonly (readonly number[])[] = [
  [5, 9],
  [5, 41, 3, 700],
  [5000, 3, 40, 70_000],
  Array.from({length: MAX_FACETS}, (_, facet) => 2 + (facet % 3)),
];

/** A whole number that looks random: below `below`, and low ones more often. */
const drawn = (row: number, seed: number, below: number): number => {
  const mixed = Math.imul(Math.imul(row + 1, 0x9e3779b1) ^ Math.imul(seed + 7, 0x85ebca6b), 0xc2b2ae35) >>> 0;
  const share = ((mixed ^ (mixed >>> 15)) >>> 0) / 2 ** 32;
  return Math.floor(share * share * below);
};

function build(sizes: readonly number[], places: number): Dataset {
  const rows = Array.from({length: ROWS}, (_, row) => row);
  const first = Uint32Array.from(rows, (row) => drawn(row, 0, sizes[0]!));
  const place = Int32Array.from(rows, (row) => (drawn(row, 20, 9) === 8 ? -1 : (row * 7) % places));
  const offsets = new Uint32Array(places + 1);
  for (const at of place) if (at !== -1) offsets[at + 1]!++;
  for (let at = 0; at < places; at++) offsets[at + 1]! += offsets[at]!;
  const next = offsets.slice();
  const byPlace = new Uint32Array(offsets[places]!);
  place.forEach((at, row) => at !== -1 && (byPlace[next[at]!++] = row));
  const categories = sizes.map((size, facet) => {
    const codes = rows.map((row) => (facet === 0 ? first[row]! : drawn(row, facet, size)));
    return [
      `f${facet}`,
      {
        codes: size > 65_535 ? Uint32Array.from(codes) : Uint16Array.from(codes),
        values: Array.from({length: size}, (_, code) => `v${code}`),
      },
    ] as const;
  });
  const columns = {
    length: ROWS,
    start: Float64Array.from(rows),
    datePrecision: new Uint8Array(ROWS),
    series: Uint8Array.from(rows, (row) => drawn(row, 21, 3)),
    certainty: Uint8Array.from(first, (code) => (code * 3) % 4),
    background: Uint8Array.from(rows, (row) => (drawn(row, 22, 10) === 9 ? 1 : 0)),
    place,
    categories: Object.fromEntries(categories),
    places: {lat: new Float64Array(places), lon: new Float64Array(places), offsets, rows: byPlace},
  } as unknown as Columns;
  return new Dataset(columns, [0, ROWS]);
}

/** What is kept: values by facet, and rows by the remainder of their number; null keeps all. */
interface Kept {
  show: Show;
  search: number | null;
}

/** All counts, found by going over every row. */
function plainly(dataset: Dataset, facets: readonly string[], {show, search}: Kept, [i0, i1]: readonly number[]) {
  const {series, certainty, background, place, categories} = dataset.columns;
  const counts = {
    bySeries: [0, 0, 0],
    byCertainty: [0, 0, 0, 0],
    shownByCertainty: [0, 0, 0, 0],
    byFacet: facets.map((name) => new Uint32Array(categories[name]!.values.length * 3)),
    byPlace: new Uint32Array(dataset.placeCount * CELLS),
    unplaced: 0,
    binned: new Array<number>((EDGES.length - 1) * CELLS).fill(0),
    primary: 0,
    last: -1,
    passing: 0,
  };
  const kept = facets.map((name) => {
    const {values} = categories[name]!;
    const shown = new Set(Object.hasOwn(show, name) ? show[name] : values);
    return values.map((value) => shown.has(value));
  });
  const codes = facets.map((name) => categories[name]!.codes);
  for (let row = 0; row < dataset.length; row++) {
    if (background[row] === 1 || (search !== null && row % 5 === search)) continue;
    const refused = facets.map((_, facet) => facet).filter((facet) => !kept[facet]![codes[facet]![row]!]);
    const [kind, sure] = [series[row]!, certainty[row]!];
    const inside = row >= i0! && row < i1!;
    if (inside && kind === 0 && refused.every((facet) => facet === 0)) counts.byCertainty[sure]!++;
    if (inside)
      for (let facet = 0; facet < facets.length; facet++)
        if (refused.every((each) => each === facet)) counts.byFacet[facet]![codes[facet]![row]! * 3 + kind]!++;
    if (refused.length > 0) continue;
    counts.passing++;
    if (kind === 0) {
      counts.primary++;
      counts.last = row;
    }
    const column = EDGES.findLastIndex((edge) => edge <= row);
    if (kind < 2 && column >= 0 && column < EDGES.length - 1) counts.binned[column * CELLS + kind * 4 + sure]!++;
    if (!inside) continue;
    counts.bySeries[kind]!++;
    if (kind === 0) counts.shownByCertainty[sure]!++;
    if (kind > 1) continue;
    if (place[row] === -1) counts.unplaced++;
    else counts.byPlace[place[row]! * CELLS + kind * 4 + sure]!++;
  }
  return counts;
}

function running(dataset: Dataset, aggregates: Aggregates) {
  const byPlace = new Uint32Array(dataset.placeCount * CELLS);
  for (let place = 0; place < dataset.placeCount; place++) aggregates.countPlace(place, byPlace, place * CELLS);
  let passing = 0;
  for (let row = 0; row < dataset.length; row++) if (aggregates.passes(row)) passing++;
  return {
    bySeries: [...aggregates.bySeries],
    byCertainty: [...aggregates.byCertainty],
    shownByCertainty: [...aggregates.shownByCertainty],
    byFacet: aggregates.byFacet,
    byPlace,
    unplaced: aggregates.unplaced,
    binned: [...aggregates.binned(EDGES)],
    primary: aggregates.primaryIn(0, dataset.length),
    last: aggregates.primaryBefore(dataset.length),
    passing,
  };
}

const digest = (counts: Uint32Array) => createHash("sha1").update(counts).digest("hex");

/** The same with a digest for each long list, which would take long to compare. */
const short = ({byFacet, byPlace, ...rest}: ReturnType<typeof running>) => ({
  ...rest,
  byFacet: byFacet.map(digest),
  byPlace: digest(byPlace),
});

type Step = {rows: readonly [number, number]} | {facet: number; of: number; below: number} | {search: number | null};

const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({rows: fc.tuple(fc.nat(ROWS), fc.nat(ROWS))}),
  fc.record({facet: fc.nat(MAX_FACETS - 1), of: fc.integer({min: 1, max: 6}), below: fc.nat(6)}),
  fc.record({search: fc.option(fc.nat(4))}),
);

const cases = SIZES.flatMap((sizes) => [30, MANY].flatMap((places) => [{sizes, places}]));

describe("the running counts of a large table", () => {
  it.each(cases)(
    "are those of plain loops with facets of $sizes values and $places places",
    ({sizes, places}) => {
      const dataset = build(sizes, places);
      const facets = sizes.map((_, facet) => `f${facet}`);
      fc.assert(
        fc.property(fc.boolean(), fc.array(step, {minLength: 2, maxLength: 5}), (indexed, steps) => {
          const aggregates = new Aggregates(dataset, facets, "f0");
          if (indexed) atOnce(indexFacets(aggregates, dataset));
          aggregates.moveTo(20_000, 90_000);
          aggregates.binned(EDGES);
          let window: readonly number[] = [20_000, 90_000];
          let kept: Kept = {show: {}, search: null};
          for (const step of steps) {
            if ("rows" in step) {
              window = [...step.rows].sort((a, b) => a - b);
              aggregates.moveTo(window[0]!, window[1]!);
              continue;
            }
            if ("search" in step) kept = {...kept, search: step.search};
            else {
              const name = facets[step.facet % facets.length]!;
              const {values} = dataset.columns.categories[name]!;
              // One value is dropped or several, or all are kept again.
              const shown = step.of === 1 ? values.filter((_, code) => code !== step.below) : null;
              const some = values.filter((_, code) => code % step.of !== step.below);
              kept = {...kept, show: {...kept.show, [name]: shown ?? some}};
            }
            const {search} = kept;
            const matches =
              search === null ? null : Uint8Array.from({length: ROWS}, (_, row) => (row % 5 === search ? 0 : 1));
            aggregates.filter(kept.show, matches);
          }
          expect(short(running(dataset, aggregates))).toEqual(short(plainly(dataset, facets, kept, window)));
        }),
        {numRuns: 6},
      );
    },
    30_000,
  );
});
