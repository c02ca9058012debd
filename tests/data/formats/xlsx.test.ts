// @vitest-environment node
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {utils, write, type BookType} from "@e965/xlsx";
import {strFromU8, strToU8, unzipSync, zipSync} from "fflate";
import fc from "fast-check";
import {afterEach, describe, expect, it} from "vitest";
import {ImportError} from "../../../src/data/formats/table.ts";
import {openXlsx} from "../../../src/data/formats/xlsx.ts";
import {LIMITS} from "../../../src/data/limits.ts";
import {readTable} from "./tableReader.ts";
import {number, oneSheet, row, text, workbook, workbookParts} from "./workbookFixture.ts";

const open = async (bytes: Uint8Array) => {
  const opened = await openXlsx(bytes);
  return {opened, ...(await readTable(opened.tables[0]))};
};
const failure = async (bytes: Uint8Array): Promise<string> => {
  try {
    for (const table of (await openXlsx(bytes)).tables) await readTable(table);
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  return "none";
};

afterEach(() => {
  for (const prototype of [Object.prototype, Array.prototype, String.prototype])
    expect(Object.keys(prototype)).toEqual([]);
  expect(["polluted", "t", "c"].filter((name) => name in {})).toEqual([]);
});

describe("a workbook", () => {
  it("gives texts, numbers, truths and results of formulas", async () => {
    const {rows, opened} = await open(
      oneSheet(
        row(1, text("A1", "é <b> & “x”"), `<c r="B1" t="s"><v>0</v></c>`, `<c r="C1" t="s"><v>1</v></c>`) +
          row(2, number("A2", 0.1 + 0.2), number("B2", "1E+21"), number("C2", -33.9)) +
          row(
            3,
            `<c r="A3" t="b"><v>1</v></c>`,
            `<c r="B3" t="b"><v>0</v></c>`,
            `<c r="C3" t="str"><f>WEBSERVICE("http://x.example/")</f><v>2024-01-28</v></c>`,
          ) +
          row(4, `<c r="A4"><f>1+1</f><v>2</v></c>`, number("B4", 20240128), number("C4", 33.333333333333336)),
        {
          shared: [
            "<t> plain </t>",
            '<r><t>ri</t></r><r><rPr><b/></rPr><t>ch</t></r><rPh sb="0" eb="1"><t>reading</t></rPh>',
          ],
        },
      ),
    );
    expect(opened).toMatchObject({format: "xlsx", tables: [{name: "S", rows: 4, columns: null}]});
    expect(rows).toEqual([
      ["é <b> & “x”", " plain ", "rich"],
      ["0.3", "1e+21", "-33.9"],
      ["true", "false", "2024-01-28"],
      ["2", "20240128", "33.3333333333333"],
    ]);
  });

  it("shows dates as its formats show them", async () => {
    const cells = ["A", "B", "C", "D", "E", "F", "G", "H", "I"].map((column, i) =>
      number(`${column}1`, 45319.604513888888, i),
    );
    const {rows} = await open(
      oneSheet(row(1, ...cells), {
        formats: {164: "dd/mm/yyyy", 165: "mmm yyyy", 166: "yyyy", 167: "yyyy-mm-dd hh:mm:ss"},
        styles: [0, 14, 22, 20, 164, 165, 166, 167, 31],
      }),
    );
    expect(rows).toEqual([
      [
        "45319.6045138889",
        "2024-01-28",
        "2024-01-28T14:30",
        "14:30",
        "2024-01-28",
        "2024-01",
        "2024",
        "2024-01-28T14:30:30",
        "2024-01-28",
      ],
    ]);
  });

  it("lets its own formats prevail over those that an East Asian edition has built in", async () => {
    const cells = row(1, number("A1", 45319.5, 0), number("B1", 45319.5, 1));
    const {rows} = await open(oneSheet(cells, {formats: {27: "yyyy-mm"}, styles: [27, 28]}));
    expect(rows).toEqual([["2024-01", "2024-01-28"]]);
  });

  it("counts from 1904 where it says so", async () => {
    const cells = row(1, number("A1", 43857, 1), number("B1", 43857));
    const {rows, opened} = await open(oneSheet(cells, {properties: 'date1904="1"', styles: [0, 14]}));
    expect(rows).toEqual([["2024-01-28", "43857"]]);
    expect(opened.from1904).toBe(true);
    expect((await open(oneSheet(cells, {styles: [0, 14]}))).opened.from1904).toBeUndefined();
  });

  it("has the 29 February 1900 that never was", async () => {
    expect((await open(oneSheet(row(1, number("A1", 60, 1)), {styles: [0, 14]}))).rows).toEqual([["1900-02-29"]]);
  });

  it("leaves the cell of an error empty and says so", async () => {
    const error = (ref: string, value: string) => `<c r="${ref}" t="e"><v>${value}</v></c>`;
    const {rows, warnings} = await open(
      oneSheet(
        row(1, text("A1", "a"), text("B1", "b")) +
          row(2, error("A2", "#REF!"), error("B2", "#N/A")) +
          row(3, text("A3", "x"), error("B3", "#SPILL!")),
      ),
    );
    expect(rows).toEqual([
      ["a", "b"],
      ["", ""],
      ["x", ""],
    ]);
    expect(warnings).toEqual(["error-cell 2 #REF!", "error-cell 2 #N/A", "error-cell 3 #ERROR!"]);
  });

  it("keeps a merged value in its first cell", async () => {
    const {rows} = await open(
      oneSheet(row(1, text("A1", "a"), text("B1", "b")) + row(2, text("A2", "both"), `<c r="B2"/>`), {
        after: `<mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>`,
      }),
    );
    expect(rows[1]).toEqual(["both", ""]);
  });

  it("tells the sheet's own row numbers, skips blank rows and names them", async () => {
    const {rows, lines, warnings} = await open(
      oneSheet(
        row(3, text("A3", "a")) + row(5, text("A5", "b")) + `<row r="6" hidden="1">${text("A6", "hidden")}</row>`,
      ),
    );
    expect(rows).toEqual([["a"], ["b"], ["hidden"]]);
    expect(lines).toEqual([3, 5, 6]);
    expect(warnings).toEqual(["blank-row 4 "]);
  });

  it("has rows of one width, which a stray cell does not stretch", async () => {
    const names = row(1, text("A1", "a"), text("B1", "b"), text("C1", "never filled"));
    const body = Array.from({length: 40}, (_, i) => row(i + 2, text(`A${i + 2}`, "x"))).join("");
    const {rows} = await open(oneSheet(names + body + row(42, text("A42", "y"), text("ZZ42", "stray"))));
    expect(new Set(rows.slice(0, 41).map(({length}) => length))).toEqual(new Set([3]));
    expect(rows[41]).toHaveLength(702);
  });

  it("can be read again", async () => {
    const {opened, rows} = await open(oneSheet(row(1, text("A1", "a")) + row(2, text("A2", "b"))));
    expect((await readTable(opened.tables[0])).rows).toEqual(rows);
  });

  it("passes on what a sink throws", async () => {
    const {tables} = await openXlsx(oneSheet(row(1, text("A1", "a"))));
    const stop = new Error("enough");
    const reading = tables[0].read({
      row: () => {
        throw stop;
      },
      reject() {},
      warn() {},
      progress() {},
    });
    await expect(reading).rejects.toBe(stop);
  });
});

describe("the sheets of a workbook", () => {
  const rows = (count: number) =>
    Array.from({length: count}, (_, i) => row(i + 1, text(`A${i + 1}`, "x"), number(`B${i + 1}`, i))).join("");

  it("come fullest first, hidden ones last, without charts and empty ones", async () => {
    const {tables} = await openXlsx(
      workbook({
        sheets: [
          {name: "Notes", rows: rows(2)},
          {name: "Lookup", rows: rows(90), state: "hidden"},
          {name: "Chart", rows: "", chart: true},
          {name: "All US actions", rows: rows(30)},
          {name: "Blank", rows: ""},
          {name: "__proto__", rows: rows(3)},
        ],
      }),
    );
    expect(tables.map(({name, rows}) => [name, rows])).toEqual([
      ["All US actions", 30],
      ["__proto__", 3],
      ["Notes", 2],
      ["Lookup", 90],
    ]);
    expect((await readTable(tables[1])).rows[2]).toEqual(["x", "2"]);
  });

  it("may all be empty: there are no records then", async () => {
    expect(await failure(workbook({sheets: [{name: "A", rows: ""}]}))).toBe("no-records");
  });

  it("that cannot be read break the workbook instead of going missing", async () => {
    const bytes = workbook({
      sheets: [
        {name: "A", rows: rows(2)},
        {name: "B", rows: row(1, `<c r="A1" t="s"><v>99</v></c>`)},
      ],
    });
    expect(await failure(bytes)).toBe("broken");
  });
});

describe("a hostile workbook", () => {
  it("may claim any dimension", async () => {
    const {rows, warnings, opened} = await open(
      oneSheet(row(1, text("A1", "a")) + row(2, text("A2", "b")) + row(1_048_576, number("XFD1048576", 1)), {
        before: '<dimension ref="A1:XFD1048576"/>',
      }),
    );
    expect(rows).toEqual([["a"], ["b"]]);
    expect(warnings).toEqual(["blank-row 1048576 "]);
    expect(opened.tables[0].rows).toBe(2);
  });

  it("may not have more columns than there can be", async () => {
    const cells = Array.from({length: LIMITS.columns + 1}, () => `<c><v>1</v></c>`);
    expect(await failure(oneSheet(row(1, ...cells)))).toBe("too-many-columns");
    expect(await failure(oneSheet(row(1, ...cells.slice(1))))).toBe("none");
  });

  it("has a cell that is too long cut off", async () => {
    const {rows, warnings} = await open(oneSheet(row(1, text("A1", "x".repeat(LIMITS.cell + 5)))));
    expect(rows[0][0]).toHaveLength(LIMITS.cell);
    expect(warnings).toHaveLength(1);
  });

  it("is refused by its size before a sheet is looked at", async () => {
    expect(await failure(oneSheet(row(1, text("A1", "A".repeat(40_000_000)))))).toBe("too-expanded");
  });

  it("may comment on __proto__", async () => {
    const bytes = workbook({
      sheets: [{name: "S", rows: row(1, text("A1", "a")), after: `<legacyDrawing r:id="rId9"/>`}],
      parts: {
        "xl/worksheets/_rels/sheet1.xml.rels": `<Relationships><Relationship Id="rId1" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/comments" Target="../comments1.xml"/></Relationships>`,
        "xl/comments1.xml": `<comments><authors><author>a</author></authors><commentList><comment ref="__proto__" authorId="0"><text><t>polluted</t></text></comment></commentList></comments>`,
      },
    });
    expect((await open(bytes)).rows).toEqual([["a"]]);
  });

  it.each([
    ["rows that never end", "<row".repeat(500_000)],
    ["cells that never end", `<row r="1">${"<c ".repeat(500_000)}`],
    ["texts that never end", `<row r="1">${`<c t="inlineStr"><is><t>`.repeat(100_000)}`],
    ["attributes without end", `<row r="1"><c ${'r="A1" '.repeat(300_000)}`],
    ["comments that never end", "<!--".repeat(500_000)],
    ["blanks without end", `<row r="1">${" ".repeat(2_000_000)}</row>`],
    ["names without end", `<${"a".repeat(1_000_000)}:row><${"a".repeat(1_000_000)}:c>`],
    ["tags without end", "<".repeat(1_000_000)],
    ["rows far apart", Array.from({length: 20_000}, (_, i) => row(i * 50 + 1, number(`XFC${i * 50 + 1}`, 1))).join("")],
  ])(
    "takes no longer for %s",
    async (_, rows) => {
      const started = performance.now();
      const parts = workbookParts({sheets: [{name: "S", rows}]});
      await failure(zipSync(parts, {level: 0}));
      expect(performance.now() - started).toBeLessThan(5000);
    },
    20_000,
  );

  it("with any text of its parts changed is read or refused, and nothing else", async () => {
    const parts = workbookParts({
      sheets: [
        {
          name: "S",
          rows:
            row(1, text("A1", "a"), `<c r="B1" t="s"><v>0</v></c>`, number("C1", 45319, 1)) + row(2, number("A2", 1)),
        },
      ],
      shared: ["<t>shared</t>"],
      formats: {164: "dd/mm/yyyy"},
      styles: [0, 164],
    });
    const paths = Object.keys(parts);
    const change = fc.tuple(fc.constantFrom(...paths), fc.nat(2000), fc.constantFrom(..."<>/\"'& =0A9\0".split("")));
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 6}), async (changes) => {
        const changed = Object.fromEntries(paths.map((path) => [path, parts[path].slice()]));
        for (const [path, at, character] of changes) changed[path][at % changed[path].length] = character.charCodeAt(0);
        const started = performance.now();
        await failure(zipSync(changed, {level: 0}));
        expect(performance.now() - started).toBeLessThan(5000);
      }),
      {numRuns: 500},
    );
  });

  it("with any bytes changed is read or refused, and nothing else", async () => {
    const bytes = oneSheet(row(1, text("A1", "a"), number("B1", 2)));
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({min: 0, max: 255}));
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 5}), async (changes) => {
        const copy = bytes.slice();
        for (const [at, value] of changes) copy[at] = value;
        await failure(copy);
      }),
      {numRuns: 500},
    );
  });

  it("that is no workbook is broken", async () => {
    expect(await failure(new TextEncoder().encode("PK\x03\x04garbage"))).toBe("broken");
    expect(await failure(oneSheet(row(1, text("A1", "a"))).slice(0, 700))).toBe("broken");
    expect(await failure(zipSync({"a.csv": new Uint8Array(3)}))).toBe("broken");
    expect(await failure(new Uint8Array())).toBe("broken");
  });
});

describe("any table of texts and numbers", () => {
  const cell = fc.oneof(
    fc
      .string({unit: "grapheme", maxLength: 12})
      .filter((value) => !/[\r\n\uFFFE\uFFFF]/.test(value) && !/_x[0-9a-f]{4}_/i.test(value)),
    fc.double({noNaN: true, min: -1e300, max: 1e300}).map((value) => Number(value.toPrecision(15))),
    fc.integer(),
  );
  it("comes back as it was", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.array(cell, {minLength: 3, maxLength: 3}), {minLength: 1, maxLength: 8}),
        async (table) => {
          const printable = table.map((cells) =>
            cells.map((value) => (typeof value === "string" ? value.replace(/[\0-\x1f\x7f-\x9f]/g, "") : value)),
          );
          const full = [["a", "b", "c"], ...printable];
          const rows = full.map((cells, r) =>
            row(
              r + 1,
              ...cells.map((value, c) =>
                (typeof value === "string" ? text : number)(`${"ABC"[c]}${r + 1}`, value as never),
              ),
            ),
          );
          const read = await open(oneSheet(rows.join("")));
          const expected = full.map((cells) => cells.map((value) => (Object.is(value, -0) ? "0" : String(value))));
          expect(read.rows).toEqual(expected.filter((cells) => cells.some((value) => value !== "")));
        },
      ),
      {numRuns: 200},
    );
  });
});

describe("other workbooks", () => {
  const made = (bookType: BookType) => {
    const sheet = utils.aoa_to_sheet([
      ["date", "lat", "who"],
      [{t: "n", v: 45319, z: "yyyy-mm-dd"}, 33.3, "Müller"],
    ]);
    return new Uint8Array(write({SheetNames: ["S"], Sheets: {S: sheet}}, {type: "array", bookType}) as ArrayBuffer);
  };

  it.each(["xlsb", "ods", "xls"] as const)("as %s are read as well", async (bookType) => {
    const {opened, rows} = await open(made(bookType));
    expect(opened.format).toBe(bookType);
    expect(rows).toEqual([
      ["date", "lat", "who"],
      ["2024-01-28", "33.3", "Müller"],
    ]);
  });

  it("in OLE that are cut off or changed are read or refused", async () => {
    const bytes = made("xls");
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({min: 0, max: 255}));
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 5}), fc.nat(bytes.length), async (changes, cut) => {
        const copy = bytes.slice(0, Math.max(600, bytes.length - (cut % 3 === 0 ? cut : 0)));
        for (const [at, value] of changes) copy[at] = value;
        await failure(copy);
      }),
      {numRuns: 200},
    );
  });

  it("whose formulas are broken are read without them", async () => {
    const bytes = made("xls");
    for (let at = 512; at < bytes.length; at++)
      for (const type of [0x06, 0x07, 0x18, 0x21]) {
        const copy = bytes.slice();
        copy[at] = type;
        await failure(copy);
      }
  });

  it("in binary parts that are changed are read or refused", async () => {
    const parts = unzipSync(made("xlsb"));
    const names = Object.keys(parts).filter((name) => name.endsWith(".bin"));
    const change = fc.record({name: fc.constantFrom(...names), at: fc.nat(600), byte: fc.integer({min: 0, max: 255})});
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 4}), async (changes) => {
        const copy = Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, part.slice()]));
        for (const {name, at, byte} of changes) copy[name]![at % copy[name]!.length] = byte;
        await failure(zipSync(copy, {level: 0}));
      }),
      {numRuns: 500},
    );
  });

  it("that are locked, or are texts or slides, are told apart", async () => {
    const ole = (stream: string) => {
      const bytes = new Uint8Array(2048);
      bytes.set([0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]);
      [...stream].forEach((letter, i) => (bytes[1024 + 128 + i * 2] = letter.charCodeAt(0)));
      return bytes;
    };
    expect(await failure(ole("EncryptedPackage"))).toBe("encrypted");
    expect(await failure(ole("WordDocument"))).toBe("unsupported");
    expect(await failure(ole("Nothing"))).toBe("broken");
  });

  it("in OpenDocument may not stand for more cells than can be held", async () => {
    const ods = (change: (content: string) => string, manifest = "") => {
      const parts = unzipSync(made("ods"));
      parts["content.xml"] = strToU8(change(strFromU8(parts["content.xml"])));
      const end = "</manifest:manifest>";
      const path = "META-INF/manifest.xml";
      parts[path] = strToU8(strFromU8(parts[path]).replace(end, manifest + end));
      return zipSync(parts);
    };
    const repeated = (rows: number, columns: number) => (content: string) =>
      content
        .replace("<table:table-row>", `<table:table-row table:number-rows-repeated="${rows}">`)
        .replace("<table:table-cell ", `<table:table-cell table:number-columns-repeated="${columns}" `);
    expect(await failure(ods(repeated(1_000_000, 16_000)))).toBe("too-expanded");
    expect((await open(ods(repeated(2, 2)))).rows.slice(0, 2)).toEqual([
      ["date", "date", "lat", "who"],
      ["date", "date", "lat", "who"],
    ]);
    expect(await failure(ods((content) => content, "<manifest:encryption-data/>"))).toBe("encrypted");
  });
});

const HOSTILE = join(import.meta.dirname, "../../../../shared/torture/handmade");
describe.skipIf(!existsSync(HOSTILE))("the hostile workbooks at hand", () => {
  const EXPECTED: Record<string, string | string[]> = {
    "xlsx_min.xlsx": ["2024-01-28", "33.3", "38.7", "ok"],
    "xlsx_serial_dates_1900.xlsx": ["45319", "33.3", "38.7"],
    "xlsx_serial_dates_1904.xlsx": ["43857", "33.3", "38.7"],
    "xlsx_huge_dimension.xlsx": ["2024-01-28", "33.3", "38.7", "ok"],
    "xlsx_comment_proto.xlsx": ["2024-01-28", "33.3", "38.7", "ok"],
    "xlsx_zip_slip.xlsx": ["2024-01-28", "33.3", "38.7", "ok"],
    "xlsx_external_link.xlsx": ["2024-01-28", "1", "2", ""],
    "xlsx_bomb_40MiB.xlsx": "too-expanded",
    "xlsx_truncated.xlsx": "broken",
    "not_a_zip.xlsx": "broken",
  };
  it.each(Object.entries(EXPECTED))("%s gives %j", async (name, expected) => {
    const bytes = new Uint8Array(readFileSync(join(HOSTILE, name)));
    if (typeof expected === "string") expect(await failure(bytes)).toBe(expected);
    else expect((await open(bytes)).rows[1]).toEqual(expected);
  });
});
