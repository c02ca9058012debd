// @vitest-environment node
import {strToU8, zipSync, type Zippable} from "fflate";
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {crc32} from "../../../src/data/formats/crc32.ts";
import {ImportError} from "../../../src/data/formats/table.ts";
import {openZip, packStored} from "../../../src/data/formats/zip.ts";
import {whatIsIn} from "../../../src/data/formats/zipContents.ts";
import {LIMITS} from "../../../src/data/limits.ts";

const CENTRAL = [0x50, 0x4b, 1, 2];
const END = [0x50, 0x4b, 5, 6];

const decoder = new TextDecoder();
const zip = (files: Record<string, string>, options: Zippable = {}) =>
  zipSync({
    ...Object.fromEntries(Object.entries(files).map(([path, content]) => [path, strToU8(content)])),
    ...options,
  });
const code = (work: () => unknown): string => {
  try {
    work();
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  return "none";
};
function find(bytes: Uint8Array, signature: readonly number[]): number {
  for (let at = bytes.length - 4; at >= 0; at--) if (signature.every((byte, i) => bytes[at + i] === byte)) return at;
  throw new Error("signature not found");
}
/** Writes a number of 2 or 4 bytes into the last record of the index. */
function patch(bytes: Uint8Array, offset: number, value: number, size: 2 | 4, signature = CENTRAL): Uint8Array {
  const copy = bytes.slice();
  const view = new DataView(copy.buffer);
  if (size === 2) view.setUint16(find(copy, signature) + offset, value, true);
  else view.setUint32(find(copy, signature) + offset, value, true);
  return copy;
}

describe("a zip", () => {
  it("gives its files, without folders, under the last part of their names", () => {
    const entries = openZip(zip({"a/": "", "a/events.csv": "x,y\n1,2\n", "résumé.txt": "é"}));
    expect(entries.map(({path, name, size}) => [path, name, size])).toEqual([
      ["a/events.csv", "events.csv", 8],
      ["résumé.txt", "résumé.txt", 2],
    ]);
    expect(entries.map((entry) => decoder.decode(entry.read()))).toEqual(["x,y\n1,2\n", "é"]);
  });

  it("gives back whatever was put in, packed or stored", () => {
    fc.assert(
      fc.property(fc.uint8Array({maxLength: 70_000}), fc.constantFrom(0 as const, 6 as const), (data, level) => {
        const [entry] = openZip(zipSync({data: [data, {level}]}));
        expect(entry.read()).toEqual(data);
      }),
      {numRuns: 40},
    );
  });

  it("shows names that lead out of it, and takes them for nothing more", () => {
    const entries = openZip(zip({"../../evil.csv": "1", "/abs.csv": "2", "c:\\dir\\w.csv": "3"}));
    expect(entries.map(({name}) => name)).toEqual(["evil.csv", "abs.csv", "w.csv"]);
  });

  it("may have a comment, and may be empty", () => {
    const bytes = zip({"a.csv": "1"});
    const commented = new Uint8Array([...patch(bytes, 20, 5, 2, END), 72, 101, 108, 108, 111]);
    expect(openZip(commented)).toHaveLength(1);
    expect(openZip(zipSync({}))).toEqual([]);
  });

  it("may have its numbers in 64 bits", () => {
    const bytes = zip({"a.csv": "12345"});
    const central = find(bytes, CENTRAL);
    const view = new DataView(bytes.buffer);
    const extra = new Uint8Array(20);
    const fields = new DataView(extra.buffer);
    fields.setUint16(0, 1, true);
    fields.setUint16(2, 16, true);
    fields.setBigUint64(4, BigInt(view.getUint32(central + 24, true)), true);
    fields.setBigUint64(12, BigInt(view.getUint32(central + 20, true)), true);
    const end = find(bytes, END);
    const wide = new Uint8Array([...bytes.subarray(0, end), ...extra, ...bytes.subarray(end)]);
    const patched = new DataView(wide.buffer);
    patched.setUint16(central + 30, 20, true);
    patched.setUint32(central + 20, 0xffffffff, true);
    patched.setUint32(central + 24, 0xffffffff, true);
    expect(openZip(wide).map((entry) => decoder.decode(entry.read()))).toEqual(["12345"]);
  });

  it("is refused by what its index says, before anything is unpacked", () => {
    const bytes = zip({"a.csv": "1"});
    expect(code(() => openZip(patch(bytes, 24, LIMITS.ratioFrom + 1, 4)))).toBe("too-expanded");
    const bomb = zipSync({"a.csv": new Uint8Array(LIMITS.ratioFrom + 1)});
    expect(bomb.length).toBeLessThan(20_000);
    expect(code(() => openZip(bomb))).toBe("too-expanded");
  });

  it("is refused when all its files together grow too much", () => {
    const part = new Uint8Array(LIMITS.ratioFrom / 4);
    const bomb = zipSync(Object.fromEntries(Array.from({length: 5}, (_, i) => [`${i}.csv`, part])));
    expect(code(() => openZip(bomb))).toBe("too-expanded");
  });

  it("is broken when a file becomes more, or less, than its index says", () => {
    const bytes = zip({"a.csv": "a".repeat(5000)});
    for (const size of [0, 1, 4999, 5001, 6000]) {
      const entries = openZip(patch(bytes, 24, size, 4));
      expect(code(() => entries[0].read())).toBe("broken");
    }
  });

  it("stops inflating what lies about its size", () => {
    const liar = patch(zipSync({"a.csv": new Uint8Array(60_000_000)}), 24, 1000, 4);
    const started = performance.now();
    expect(code(() => openZip(liar)[0].read())).toBe("broken");
    expect(performance.now() - started).toBeLessThan(1000);
  });

  it("is broken when a byte of a file is changed", () => {
    const bytes = zipSync({"a.csv": [strToU8("hello, world"), {level: 0}]});
    bytes[find(bytes, [...strToU8("hell")])] ^= 1;
    expect(code(() => openZip(bytes)[0].read())).toBe("broken");
  });

  it("is told from one that is locked", () => {
    expect(code(() => openZip(patch(zip({"a.csv": "1"}), 8, 1, 2)))).toBe("encrypted");
  });

  it("packed in another way is unsupported", () => {
    expect(code(() => openZip(patch(zip({"a.csv": "1"}), 10, 14, 2))[0].read())).toBe("unsupported");
  });

  it("is broken when it is cut off anywhere", () => {
    const bytes = zip({"a.csv": "x,y\n1,2\n", "b.csv": "z"});
    for (let length = 0; length < bytes.length; length++)
      expect(code(() => openZip(bytes.slice(0, length)))).toBe("broken");
  });

  it("with any bytes changed is read or refused, and nothing else", () => {
    const bytes = zip({"a.csv": "x,y\n1,2\n".repeat(50), "b/c.json": "[]"});
    const change = fc.tuple(fc.nat(bytes.length - 1), fc.integer({min: 0, max: 255}));
    fc.assert(
      fc.property(fc.array(change, {minLength: 1, maxLength: 8}), (changes) => {
        const copy = bytes.slice();
        for (const [at, value] of changes) copy[at] = value;
        code(() => {
          const entries = openZip(copy);
          whatIsIn(entries);
          for (const entry of entries) entry.read();
        });
      }),
      {numRuns: 2000},
    );
  });

  it("is put together anew as it was", () => {
    const files = new Map([
      ["xl/a.xml", strToU8("<a/>")],
      ["b.bin", new Uint8Array([0, 1, 2])],
    ]);
    const entries = openZip(packStored(files));
    expect(new Map(entries.map((entry) => [entry.path, entry.read()]))).toEqual(files);
  });
});

describe("crc32", () => {
  it("gives the check value of the standard", () => {
    expect(crc32(strToU8("123456789"))).toBe(0xcbf43926);
    expect(crc32(new Uint8Array())).toBe(0);
  });
});

describe("what is in a zip", () => {
  const contents = (files: Record<string, string>) => whatIsIn(openZip(zip(files)));
  const names = (files: Record<string, string>) => {
    const found = contents(files);
    return found.kind === "files" ? found.files.map(({name}) => name) : found.kind;
  };

  it("is told by its parts, not by its name", () => {
    expect(contents({"[Content_Types].xml": "", "xl/workbook.xml": ""})).toEqual({kind: "xlsx"});
    expect(contents({"[Content_Types].xml": "", "xl/workbook.bin": ""})).toEqual({kind: "xlsb"});
    expect(contents({mimetype: "application/vnd.oasis.opendocument.spreadsheet", "content.xml": ""})).toEqual({
      kind: "ods",
    });
    const unsupported = (files: Record<string, string>) => {
      const found = contents(files);
      return found.kind === "unsupported" && found.format;
    };
    expect(unsupported({"[Content_Types].xml": "", "word/document.xml": ""})).toBe("Word document");
    expect(unsupported({"[Content_Types].xml": "", "ppt/slides/slide1.xml": ""})).toBe("PowerPoint presentation");
    expect(unsupported({mimetype: "application/vnd.oasis.opendocument.text"})).toBe("OpenDocument");
    expect(unsupported({"Index/Document.iwa": ""})).toBe("Apple iWork document");
    expect(unsupported({"a.shp": "", "a.dbf": "", "a.prj": "", "readme.txt": ""})).toBe("Shapefile");
  });

  it("is a map with its pictures when the only data are KML", () => {
    const kmz = (files: Record<string, string>) => {
      const found = contents(files);
      return found.kind === "kmz" && found.entry.path;
    };
    expect(kmz({"doc.kml": "", "files/a.png": ""})).toBe("doc.kml");
    expect(kmz({"images/x.png": "", "Map.KML": ""})).toBe("Map.KML");
    expect(kmz({"a.kml": "1", "doc.kml": "", "data.csv": "1,2"})).toBe("doc.kml");
    expect(kmz({"a.kml": "1", "data.csv": "1,2"})).toBe(false);
  });

  it("is files with tables, the largest first, and what is about them last", () => {
    expect(names({"README.txt": "long text about the data", "small.csv": "1", "big.csv": "1,2,3"})).toEqual([
      "big.csv",
      "small.csv",
      "README.txt",
    ]);
    expect(names({"datapackage.json": "{......}", "events.json": "[]"})).toEqual(["events.json", "datapackage.json"]);
    expect(names({"20240101.export.CSV": "1"})).toEqual(["20240101.export.CSV"]);
  });

  it("leaves out what a Mac adds, hidden files and pictures", () => {
    expect(
      names({"__MACOSX/._events.csv": "xxxx", ".DS_Store": "x", "a/.git/x.csv": "x", "map.png": "x", "a/e.csv": ""}),
    ).toEqual(["e.csv"]);
    expect(names({"map.png": "x"})).toEqual([]);
  });
});
