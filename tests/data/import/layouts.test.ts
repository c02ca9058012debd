// @vitest-environment node
import {gzipSync, strToU8, zipSync} from "fflate";
import {describe, expect, it} from "vitest";
import type {Choices} from "../../../src/data/understand/understanding.ts";
import {codesOf, counted, importOf, importText, linesOf, rowsOf} from "./read.ts";

const PLACED = {rows: 2, placed: 2, timelineOnly: 0, rejected: 0};
const WHERE = ["start", "lat", "lon"];
const BOTH = [
  ["2024-01-28", "33.3", "38.7"],
  ["2024-02-29", "-1.25", "36.8"],
];
const latin1 = (text: string) => Uint8Array.from(text, (letter) => WINDOWS.get(letter) ?? letter.charCodeAt(0));
const WINDOWS = new Map([
  ["€", 0x80],
  ["“", 0x93],
  ["”", 0x94],
  ["–", 0x96],
  ["œ", 0x9c],
]);
const utf16 = (text: string, bigEndian: boolean, mark: boolean) => {
  const view = new DataView(new ArrayBuffer(2 * text.length + (mark ? 2 : 0)));
  [...(mark ? "\ufeff" : ""), ...text].forEach((letter, i) => view.setUint16(2 * i, letter.charCodeAt(0), !bigEndian));
  return new Uint8Array(view.buffer);
};

const TABLE =
  "date,latitude,longitude,place\n2024-01-28,33.3,38.7,Orléans – “œuvre” €\n2024-02-29,-1.25,36.8,Æbeltoft\n";
const PLACES = [["Orléans – “œuvre” €"], ["Æbeltoft"]];

describe("the encoding of a text", () => {
  it.each([
    ["utf-8", strToU8(TABLE), false],
    ["utf-8", strToU8(`\ufeff${TABLE}`), false],
    ["utf-8", strToU8(`\ufeff\ufeff${TABLE}`), false],
    ["utf-16le", utf16(TABLE, false, true), false],
    ["utf-16be", utf16(TABLE, true, true), false],
    ["utf-16le", utf16(TABLE, false, false), true],
    ["windows-1252", latin1(TABLE), true],
  ])("is found to be %s", async (encoding, bytes, guessed) => {
    const output = await importText(bytes);
    expect(rowsOf(output, WHERE)).toEqual(BOTH);
    expect(rowsOf(output, ["place"])).toEqual(PLACES);
    expect(output.file).toMatchObject({encoding, encodingGuessed: guessed});
    const assumed = output.understanding.assumptions.filter(({code}) => code === "encoding");
    expect(assumed).toEqual(guessed ? [{code: "encoding", encoding}] : []);
  });

  it("can be told, which settles it", async () => {
    const settled = {reading: {encoding: "windows-1251"}};
    const output = await importText(latin1("date,place\n2024-01-28,\u00c0\u00e1\u00e2\n"), "t.csv", settled);
    expect(rowsOf(output, ["place"])).toEqual([["Абв"]]);
    expect(output.understanding.assumptions).toEqual([]);
  });

  it("is that which an XML document declares, where its bytes are no UTF-8", async () => {
    const kml = `<?xml version="1.0" encoding="ISO-8859-5"?><kml><Placemark><name>\u00b0\u00b1\u00b2</name><TimeStamp><when>2024-01-28</when></TimeStamp><Point><coordinates>38.7,33.3</coordinates></Point></Placemark></kml>`;
    const output = await importText(latin1(kml), "x.kml");
    expect(rowsOf(output, ["title", ...WHERE])).toEqual([["АБВ", ...BOTH[0]!]]);
    expect(output.file).toMatchObject({encoding: "iso-8859-5", encodingGuessed: false});
  });

  it("is guessed for JSON and KML too, and said so", async () => {
    const json = JSON.stringify([{date: "2024-01-28", place: "Orléans, où s’élève la cathédrale"}]).replace("’", "'");
    const kml = `<kml><Placemark><name>Orléans, où s'élève la cathédrale</name><TimeStamp><when>2024-01-28</when></TimeStamp></Placemark></kml>`;
    for (const [name, text, column] of [
      ["x.json", json, "place"],
      ["x.kml", kml, "title"],
    ] as const) {
      const output = await importText(latin1(text), name);
      expect(rowsOf(output, [column])).toEqual([["Orléans, où s'élève la cathédrale"]]);
      expect(output.understanding.assumptions).toContainEqual({code: "encoding", encoding: "windows-1252"});
    }
  });

  it("leaves a mark where a character cannot be read, and tells of its line", async () => {
    const bytes = Uint8Array.from([
      ...strToU8("date,place\n2024-01-28,"),
      0xff,
      0xc3,
      0x28,
      ...strToU8("\n2024-01-29,ok\n"),
    ]);
    const output = await importText(bytes, "x.csv", {reading: {encoding: "utf-8"}});
    expect(codesOf(output)).toEqual({undecodable: 1});
    expect(linesOf(output, "undecodable")).toEqual([2]);
    expect(rowsOf(output, ["start"])).toEqual([["2024-01-28"], ["2024-01-29"]]);
  });
});

describe("the delimiter of a text", () => {
  it.each([",", ";", "\t", "|", "\u0001", "^", "~"])("is found to be %j", async (delimiter) => {
    const output = await importText(TABLE.replaceAll(",", delimiter));
    expect(rowsOf(output, WHERE)).toEqual(BOTH);
    expect(output.file).toMatchObject({delimiter, format: delimiter === "\t" ? "tsv" : "csv"});
  });

  it("is what a first line sep= says, which is no header", async () => {
    const output = await importText(`sep=|\r\n${TABLE.replaceAll(",", "|").replaceAll("\n", "\r\n")}`);
    expect(rowsOf(output, WHERE)).toEqual(BOTH);
    expect(output.understanding.reading).toMatchObject({headerRow: 2});
  });
});

describe("a sheet of an office", () => {
  const rows = (order: (day: string, month: string) => string) => [
    ["Ereignis 1", order("28", "01"), "33,30", "38,70", "1.234"],
    ["Größe, „Zweites“", order("29", "02"), "-1,25", "36,80", "2"],
  ];

  it.each([
    ["German", "Titel;Datum;Breite;Länge;Tote", (day: string, month: string) => `${day}.${month}.2024`],
    ["French", "Titre;Date;Latitude;Longitude;Morts", (day: string, month: string) => `${day}/${month}/2024`],
  ])("in %s has semicolons, decimal commas and days first, in Latin-1", async (_, header, order) => {
    const body = rows(order).map((cells) => cells.map((cell) => cell.replace(/[„“]/g, "'")).join(";"));
    const output = await importText(latin1(`${header}\r\n${body.join("\r\n")}\r\n`));
    expect(counted(output)).toEqual(PLACED);
    expect(rowsOf(output, [...WHERE, "killed"])).toEqual([
      [...BOTH[0]!, "1234"],
      [...BOTH[1]!, "2"],
    ]);
    expect(rowsOf(output, ["title"])[1]).toEqual(["Größe, 'Zweites'"]);
    expect(output.understanding.reading).toMatchObject({
      dates: {order: "dmy"},
      coordinates: {decimal: ","},
      numbers: {decimal: ","},
    });
    expect(output.understanding.doubts).toEqual([]);
  });
});

describe("the header of a table", () => {
  const data = "2024-01-28,33.3,38.7\n2024-02-29,-1.25,36.8\n";

  it("may stand below titles and blank lines, is named by its line, and can be told by it", async () => {
    const text = `Attacks on bases,,\nSource: somebody,,\n\n,,\ndate,lat,lon\n${data}`;
    const found = await importText(text);
    expect(codesOf(found)).toEqual({"title-row": 2, "blank-row": 2});
    expect(found.understanding.reading.headerRow).toBe(5);
    const told = await importText(text, "table.csv", {reading: {headerRow: 5}});
    expect(rowsOf(told, WHERE)).toEqual(BOTH);
    expect(rowsOf(found, WHERE)).toEqual(BOTH);
    expect(told.report).toEqual(found.report);
    expect(told.understanding.reading).toEqual(found.understanding.reading);
  });

  it("may take two rows, names of groups and names in them", async () => {
    const output = await importText(
      `When,Where,,How many,\ndate,latitude,longitude,killed,wounded\n2024-01-28,33.3,38.7,1,2\n2024-02-29,-1.25,36.8,3,4\n`,
    );
    expect(counted(output)).toEqual(PLACED);
    expect(rowsOf(output, [...WHERE, "killed", "wounded"])).toEqual([
      [...BOTH[0]!, "1", "2"],
      [...BOTH[1]!, "3", "4"],
    ]);
    expect(output.understanding.columns.map(({name}) => name)).toEqual([
      "When / date",
      "Where / latitude",
      "Where / longitude",
      "How many / killed",
      "How many / wounded",
    ]);
    const again = await importText(`When,Where,\ndate,lat,lon\n${data}`, "t.csv", {reading: {headerRow: 2}});
    expect(rowsOf(again, WHERE)).toEqual(BOTH);
  });

  it("may be followed by a row of units, which is no record, told or not", async () => {
    const text = `date,lat,lon\n(local),degrees north,degrees east\n${data}`;
    for (const settled of [{}, {reading: {headerRow: 1}}] satisfies Choices[]) {
      const output = await importText(text, "t.csv", settled);
      expect(counted(output)).toEqual(PLACED);
      expect(codesOf(output)).toEqual({"title-row": 1});
    }
  });

  it("may be missing, which is asked about; rows and columns are all there", async () => {
    const output = await importText(`7,2024-01-28,33.3,38.7,raid\n8,2024-02-29,-1.25,36.8,raid\n`);
    expect(rowsOf(output, WHERE)).toEqual(BOTH);
    expect(output.understanding.doubts).toEqual(["no-header"]);
    expect(output.understanding.assumptions).toContainEqual({code: "no-header"});
    expect(output.understanding.reading.headerRow).toBe(0);
    const told = await importText(`7,2024-01-28,33.3,38.7,raid\n8,2024-02-29,-1.25,36.8,raid\n`, "t.csv", {
      reading: {headerRow: 0},
    });
    expect(rowsOf(told, WHERE)).toEqual(BOTH);
    expect(told.understanding.doubts).toEqual([]);
  });

  it("may be followed by HXL tags, which say what the columns are", async () => {
    const output = await importText(
      `Quand,Ici,Là,Combien\n#date + occurred,#geo+lat,#GEO +lon,#affected+killed\n2024-01-28,33.3,38.7,4\n`,
    );
    expect(codesOf(output)).toEqual({"tag-row": 1});
    expect(rowsOf(output, [...WHERE, "killed"])).toEqual([[...BOTH[0]!, "4"]]);
    expect(output.report.preset).toBe("hxl");
    expect(output.understanding.roles.start!.why).toEqual({code: "hxl", tag: "#date + occurred"});
  });

  it("alone is a table without records", async () => {
    await expect(importText("date,lat,lon\n")).rejects.toMatchObject({code: "no-records", params: {format: "csv"}});
    await expect(importText("\n \n")).rejects.toMatchObject({code: "empty-file"});
  });
});

describe("a carriage return", () => {
  it("by itself belongs to its cell in a file whose rows end otherwise", async () => {
    const output = await importText(`date,note,place\n2024-01-28,a\rb,x\rx\n2024-01-29,c,d\n`);
    expect(counted(output)).toMatchObject({rows: 2, timelineOnly: 2});
    expect(codesOf(output)).toEqual({});
    expect(rowsOf(output, ["place"])).toEqual([["x\rx"], ["d"]]);
  });

  it("parts two records that both have the usual width, and ends the lines of an old file", async () => {
    for (const text of [
      `date,place\n2024-01-28,a\r2024-01-29,b\n2024-01-30,c\n`,
      `date,place\r2024-01-28,a\r2024-01-29,b\r2024-01-30,c`,
    ]) {
      const output = await importText(text);
      expect(rowsOf(output, ["start", "place"])).toEqual([
        ["2024-01-28", "a"],
        ["2024-01-29", "b"],
        ["2024-01-30", "c"],
      ]);
    }
  });
});

describe("a packed table", () => {
  it("is read from gzip, from zip, and from one in the other", async () => {
    const zipped = zipSync({"readme/": new Uint8Array(0), "data/table.csv": strToU8(TABLE)});
    for (const [bytes, compression] of [
      [gzipSync(strToU8(TABLE)), "gzip"],
      [zipped, "zip"],
      [gzipSync(zipped), "gzip"],
    ] as const) {
      const output = await importText(bytes, "table.bin");
      expect(rowsOf(output, WHERE)).toEqual(BOTH);
      expect(output.file.compression).toBe(compression);
    }
  });

  it("that grows beyond all measure is refused, naming the limit", async () => {
    const line = strToU8("2024-01-28,33.3,38.7\n".repeat(50_000));
    const much = new Uint8Array(line.length * 20);
    for (let at = 0; at < much.length; at += line.length) much.set(line, at);
    const bomb = gzipSync(much, {level: 9});
    await expect(importText(bomb, "t.csv.gz")).rejects.toMatchObject({code: "too-expanded", params: {limit: 200}});
  });
});

describe("several files", () => {
  const month = (name: string, text: string) => ({name, bytes: strToU8(text)});

  it("of the same columns are one table, in their order", async () => {
    const output = await importOf([
      month("jan.csv", "date,lat,lon\n2024-01-28,33.3,38.7\n"),
      month("feb.csv", "\nDate,Lat,Lon\n2024-02-29,-1.25,36.8\n"),
    ]);
    expect(rowsOf(output, WHERE)).toEqual(BOTH);
    expect(output.file).toMatchObject({name: "jan.csv + feb.csv", table: "jan.csv + feb.csv"});
    expect(output.understanding.doubts).toEqual([]);
    expect(
      rowsOf(
        await importText(
          zipSync({
            "2024-01.csv": strToU8("date,lat,lon\n2024-01-28,33.3,38.7\n"),
            "2024-02.csv": strToU8("date,lat,lon\n2024-02-29,-1.25,36.8\n"),
          }),
          "all.zip",
        ),
        WHERE,
      ),
    ).toEqual(BOTH);
  });

  it("of different columns are offered each by itself", async () => {
    const files = [month("a.csv", "date,lat,lon\n2024-01-28,33.3,38.7\n"), month("b.csv", "when,what\n2023-05-06,x\n")];
    const output = await importOf(files);
    expect(output.file.tables.map(({name}) => name)).toEqual(["a.csv", "b.csv"]);
    expect(output.file.table).toBe("a.csv");
    expect(output.understanding.doubts).toEqual(["many-tables"]);
    const other = await importOf(files, {reading: {table: "b.csv"}});
    expect(rowsOf(other, ["start"])).toEqual([["2023-05-06"]]);
    expect(other.understanding.doubts).toEqual([]);
  });

  it("of which one cannot be read give the others, and tell of it", async () => {
    const output = await importOf([
      month("a.csv", "date,lat,lon\n2024-01-28,33.3,38.7\n"),
      month("b.pdf", "%PDF-1.7\n"),
    ]);
    expect(rowsOf(output, WHERE)).toEqual([BOTH[0]]);
    expect(output.report.issues).toEqual([
      {code: "left-out-file", column: "", count: 1, examples: [{row: 0, value: "b.pdf"}]},
    ]);
    await expect(importOf([month("b.pdf", "%PDF-1.7\n"), month("c.pdf", "%PDF-1.7\n")])).rejects.toMatchObject({
      code: "unsupported",
    });
  });
});
