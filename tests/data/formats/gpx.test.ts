// @vitest-environment node
import fc from "fast-check";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openGpx} from "../../../src/data/formats/gpx.ts";
import {ImportError} from "../../../src/data/formats/table.ts";
import {collect, failure, records} from "./markupCollect.ts";

const open = (text: string) => openGpx(text, text.length);
const gpx = (body: string, version = "1/1") =>
  `<?xml version="1.0"?>\n<gpx xmlns="http://www.topografix.com/GPX/${version}">${body}</gpx>`;

const WAYPOINT = `<wpt lat="42.50" lon="-71"><ele>86.20</ele><time>2001-06-24T20:59:47Z</time><name><![CDATA[A & B]]></name>
  <cmt>seen</cmt><desc>Rock</desc><sym>Summit</sym><type>rock</type>`;
const POINTS = `<trkpt lat="1" lon="2"><time>2024-01-01T00:00:00Z</time></trkpt><trkpt lat="3" lon="4"/>`;

describe("a GPX file", () => {
  it("gives its waypoints first, then points of tracks and of routes, with the names of these", async () => {
    const {tables, title, lines, format} = open(
      gpx(
        `<metadata><name>Hills</name></metadata><rte><name>Way</name><rtept lat="5" lon="6"><name>R</name></rtept><rtept lat="7" lon="8"/></rte>
        <trk><trkseg>${POINTS}</trkseg><trkseg>${POINTS}</trkseg><name>Loop</name></trk><trk><trkseg>${POINTS}</trkseg></trk>
        ${WAYPOINT}<link href="https://example.org/a"><text>a</text></link></wpt>`,
      ),
    );
    expect([format, title]).toEqual(["gpx", "Hills"]);
    expect(tables.map(({name, rows}) => [name, rows])).toEqual([
      ["waypoints", 1],
      ["track points", 6],
      ["route points", 2],
    ]);
    expect([...(await records(tables[0]!))[0]!]).toEqual([
      ["name", "A & B"],
      ["description", "Rock\nseen"],
      ["time", "2001-06-24T20:59:47Z"],
      ["latitude", "42.5"],
      ["longitude", "-71"],
      ["elevation", "86.2"],
      ["symbol", "Summit"],
      ["type", "rock"],
      ["link", "https://example.org/a"],
    ]);
    const points = await records(tables[1]!);
    expect(points.map((row) => row.get("track"))).toEqual(["Loop", "Loop", "Loop", "Loop", "", ""]);
    expect(points.map((row) => row.get("time"))).toEqual(Array(3).fill(["2024-01-01T00:00:00Z", ""]).flat());
    expect((await records(tables[2]!)).map((row) => [row.get("name"), row.get("route")])).toEqual([
      ["R", "Way"],
      ["", "Way"],
    ]);
    expect(lines!.map(({name, points}) => [name, ...points])).toEqual([
      ["Way", 6, 5, 8, 7],
      ["Loop", 2, 1, 4, 3],
      ["Loop", 2, 1, 4, 3],
      ["", 2, 1, 4, 3],
    ]);
  });

  it("of version 1.0 has its link and its title elsewhere", async () => {
    const {tables, title} = open(gpx(`<name>Old</name>${WAYPOINT}<url>https://example.org/b</url></wpt>`, "1/0"));
    expect(title).toBe("Old");
    expect((await records(tables[0]!))[0]!.get("link")).toBe("https://example.org/b");
  });

  it("without waypoints gives the points of its tracks first", () => {
    expect(open(gpx(`<trk><trkseg>${POINTS}</trkseg></trk>`)).tables.map(({name}) => name)).toEqual(["track points"]);
  });

  it("leaves blank what is no number, and draws no line through it", async () => {
    const {tables, lines} = open(
      gpx(
        `<trk><trkseg><trkpt lat="x" lon="4"><ele>high</ele></trkpt><trkpt/>${POINTS}</trkseg><trkseg><trkpt lat="1" lon="1"/></trkseg></trk>`,
      ),
    );
    const rows = await records(tables[0]!);
    expect(rows.map((row) => [row.get("latitude"), row.get("longitude"), row.get("elevation")])).toEqual([
      ["", "4", ""],
      ["", "", ""],
      ["1", "2", ""],
      ["3", "4", ""],
      ["1", "1", ""],
    ]);
    expect(lines!.map(({points}) => [...points])).toEqual([[2, 1, 4, 3]]);
  });

  it.each([
    ["without points", gpx("<trk><name>x</name><trkseg/></trk>"), "no-records"],
    ["that is cut off", gpx(`<trk><trkseg>${POINTS}`).slice(0, -6), "broken"],
  ])("%s is refused", (_, text, code) => expect(failure(() => open(text)).code).toBe(code));

  it("gives as many rows as it has points, and lines through all of a segment", async () => {
    const number = fc.integer({min: -9_000_000, max: 9_000_000}).map((n) => n / 100_000);
    const segment = fc.array(fc.tuple(number, number), {maxLength: 8});
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(segment, {maxLength: 3}), {maxLength: 4}), segment, async (tracks, marks) => {
        const point =
          (name: string) =>
          ([lat, lon]: [number, number]) =>
            `<${name} lon='${lon}' lat="${lat}"></${name}>`;
        const body = tracks.map(
          (segments, i) =>
            `<trk><name>t&#${48 + i};</name>${segments.map((some) => `<trkseg>${some.map(point("trkpt")).join("\n")}</trkseg>`).join("")}</trk>`,
        );
        const text = gpx(marks.map(point("wpt")).join("") + body.join(""));
        const all = tracks.flat(2);
        if (all.length + marks.length === 0) {
          expect(failure(() => open(text)).code).toBe("no-records");
          return;
        }
        const {tables, lines = []} = open(text);
        const read = new Map<string, Map<string, string>[]>();
        for (const table of tables) read.set(table.name, await records(table));
        const places = (name: string) =>
          (read.get(name) ?? []).map((row) => [Number(row.get("latitude")), Number(row.get("longitude"))]);
        expect(places("waypoints")).toEqual(marks);
        expect(places("track points")).toEqual(all);
        const drawn = tracks.flatMap((segments, i) =>
          segments.filter((some) => some.length > 1).map((some) => [`t${i}`, some]),
        );
        expect(
          lines.map(({name, points}) => [
            name,
            Array.from({length: points.length / 2}, (_, i) => [points[2 * i + 1], points[2 * i]]),
          ]),
        ).toEqual(drawn);
      }),
      {numRuns: 100},
    );
  });

  it("however it is mutated opens or is refused, and nothing else is thrown", async () => {
    const text = gpx(
      `<name>n</name>${WAYPOINT}</wpt><rte><rtept lat="5" lon="6"/></rte><trk><name>L</name><trkseg>${POINTS}</trkseg></trk>`,
    );
    const change = fc.record({
      at: fc.nat(text.length),
      cut: fc.nat(12),
      put: fc.constantFrom("", "<", ">", "&", "/", '"', "\0", "<trk>", "</trk>", "&x;", "\ud800", "<!--", "1e400"),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 3}), async (changes) => {
        try {
          const {tables} = open(changes.reduce((t, {at, cut, put}) => t.slice(0, at) + put + t.slice(at + cut), text));
          for (const table of tables) {
            const {rows} = await collect(table);
            expect(rows).toHaveLength(table.rows!);
            expect(rows.every(({cells}) => cells.length === table.columns!.length)).toBe(true);
          }
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      {numRuns: 1000},
    );
  });
});

const SAMPLE = join(import.meta.dirname, "../../../../shared/samples/blue_hills_track.gpx");

describe.skipIf(!existsSync(SAMPLE))("a GPX file from the field", () => {
  it("gives 46 waypoints, 1243 track points and its tracks as lines", async () => {
    const {tables, lines, title} = open(readFileSync(SAMPLE, "utf8"));
    expect(title).toBe("Blue Hills Reservation");
    expect(tables.map(({name, rows}) => [name, rows])).toEqual([
      ["waypoints", 46],
      ["track points", 1243],
    ]);
    expect((await records(tables[0]!)).filter((row) => /^\d{4}-.*Z$/.test(row.get("time")!))).toHaveLength(42);
    expect((await collect(tables[1]!)).rows).toHaveLength(1243);
    // One segment is a single point.
    expect(lines!.reduce((sum, {points}) => sum + points.length / 2, 0)).toBe(1242);
    expect(new Set(lines!.map(({name}) => name))).toEqual(new Set(["BIG LOOP", "BUCK HILL", "SHORT LOOP"]));
  });
});
