import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {Heights} from "../../src/list/heights.ts";
import {Layout} from "../../src/list/layout.ts";
import {Listing} from "../../src/list/listing.ts";
import {ScaledScroll} from "../../src/list/scaledScroll.ts";
import {manyTexts} from "../data/texts.ts";
import {core, events, firstDay, isReport, type Row} from "../data/shipped/tables.ts";
import {openSession} from "./session.ts";

const WINDOWS = [
  "2023-10-17..2023-12-08",
  "2023-10-17..2024-02-07",
  "2023-11-05..2023-11-06",
  "2023-11-24..2023-11-30",
  "2023-12-31..2024-01-01",
  "2024-01-20..2024-02-03",
];
const FILTERS: [Record<string, string[]>, string, (event: Row) => boolean][] = [
  [{}, "", () => true],
  [{status: ["us_official", "disputed"]}, "", (e) => ["us_official", "disputed"].includes(e.status!)],
  [{country: ["SY"], weapon: ["rocket"]}, "", (e) => e.country === "SY" && e.weapon === "rocket"],
  [{}, "tower 22", (e) => /tower 22/i.test(`${e.title_en} ${e.summary_en} ${e.place} ${e.target} ${e.notes}`)],
  [{status: []}, "", () => false],
];

describe("the rows of the list", () => {
  for (const [show, q, keeps] of FILTERS) {
    it(`are those of the window that pass ${JSON.stringify(show)} “${q}”`, async () => {
      const session = await openSession({show, q});
      const {dataset} = session.loaded!;
      const listing = new Listing(dataset, (row) => session.selection.filtered!.aggregates.passes(row));
      for (const time of WINDOWS) {
        session.view = {show, q, time};
        const [from, to] = time.split("..") as [string, string];
        const wanted = core.filter((e) => firstDay(e) >= from && firstDay(e) <= to && keeps(e));
        const [p0, p1] = listing.slice(...session.selection.rows);
        const ids = Array.from(listing.rows.subarray(p0, p1), (row) => dataset.id(row));
        if (q === "") expect(ids.sort()).toEqual(wanted.map((e) => e.id).sort());
        else expect(wanted.every((e) => ids.includes(e.id!))).toBe(true);
        expect(listing.primary(p0, p1)).toBe(events.filter((e) => ids.includes(e.id!) && isReport(e)).length);
      }
    });
  }

  it("are parted by day, month and year, and counted between any two of thousands", () => {
    const dataset = manyTexts(6000);
    const {start, series, datePrecision} = dataset.columns;
    for (let row = 0; row < 6000; row++) {
      series[row] = (row * 7) % 3;
      datePrecision[row] = row < 900 ? row % 2 : row % 50 === 0 ? 5 : 4;
    }
    const unit = (row: number) => ["year", "month"][datePrecision[row]!] ?? "day";
    const passes = (row: number) => row % 5 !== 0;
    const rows = Array.from({length: 6000}, (_, row) => row).filter(passes);
    const listing = new Listing(dataset, passes);
    expect([...listing.rows]).toEqual(rows);
    const key = (row: number) => `${new Date(start[row]!).toISOString().slice(0, 10)} ${unit(row)}`;
    const starts = rows.flatMap((row, at) => (at === 0 || key(row) !== key(rows[at - 1]!) ? [at] : []));
    expect([...listing.starts]).toEqual(starts);
    fc.assert(
      fc.property(fc.nat(rows.length), fc.nat(rows.length), (a, b) => {
        const [from, to] = [Math.min(a, b), Math.max(a, b)];
        expect(listing.primary(from, to)).toBe(rows.slice(from, to).filter((row) => series[row] === 0).length);
      }),
    );
  });

  it("are those of one place when one is chosen", async () => {
    const session = await openSession({time: "2023-10-17..2024-02-07"});
    const {dataset} = session.loaded!;
    for (const site of ["conoco", "al-asad", "embassy-baghdad"]) {
      const place = session.findPlace(site);
      const listing = new Listing(
        dataset,
        (row) => session.selection.filtered!.aggregates.passes(row),
        dataset.rowsAt(place),
      );
      const wanted = core.filter((e) => e.site === site && e.place_precision !== "country").map((e) => e.id);
      expect(Array.from(listing.rows, (row) => dataset.id(row)).sort()).toEqual(wanted.sort());
    }
  });

  it("are grouped by the day they began", async () => {
    const {dataset} = (await openSession()).loaded!;
    const listing = new Listing(dataset, () => true);
    const days = events.map(firstDay).sort();
    expect(listing.starts.length).toBe(new Set(days).size);
    for (let group = 0; group < listing.starts.length; group++) {
      const day = new Date(listing.head(group).time).toISOString().slice(0, 10);
      expect(listing.groupEnd(group) - listing.starts[group]!).toBe(days.filter((each) => each === day).length);
      expect(listing.groupOf(listing.starts[group]!)).toBe(group);
      expect(listing.groupOf(listing.groupEnd(group) - 1)).toBe(group);
    }
  });
});

describe("where the lines stand", () => {
  it("sums heights as adding them one by one does", () => {
    fc.assert(
      fc.property(
        fc.integer({min: 1, max: 60}),
        fc.array(fc.tuple(fc.nat(59), fc.integer({min: 20, max: 90}))),
        (length, sets) => {
          const heights = new Heights(length, 60);
          const plain = new Array<number>(length).fill(60);
          for (const [at, height] of sets) {
            if (at >= length) continue;
            heights.set(at, height);
            plain[at] = height;
          }
          for (let i = 0; i <= length; i++)
            expect(heights.before(i)).toBeCloseTo(
              plain.slice(0, i).reduce((a, b) => a + b, 0),
              2,
            );
        },
      ),
    );
  });

  it("is where a page that draws every head and line would have them", async () => {
    const {dataset} = (await openSession()).loaded!;
    const listing = new Listing(dataset, (row) => row % 3 !== 0);
    fc.assert(
      fc.property(
        fc.nat(listing.length - 1),
        fc.nat(listing.length),
        fc.array(fc.nat(listing.length - 1)),
        (a, b, tall) => {
          const [p0, p1] = [Math.min(a, b), Math.max(a, b)];
          const heights = new Heights(listing.length, 50);
          for (const position of tall) heights.set(position, 68);
          const layout = new Layout(listing, heights, 42, p0, p1);
          let y = 0;
          let last = -1;
          for (let position = p1 - 1; position >= p0; position--) {
            const group = listing.groupOf(position);
            if (group !== last) y += 42;
            last = group;
            expect(layout.top(position)).toBeCloseTo(y, 3);
            expect(layout.at(y)).toBe(position);
            expect(layout.at(y + 10)).toBe(position);
            y += heights.get(position);
          }
          expect(layout.total).toBeCloseTo(y, 3);
          const shown = layout
            .blocks(-100, y + 100)
            .flatMap(({from, to}) => Array.from({length: to - from}, (_, i) => to - 1 - i));
          expect(shown).toEqual(Array.from({length: p1 - p0}, (_, i) => p1 - 1 - i));
        },
      ),
      {numRuns: 40},
    );
  });
});

describe("scrolling further than an element can", () => {
  it("moves as the element does while the list is short", () => {
    const scroll = new ScaledScroll();
    scroll.resize(5000, 500);
    scroll.scrolled(1234.5);
    expect([scroll.virtual, scroll.offset, scroll.height]).toEqual([1234.5, 0, 5000]);
    expect(scroll.goTo(70)).toBe(70);
  });

  it("reaches both ends of a long one, and each step is as long as it looks", () => {
    const total = 62_000_000;
    const scroll = new ScaledScroll();
    scroll.resize(total, 500);
    scroll.scrolled(scroll.height - 500);
    expect(scroll.virtual).toBe(total - 500);
    scroll.scrolled(0);
    expect(scroll.virtual).toBe(0);
    fc.assert(
      fc.property(fc.double({min: 0, max: total - 500, noNaN: true}), fc.integer({min: -400, max: 400}), (to, by) => {
        const physical = scroll.goTo(to);
        expect(physical).toBeGreaterThanOrEqual(0);
        expect(physical).toBeLessThanOrEqual(scroll.height - 500 + 1e-6);
        expect(scroll.virtual).toBe(to);
        if (physical + by <= 0 || physical + by >= scroll.height - 500) return;
        scroll.scrolled(physical + by);
        expect(scroll.virtual).toBeCloseTo(Math.min(total - 500, Math.max(0, to + by)), 2);
      }),
    );
  });
});
