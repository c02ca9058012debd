// @vitest-environment node
import fc from "fast-check";
import {afterEach, describe, expect, it, vi} from "vitest";
import {BytePlaces} from "../../../src/data/import/bytes/bytePlaces.ts";
import {Importer, type ImportOutput} from "../../../src/data/import/importer.ts";
import {Later, type LaterAnswer, type LaterQuestion, type LaterWord} from "../../../src/data/import/later.ts";
import {inputOf} from "../../../src/data/import/load.ts";
import {Half, Partner, type Line} from "../../../src/data/import/partner.ts";
import {columnsOf} from "./read.ts";

/** A worker that reads in the same thread; what crosses is a copy. Answers that do not pass never arrive, others some ms later. */
class NearLine implements Line {
  onmessage: Line["onmessage"] = null;
  onerror: Line["onerror"] = null;
  isEnded = false;
  #later: Later;
  constructor(passes: (answer: LaterAnswer) => boolean = () => true, after: (answer: LaterAnswer) => number = () => 0) {
    this.#later = new Later((answer, transfer = []) => {
      if (!passes(answer)) return;
      const data = structuredClone(answer, {transfer: transfer as ArrayBuffer[]});
      setTimeout(() => this.isEnded || this.onmessage?.call(this as never, {data} as MessageEvent), after(answer));
    });
  }
  postMessage(word: LaterQuestion | LaterWord, transfer: StructuredSerializeOptions | Transferable[] = []) {
    const data = structuredClone(word, Array.isArray(transfer) ? {transfer} : transfer);
    setTimeout(() => this.isEnded || this.#later.hear(data));
  }
  terminate() {
    this.isEnded = true;
  }
}

type Bytes = string | Uint8Array;
const encoder = new TextEncoder();
const bytesOf = (given: Bytes) => (typeof given === "string" ? encoder.encode(given) : given);

async function told(output: ImportOutput) {
  const {extent, report, understanding, mapping, story, sure, rejected} = output;
  const kept = rejected === null ? null : await rejected.text();
  return {columns: columnsOf(output), extent, report, understanding, mapping, story, sure, rejected: kept};
}

const input = (given: Bytes) => ({
  ...inputOf({files: [{name: "a.csv", blob: new Blob([bytesOf(given) as BlobPart])}]}),
  thisYear: 2026,
});
const alone = async (given: Bytes) => told(await new Importer().read(input(given), () => {}));
const together = async (given: Bytes, at: number, line: Line = new NearLine()) => {
  const partner = new Partner(line, (at + 0.5) / bytesOf(given).length);
  return told(await new Importer().read(input(given), () => {}, partner));
};

/** How often the rows of a partner were taken while `body` ran. */
async function joinsIn(body: () => Promise<void>): Promise<number> {
  const join = vi.spyOn(BytePlaces.prototype, "join");
  await body();
  const {length} = join.mock.calls;
  join.mockRestore();
  return length;
}

const HEADER = "id,date,latitude,longitude,place,category,killed,title,notes\n";
const row = (i: number, {date = "", title = "", note = "", id = `e${i}`, end = "\n"} = {}) =>
  `${id},${date || `2024-0${1 + ((i * 7) % 9)}-${10 + (i % 18)}`},${i % 9 === 4 ? "" : 30 + (i % 5) / 4},${40 + (i % 5) / 8},Town ${i % 5},${["Drone", "Rocket"][i % 2]},${i % 4},${title || `Attack ${i}`},${note || "noted"}${end}`;
const tableOf = (count: number, odd: (i: number) => Parameters<typeof row>[1] = () => ({})) =>
  HEADER + Array.from({length: count}, (_, i) => row(i, odd(i))).join("");

afterEach(() => void vi.restoreAllMocks());

describe("a file that two read", () => {
  it("gives what it gives one, wherever it is parted", async () => {
    const text = tableOf(9, (i) =>
      i === 4
        ? {note: '"two\nlines, ""quoted"""', id: "e3"}
        : i === 2
          ? {title: "日本 é"}
          : i === 6
            ? {date: "soon"}
            : {},
    );
    const expected = await alone(text);
    expect(expected.report).toMatchObject({rows: 9, rejected: 1});
    const joins = await joinsIn(async () => {
      for (let at = 0; at < bytesOf(text).length; at++) expect(await together(text, at)).toEqual(expected);
    });
    expect(joins).toBeGreaterThan(bytesOf(text).length / 4);
  }, 60_000);

  it("does so whatever its rows hold", async () => {
    const odd = fc.constantFrom<Parameters<typeof row>[1]>(
      {note: '"one\ntwo"'},
      {note: '"one\n\n1,2,3,4,5,6,7,8,9\n"'},
      {note: 'a "stray" one'},
      {note: '"open'},
      {note: '"a" b'},
      {note: '"said ""no"""'},
      {note: "a\rb"},
      {note: "a\0b"},
      {note: "\ufeff\ufffd"},
      {note: "x".repeat(70_000)},
      {note: "short", end: ",\n"},
      {note: "long", end: ",more\n"},
      {title: " padded "},
      {title: "日本, 😀".replace(",", "")},
      {title: "é".repeat(40)},
      {date: "31/12/2023"},
      {date: "2024-02-30"},
      {date: "unknown"},
      {date: "2024-01-31T10:20:30+02:00"},
      {id: "e1"},
      {end: "\n\n"},
      {end: "\n,,,,,,,,\n"},
      {end: "\r\n"},
      {end: "\ntoo short\n"},
    );
    const joins = await joinsIn(() =>
      fc.assert(
        fc.asyncProperty(
          fc.array(fc.option(odd, {freq: 3}), {minLength: 6, maxLength: 60}),
          fc.double({min: 0, max: 0.999, noNaN: true}),
          async (rows, share) => {
            const text = tableOf(12) + rows.map((each, i) => row(i + 12, each ?? {})).join("");
            const at = Math.floor(bytesOf(text).length * share);
            expect(await together(text, at)).toEqual(await alone(text));
          },
        ),
        {numRuns: 200},
      ),
    );
    expect(joins).toBeGreaterThan(30);
  }, 120_000);

  it("tells whose id stands twice, whoever has put his rows in order first", async () => {
    const text = tableOf(60, (i) => ({id: `e${i % 57}`}));
    const expected = await alone(text);
    expect(expected.report.issues.find(({code}) => code === "duplicate-id")).toMatchObject({count: 3});
    const isSooner = vi.spyOn(Half.prototype, "isInOrder", "get");
    for (const ms of [0, 500]) {
      const line = new NearLine(undefined, (answer) => ("part" in answer ? ms : 0));
      expect(await together(text, text.length / 2, line)).toEqual(expected);
    }
    expect(isSooner.mock.results.map(({value}) => value as boolean)).toEqual([true, false]);
  });

  it("settles the order of day and month by what the second one meets", async () => {
    const date = (i: number) => `${1 + (i % 12)}/${i < 5000 ? 1 + (i % 9) : 13 + (i % 15)}/2024`;
    const text = tableOf(8000, (i) => ({date: date(i)}));
    const joins = await joinsIn(async () => {
      const expected = await alone(text);
      expect(expected.understanding.reading.dates).toMatchObject({order: "mdy"});
      for (const share of [0.2, 0.5, 0.8])
        expect(await together(text, Math.floor(text.length * share))).toEqual(expected);
    });
    expect(joins).toBeGreaterThan(2);
  }, 60_000);

  it("is read in the encoding that it turns out to have", async () => {
    const ascii = tableOf(30_000, () => ({note: "plain ".repeat(12)}));
    const latin = Uint8Array.from("x,2024-01-01,1.5,2.5,Orl\u00e9ans,Drone,1,\u00e9t\u00e9,\u00e0\n".repeat(30), (c) =>
      c.charCodeAt(0),
    );
    for (const file of [Buffer.concat([bytesOf(ascii), latin]), bytesOf(ascii + row(1, {title: "été 日本"}))])
      expect(await together(new Uint8Array(file), file.length / 2)).toEqual(await alone(new Uint8Array(file)));
  }, 60_000);

  it.each([
    ["is never heard of", () => false],
    ["does not find a beginning", (answer: LaterAnswer) => !("start" in answer)],
    ["is lost when all is read", (answer: LaterAnswer) => !("part" in answer)],
    ["is lost before the cells of both are put together", (answer: LaterAnswer) => !("cells" in answer)],
  ])("gives the same when the other %s", async (_, passes) => {
    const text = tableOf(60);
    const line = new NearLine(passes);
    setTimeout(() => line.onerror?.call(line as never, {preventDefault() {}} as ErrorEvent), 300);
    expect(await together(text, text.length / 2, line)).toEqual(await alone(text));
    expect(line.isEnded).toBe(true);
  });

  it("tells of the progress of both, and lets the other go", async () => {
    const text = tableOf(40_000);
    const line = new NearLine();
    const told: number[] = [];
    let now = 0;
    vi.spyOn(performance, "now").mockImplementation(() => (now += 100));
    const partner = new Partner(line);
    await new Importer().read(input(text), ({bytes, stage}) => void (stage === "reading" && told.push(bytes)), partner);
    expect(Math.max(...told)).toBeGreaterThan(text.length * 0.6);
    expect(Math.max(...told)).toBeLessThanOrEqual(text.length);
    expect(line.isEnded).toBe(true);
  });
});

describe("a partner", () => {
  it("is asked for one large file, where two things can be done at once", () => {
    const start = vi.fn(() => new NearLine());
    const files = (size: number) => [{blob: {size} as Blob}];
    expect(Partner.forFiles(files(1000), () => 2, start)).toBe(null);
    expect(Partner.forFiles([...files(9e6), ...files(9e6)], () => 2, start)).toBe(null);
    expect(start).not.toHaveBeenCalled();
    expect(Partner.forFiles(files(9e6), () => 2, start)).toBeInstanceOf(Partner);
    const refused = () => {
      throw new Error("no worker within a worker");
    };
    expect(Partner.forFiles(files(9e6), () => 2, refused)).toBe(null);
    expect(Partner.forFiles(files(9e6), () => 1, start)).toBe(null);
  });
});
