// @vitest-environment node
import fc from "fast-check";
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {openIcs} from "../../../src/data/formats/ics.ts";
import {ImportError} from "../../../src/data/formats/table.ts";
import {LIMITS} from "../../../src/data/limits.ts";
import {collect, failure, records} from "./markupCollect.ts";

const calendar = (...lines: string[]) => ["BEGIN:VCALENDAR", "VERSION:2.0", ...lines, "END:VCALENDAR", ""].join("\r\n");
const event = (...lines: string[]) => calendar("BEGIN:VEVENT", ...lines, "END:VEVENT");
const first = async (...lines: string[]) => (await records(openIcs(event(...lines)).tables[0]!))[0]!;

describe("a calendar", () => {
  it("gives a row for each event, without its alarms, to-dos and time zones", async () => {
    const text = calendar(
      "X-WR-CALNAME:Raids\\, 2024",
      "BEGIN:VTIMEZONE",
      "TZID:Asia/Baghdad",
      "BEGIN:STANDARD",
      "DTSTART:19700101T000000",
      "END:STANDARD",
      "END:VTIMEZONE",
      "BEGIN:VTODO",
      "SUMMARY:no",
      "END:VTODO",
      "begin:vevent",
      "uid:1",
      'DTSTART;X="a:b;c";TZID=Asia/Baghdad:20240128T053000',
      "DTEND;TZID=Asia/Baghdad:20240128T063000",
      "SUMMARY;LANGUAGE=en:Raid\\; three\\, or",
      "  more\\nseen\\\\n",
      "BEGIN:VALARM",
      "DESCRIPTION:alarm",
      "END:VALARM",
      "GEO:33.3;44.4",
      "LOCATION:Baghdad",
      "CATEGORIES:raid,a\\,b",
      "CATEGORIES:night",
      "URL:mailto:x@example.org",
      "STATUS:CONFIRMED",
      'ORGANIZER;CN="Desk; one":mailto:d@example.org',
      "end:vevent",
    );
    const opened = openIcs(text);
    expect(opened).toMatchObject({format: "ics", title: "Raids, 2024"});
    const [table] = opened.tables;
    expect(table!.rows).toBe(1);
    const {rows} = await collect(table!);
    expect(rows.map(({line}) => line)).toEqual([13]);
    expect([...(await records(table!))[0]!]).toEqual([
      ["summary", "Raid; three, or more\nseen\\n"],
      ["description", ""],
      ["start", "2024-01-28T05:30:00"],
      ["end", "2024-01-28T06:30:00"],
      ["tzid", "Asia/Baghdad"],
      ["location", "Baghdad"],
      ["latitude", "33.3"],
      ["longitude", "44.4"],
      ["categories", "raid; a,b; night"],
      ["url", "mailto:x@example.org"],
      ["status", "CONFIRMED"],
      ["organizer", "Desk; one"],
      ["uid", "1"],
    ]);
  });

  it.each([
    ["DTSTART:20240128T053000Z", "DTEND:20240128T063000Z", "2024-01-28T05:30:00Z", "2024-01-28T06:30:00Z"],
    ["DTSTART:20240128T053000Z", "DURATION:P1DT2H", "2024-01-28T05:30:00Z", "2024-01-29T07:30:00Z"],
    ["DTSTART:20240128T233000", "DURATION:PT45M", "2024-01-28T23:30:00", "2024-01-29T00:15:00"],
    ["DTSTART:20240128T233000", "DURATION:PT30M", "2024-01-28T23:30:00", "2024-01-29T00:00:00"],
    ["DTSTART:20240128T233000", "DURATION:-PT30M", "2024-01-28T23:30:00", ""],
    ["DTSTART;VALUE=DATE:20240101", "DTEND;VALUE=DATE:20240102", "2024-01-01", "2024-01-01"],
    ["DTSTART;VALUE=DATE:20231230", "DTEND;VALUE=DATE:20240102", "2023-12-30", "2024-01-01"],
    ["DTSTART;VALUE=DATE:20240228", "DTEND;VALUE=DATE:20240301", "2024-02-28", "2024-02-29"],
    ["DTSTART;VALUE=DATE:20240101", "DTEND;VALUE=DATE:20240101", "2024-01-01", "2024-01-01"],
    ["DTSTART;VALUE=DATE:20240101", "DURATION:P1W", "2024-01-01", "2024-01-07"],
    ["DTSTART:20240101", "DURATION:P1D", "2024-01-01", "2024-01-01"],
    ["DTSTART:20240230", "DTEND:20240231", "2024-02-30", "2024-02-31"],
    ["DTSTART:soon", "DTEND:later", "soon", "later"],
    ["DTSTART:2024-01-28T05:30", "X-A:1", "2024-01-28T05:30", ""],
    ["X-A:1", "X-B:1", "", ""],
  ])("with %s and %s lasts from %j to %j", async (start, end, begins, ends) => {
    const row = await first(start, end);
    expect([row.get("start"), row.get("end")]).toEqual([begins, ends]);
  });

  it.each([
    ["33.3;44.4", "33.3", "44.4"],
    ["33.3\\;44.4", "33.3", "44.4"],
    ["33.3,44.4", "33.3", "44.4"],
    ["-91;200", "-91", "200"],
    ["33.3", "", ""],
    ["a;b", "", ""],
    ["33.3;", "", ""],
    ["NaN;NaN", "", ""],
  ])("with GEO:%s lies at latitude %j, longitude %j", async (geo, latitude, longitude) => {
    const row = await first(`GEO:${geo}`);
    expect([row.get("latitude"), row.get("longitude")]).toEqual([latitude, longitude]);
  });

  it("does not repeat a repeating event, and says so", async () => {
    const text = calendar("BEGIN:VEVENT", "END:VEVENT", "BEGIN:VEVENT", "RRULE:FREQ=SECONDLY", "END:VEVENT");
    const {rows, warned} = await collect(openIcs(text).tables[0]!);
    expect(rows).toHaveLength(2);
    expect(warned).toEqual([{code: "repeats", line: 5, value: "FREQ=SECONDLY", row: 2}]);
  });

  it("rejects an event that does not end, and keeps the others", async () => {
    const text = calendar(
      "BEGIN:VEVENT",
      "SUMMARY:cut",
      "BEGIN:VEVENT",
      "SUMMARY:good",
      "END:VEVENT",
      "BEGIN:VEVENT",
      "UID:7",
    );
    const [table] = openIcs(text).tables;
    const {rows, rejected} = await collect(table!);
    expect(table!.rows).toBe(3);
    expect(rows.map(({cells}) => cells[0])).toEqual(["good"]);
    expect(rejected).toEqual([
      {code: "bad-record", line: 3, value: "cut"},
      {code: "bad-record", line: 8, value: "7"},
    ]);
  });

  it("may have any line ends", async () => {
    for (const newline of ["\n", "\r", "\r\n"]) {
      const text = event("SUMMARY:one", "\ttwo", "UID:3").replaceAll("\r\n", newline);
      const {rows} = await collect(openIcs(text).tables[0]!);
      expect(rows[0]!.cells[0]).toBe("onetwo");
      expect(rows[0]!.line).toBe(3);
    }
  });

  it.each([
    ["nothing", ""],
    ["no event", calendar("BEGIN:VTODO", "END:VTODO")],
    ["no calendar", "a,b\n1,2"],
  ])("of %s is refused", (_, text) => expect(failure(() => openIcs(text)).code).toBe("no-records"));

  it("gives back any text, however it is folded", async () => {
    const words = fc.string({
      unit: fc.constantFrom("a", "é", ",", ";", "\\", "\n", ":", '"', " ", "😀", "n"),
      maxLength: 200,
    });
    const written = (text: string) => text.replace(/[\\;,]/g, "\\$&").replaceAll("\n", "\\n");
    const folded = (line: string, width: number) => line.match(new RegExp(`[^]{1,${width}}`, "g"))!.join("\r\n ");
    await fc.assert(
      fc.asyncProperty(
        fc.array(words, {minLength: 1, maxLength: 8}),
        fc.integer({min: 1, max: 75}),
        async (texts, width) => {
          const events = texts.map((text) => [
            "BEGIN:VEVENT",
            folded(`DESCRIPTION:${written(text)}`, width),
            "END:VEVENT",
          ]);
          const rows = await records(openIcs(calendar(...events.flat())).tables[0]!);
          expect(rows.map((row) => row.get("description"))).toEqual(texts.map((text) => text.trim()));
        },
      ),
      {numRuns: 200},
    );
  });

  it("throws an ImportError or nothing for any lines", async () => {
    const line = fc.constantFrom(
      "BEGIN:VEVENT",
      "END:VEVENT",
      "BEGIN:VALARM",
      "END:VALARM",
      "DTSTART:20240101",
      "DTEND:99999999",
      "DURATION:P99999W",
      ":",
      ";",
      'A;B="',
      "END:",
      "GEO:1;2",
      "RRULE:",
    );
    await fc.assert(
      fc.asyncProperty(fc.array(line, {maxLength: 30}), async (lines) => {
        const text = calendar(...lines);
        try {
          const [table] = openIcs(text).tables;
          const {rows, rejected} = await collect(table!);
          expect(rows.length + rejected.length).toBe(table!.rows);
          expect(table!.rows).toBe(lines.filter((some) => some === "BEGIN:VEVENT").length);
        } catch (error) {
          expect(error).toBeInstanceOf(ImportError);
        }
      }),
      {numRuns: 500},
    );
  });

  it.each([
    ["a cell of 4 MB in folds", event(`SUMMARY:x${"\r\n y".repeat(1_000_000)}`)],
    ["300,000 properties", event(Array(300_000).fill("SUMMARY:x").join("\r\n"))],
    ["a long name", event(`${"A;".repeat(1_000_000)}`)],
  ])("with %s is read in good time, and long cells are cut", async (_, text) => {
    const start = performance.now();
    const {rows} = await collect(openIcs(text).tables[0]!);
    expect(rows).toHaveLength(1);
    expect(rows[0]!.cells.every((cell) => cell.length <= LIMITS.cell)).toBe(true);
    expect(performance.now() - start).toBeLessThan(5000);
  });

  it("with components in components without end is refused", () => {
    const text = event(...Array.from({length: 1000}, () => "BEGIN:VALARM"));
    expect(failure(() => openIcs(text)).code).toBe("too-deep");
  });
});

const TORTURE = join(import.meta.dirname, "../../../../shared/torture/handmade/ical_zoo.ics");

describe.skipIf(!existsSync(TORTURE))("a hostile calendar", () => {
  it("gives its events", async () => {
    const [table] = openIcs(readFileSync(TORTURE, "utf8")).tables;
    const rows = await records(table!);
    expect(
      rows.map((row) => ["start", "end", "latitude", "longitude", "summary"].map((name) => row.get(name))),
    ).toEqual([
      ["2024-01-01", "2024-01-01", "33.3", "44.4", "All-day, escaped; text\nnewline folded"],
      ["2024-01-28T05:30:00", "", "", "", "infinite rule"],
    ]);
    expect((await collect(table!)).warned.map(({code, row}) => [code, row])).toEqual([["repeats", 2]]);
  });
});
