// @vitest-environment node
import fc from "fast-check";
import Papa from "papaparse";
import {describe, expect, it} from "vitest";
import {LIMITS} from "../../../src/data/limits.ts";
import {recordReader} from "../../../src/data/formats/recordReader.ts";
import {delimitedTable} from "../../../src/data/formats/delimited.ts";
import {bytesOf, inChunks, readTable, readText} from "./reading.ts";

const DELIMITERS = [",", ";", "\t", "|", "\u0001", "\u001f", ":", "^"];
const NEWLINES = ["\n", "\r\n", "\r"];
const quoted = (cell: string, delimiter: string) =>
  cell.includes(delimiter) || /["\r\n]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell;
const written = (rows: string[][], delimiter: string, newline: string) =>
  rows.map((row) => row.map((cell) => quoted(cell, delimiter)).join(delimiter)).join(newline);
const isFull = (row: readonly string[]) => row.some((cell) => cell.trim() !== "");

/** Reads a text in pieces that end at the given places. */
function records(text: string, delimiter: string, width: number, sizes: readonly number[]) {
  const rows: string[][] = [];
  const lines: number[] = [];
  const warnings: string[] = [];
  const reader = recordReader(delimiter, width, {
    row: (cells, line) => (rows.push([...cells]), lines.push(line)),
    warn: (code, line) => warnings.push(`${code}@${line}`),
  });
  for (let at = 0, i = 0; at < text.length; i++) {
    const size = sizes[i % sizes.length]!;
    reader.push(text.slice(at, at + size));
    at += size;
  }
  reader.end();
  return {rows, lines, warnings};
}

const awkward = fc.oneof(
  fc.string({maxLength: 5}),
  fc.string({unit: fc.constantFrom("a", '"', ",", ";", "\n", "\r", "\r\n", " ", "\t"), maxLength: 8}),
  fc.constantFrom(
    "",
    " ",
    '"',
    '""',
    ",",
    ",,",
    '","',
    ",a\nb",
    "\n",
    "\n\n",
    "a\n",
    '",\n"',
    "é",
    "__proto__",
    "=1+1",
    "a\nb,c,d\ne",
  ),
);
const table = fc
  .record({width: fc.integer({min: 1, max: 5}), height: fc.integer({min: 1, max: 10})})
  .chain(({width, height}) =>
    fc.array(fc.array(awkward, {minLength: width, maxLength: width}), {minLength: height, maxLength: height}),
  );
const raggedTable = fc.array(fc.array(awkward, {minLength: 1, maxLength: 5}), {minLength: 1, maxLength: 10});
const sizes = fc.array(fc.integer({min: 1, max: 7}), {minLength: 1, maxLength: 4});

describe("records of a well-formed text", () => {
  it("are those that were written and those that PapaParse reads, for any delimiter, line ending and cut into pieces", () => {
    fc.assert(
      fc.property(
        fc.oneof(table, raggedTable),
        fc.constantFrom(...DELIMITERS),
        fc.constantFrom(...NEWLINES),
        fc.boolean(),
        sizes,
        fc.integer({min: 0, max: 5}),
        (rows, delimiter, newline, final, pieces, width) => {
          const text = written(rows, delimiter, newline) + (final ? newline : "");
          const read = records(text, delimiter, width, pieces);
          expect(read.rows).toEqual(rows.filter(isFull));
          expect(read.warnings.filter((warning) => !warning.startsWith("blank-row"))).toEqual([]);
          const papa = Papa.parse<string[]>(text, {delimiter, newline: newline as "\n", skipEmptyLines: "greedy"});
          expect(read.rows).toEqual(papa.data);
        },
      ),
      {numRuns: 1500},
    );
  });

  it("stand on the lines that were counted by hand", () => {
    const text = 'a,b\n1,"x\ny"\r\n\n2,"p\rq\r\nr"\r3,4';
    const {rows, lines, warnings} = records(text, ",", 2, [3]);
    expect(rows).toEqual([
      ["a", "b"],
      ["1", "x\ny"],
      ["2", "p\rq\r\nr"],
      ["3", "4"],
    ]);
    expect(lines).toEqual([1, 2, 5, 8]);
    expect(warnings).toEqual(["blank-row@4"]);
  });

  it("may mix line endings", () => {
    expect(records("a,b\r\n1,2\n3,4\r5,6", ",", 2, [1]).rows).toEqual([
      ["a", "b"],
      ["1", "2"],
      ["3", "4"],
      ["5", "6"],
    ]);
  });
});

describe("a row with a fault", () => {
  const imitatesRow = (cell: string) =>
    cell
      .split(/\r\n?|\n/)
      .slice(1)
      .some((line) => line.split(",").length === 3);
  /** Cells may hold anything; but such as begin with a delimiter or a line break, or hold lines like rows, may be taken for rows. */
  const tame = awkward.map((cell) => (/[\r\n]/.test(cell) ? `w${cell}` : cell)).filter((cell) => !imitatesRow(cell));
  const plain = fc
    .array(fc.oneof(tame, fc.constantFrom("x", "12", "2024-01-01")), {minLength: 3, maxLength: 3})
    .filter(isFull);
  const fault = fc.oneof(
    fc.string({unit: fc.constantFrom('"', ",", "a", " ", '"a', ',"', '",', '""'), minLength: 1, maxLength: 10}),
    fc.constantFrom(
      '1,"open,2',
      '"',
      '1,"a" b,c',
      '1,"Sniper" Smith,3',
      '5" shell,x,"y',
      'a,b,"',
      '"a,b,c',
      '1,"a"b","c"',
    ),
  );

  it("leaves all other rows as they are, wherever it stands", () => {
    fc.assert(
      fc.property(
        fc.array(plain, {maxLength: 6}),
        fault,
        fc.array(plain, {maxLength: 6}),
        fc.constantFrom(...NEWLINES),
        sizes,
        (before, broken, after, newline, pieces) => {
          const head = [["h1", "h2", "h3"], ...before];
          const text = [written(head, ",", newline), broken, ...after.map((row) => written([row], ",", newline))].join(
            newline,
          );
          const {rows} = records(text, ",", 3, pieces);
          expect(rows.slice(0, head.length)).toEqual(head);
          expect(rows.slice(rows.length - after.length)).toEqual(after);
          expect(rows.length - head.length - after.length).toBeLessThanOrEqual(1);
        },
      ),
      {numRuns: 1500},
    );
  });

  it.each([
    ["never closed", '1,"never closed,A', ["1", '"never closed', "A"], "open-quote@2"],
    ["never closed, in the last cell", '1,2,"never', ["1", "2", '"never'], "open-quote@2"],
    ["after well-set ones", '"1","a, b","x', ["1", "a, b", '"x'], "open-quote@2"],
    ["around a part of a cell", '1,"Sniper" Smith,3', ["1", '"Sniper" Smith', "3"], "stray-quote@2"],
    ["not doubled", '1,"the "big" one",3', ["1", 'the "big" one', "3"], "stray-quote@2"],
    ["around a part of a cell beside a quoted one", '1,"a" b,"c"', ["1", '"a" b', "c"], "stray-quote@2"],
  ])("with a quote %s is read as far as it goes", (_, line, cells, warning) => {
    const after = ["2,x,y", '3,"a ""b"" c",z', "4,,"];
    const {rows, warnings} = records(["h,i,j", line, ...after].join("\n"), ",", 3, [5]);
    expect(rows).toEqual([["h", "i", "j"], cells, ["2", "x", "y"], ["3", 'a "b" c', "z"], ["4", "", ""]]);
    expect(warnings).toEqual([warning]);
  });

  it("may have quotes within an unquoted cell, which are characters like others", () => {
    const {rows, warnings} = records('a,b\n5" shell,he said "hi"\n"q",1', ",", 2, [100]);
    expect(rows[1]).toEqual(['5" shell', 'he said "hi"']);
    expect(warnings).toEqual([]);
  });

  it("keeps a text of several lines whole although its quotes are not doubled", () => {
    const {rows, warnings} = records('a,b,c\n1,"he said "hi" to me\nand left",3\n2,x,y', ",", 3, [4]);
    expect(rows).toEqual([
      ["a", "b", "c"],
      ["1", 'he said "hi" to me\nand left', "3"],
      ["2", "x", "y"],
    ]);
    expect(warnings).toEqual(["stray-quote@2"]);
  });

  it("repeated a thousand times costs no good row and little time", () => {
    const lines = Array.from({length: 20_000}, (_, i) => (i % 2 === 0 ? `${i},"open ${i},x` : `${i},"a ""b""\nc",y`));
    const began = performance.now();
    const {rows} = records(["h,i,j", ...lines].join("\n"), ",", 3, [10_000]);
    expect(rows).toHaveLength(20_001);
    expect(rows.filter((row) => row[1] === 'a "b"\nc')).toHaveLength(10_000);
    expect(performance.now() - began).toBeLessThan(4000);
  });

  it.each([['"a"b'], ['"a'], ['a"b"'], ['"a" "b"\n"'], ['"",""x'], ['x,"'], ['"""']])(
    "made of %j over and over is read in time that grows with its length only",
    (piece) => {
      const began = performance.now();
      records(`${piece}\n`.repeat(100_000), ",", 3, [65_536]);
      expect(performance.now() - began).toBeLessThan(5000);
    },
  );
});

describe("a delimited text", () => {
  const ROWS = [
    ["id", "date", "lat", "lon", "notes"],
    ["1", "2024-01-02", "33,5", "44.1", "a: b; c|d"],
    ["2", "2024-01-03", "34.5", "45,1", 'said "x",\nthen left'],
    ["3", "2024-01-04", "", "", ""],
  ];

  it.each(DELIMITERS.flatMap((delimiter) => NEWLINES.map((newline) => [delimiter, newline])))(
    "finds the delimiter %j with %j, in chunks of any size",
    async (delimiter, newline) => {
      const rows = ROWS.map((row) => row.map((cell) => (":^".includes(delimiter) ? cell.replace(":", "") : cell)));
      for (const chunk of [1, 2, 3, 7, 64, 100_000]) {
        const read = await readText(written(rows, delimiter, newline), {chunk});
        expect(read.delimiter).toBe(delimiter);
        expect(read.rows).toEqual(rows);
      }
    },
  );

  it.each([
    ["titles above the table", "Attacks, by day\nSource: x; y\n\na;b;c\n1;2,5;3\n2;3,5;4", ";"],
    ["decimal commas", "date;lat;lon\n31/12/2023;48,8566;2,3522", ";"],
    ["commas in every text", "a\tb\nx, y\t1\nz, w\t2\nu, v\t3", "\t"],
    [
      "rows of many lengths",
      "id,date,lat,lon,url\n1,2024-01-01,10,20\n2,2024-01-01,1,2,https://e.org\n3,2024-01-01,1,2,https://e.org,x,y",
      ",",
    ],
    ["one line", "a;b;c", ";"],
    ["one column", "name\nfoo, bar\nbaz\nqux", ","],
    ["times in one column", "time\n10:20\n11:30", ","],
    ["a header alone", "id,date,notes: all", ","],
    ["many quoted cells", '"a";"b, c"\n"1, 2, 3";"x"\n"4, 5, 6";"y"', ";"],
  ])("with %s has the delimiter that it has", async (_, text, delimiter) => {
    const {rows, delimiter: found} = await readText(text);
    if (/column/.test(_)) expect(rows.every((row) => row.length === 1 || row[1] === " bar")).toBe(true);
    else expect(found).toBe(delimiter);
  });

  it.each([
    ["sep=;\na;b\n1;2", ";"],
    ["\ufeffSEP=;\r\na;b\r\n1;2\r\n", ";"],
    ["sep=:\ra:b\r1:2", ":"],
    ["sep=\t\na\tb\n1\t2", "\t"],
    ['"sep=|"\na|b\n1|2', "|"],
  ])("%j honours its sep= line and hands it over to nobody", async (text, delimiter) => {
    for (const chunk of [1, 2, 5, 1000]) {
      const read = await readText(text, {chunk});
      expect(read).toMatchObject({
        delimiter,
        rows: [
          ["a", "b"],
          ["1", "2"],
        ],
        lines: [2, 3],
      });
    }
  });

  it("is cut as the reader says, against its sep= line and all looks", async () => {
    const read = await readText("sep=;\na;b,c\n1;2,3", {delimiter: ","});
    expect(read.rows).toEqual([
      ["a;b", "c"],
      ["1;2", "3"],
    ]);
    expect((await readText("a||b||c\n1||2||3", {delimiter: "||", chunk: 1})).rows[1]).toEqual(["1", "2", "3"]);
  });

  it("tells of blank rows, by line", async () => {
    const {rows, warnings, lines} = await readText("\n\na,b\n\n1,2\n,\n  \n");
    expect(rows).toEqual([
      ["a", "b"],
      ["1", "2"],
    ]);
    expect(lines).toEqual([3, 5]);
    expect(warnings).toEqual([1, 2, 4, 6, 7].map((line) => `blank-row@${line}`));
  });

  it("cuts a cell that is too long and says so", async () => {
    const long = "x".repeat(LIMITS.cell + 5);
    const {rows, warnings} = await readText(`a,b\n1,${long}\n2,"${long}"\n3,c`);
    expect(rows.map((row) => row[1]!.length)).toEqual([1, LIMITS.cell, LIMITS.cell, 1]);
    expect(warnings).toEqual(["long-cell@2", "long-cell@3"]);
  });

  it("refuses too many columns, but not for one row of many cells", async () => {
    const wide = Array.from({length: LIMITS.columns + 1}, (_, i) => i).join(",");
    await expect(readText(`${wide}\n${wide}`)).rejects.toMatchObject({
      code: "too-many-columns",
      params: {limit: LIMITS.columns},
    });
    const {rows} = await readText(`a,b\n1,2\n${wide}\n3,4\n5,6`);
    expect(rows.map((row) => row.length)).toEqual([2, 2, LIMITS.columns, 2, 2]);
  });

  it("strips NULs and says so once", async () => {
    const {rows, warnings} = await readText("a,b\n1,x\0y\n\0\0,z\n");
    expect(rows).toEqual([
      ["a", "b"],
      ["1", "xy"],
      ["", "z"],
    ]);
    expect(warnings).toEqual(["nul-character@2"]);
  });

  it.each(["", "\ufeff", "\ufeff\ufeff", " \n\n", "\r\n"])("of nothing, %j, is refused as empty", async (text) => {
    await expect(readText(text)).rejects.toMatchObject({code: "empty-file"});
  });

  it("tells how many bytes were used up, never less than before", async () => {
    const bytes = bytesOf("a,b\né,2\n".repeat(1000));
    const {progress} = await readText(bytes, {chunk: 1000});
    expect(progress).toEqual([...progress].sort((a, b) => a - b));
    expect(progress.at(-1)).toBe(bytes.length);
  });

  it("can be read again, and lets go of the bytes when the reading is broken off", async () => {
    let open = 0;
    const inner = inChunks(bytesOf("a,b\n1,2\n".repeat(100)), 10);
    const source = {
      size: inner.size,
      stream() {
        const reader = inner.stream().getReader();
        open++;
        return new ReadableStream<Uint8Array>({
          async pull(controller) {
            const {done, value} = await reader.read();
            if (!done) return controller.enqueue(value);
            open--;
            controller.close();
          },
          cancel() {
            open--;
          },
        });
      },
    };
    const {tables} = await delimitedTable(source);
    const stop = new Error("enough");
    const reading = tables[0]!.read({
      row(_, line) {
        if (line === 5) throw stop;
      },
      reject: () => undefined,
      warn: () => undefined,
      progress: () => undefined,
    });
    await expect(reading).rejects.toBe(stop);
    expect((await readTable(tables[0]!)).rows).toHaveLength(200);
    expect(open).toBe(0);
  });

  it("reads a million cells in well under a second", async () => {
    const bytes = bytesOf(
      "id,date,lat,lon,text\n" + '12345,2024-01-02,33.1234,44.1234,"some text, quoted"\n'.repeat(200_000),
    );
    const began = performance.now();
    const {rows} = await readText(bytes);
    expect(rows).toHaveLength(200_001);
    expect(performance.now() - began).toBeLessThan(4000);
  });
});
