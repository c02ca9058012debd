// @vitest-environment node
import fc from "fast-check";
import Papa from "papaparse";
import {describe, expect, it} from "vitest";
import type {ByteRecords} from "../../../../src/data/formats/bytes/byteRecords.ts";
import {NotUtf8, readByteRows} from "../../../../src/data/formats/bytes/byteRows.ts";
import {Windows} from "../../../../src/data/formats/bytes/windows.ts";
import {recordReader} from "../../../../src/data/formats/recordReader.ts";
import type {Source} from "../../../../src/data/formats/source.ts";

type Told = {rows: string[][]; lines: number[]; notes: string[]};

const encoder = new TextEncoder();
const bytesOf = (text: string | Uint8Array) => (typeof text === "string" ? encoder.encode(text) : text);

/** A source whose bytes come in pieces of these sizes, over and over. */
const inPieces = (bytes: Uint8Array, sizes: readonly number[]): Source => ({
  size: bytes.length,
  stream() {
    let at = 0;
    let turn = 0;
    return new ReadableStream<Uint8Array>({
      pull(controller) {
        if (at >= bytes.length) return controller.close();
        const size = Math.max(1, sizes[turn++ % sizes.length]);
        controller.enqueue(bytes.slice(at, at + size));
        at += size;
      },
    });
  },
});

const noteOf = (code: string, line: number, value: string) => `${code} ${line} ${value}`;

/** What the reader of texts makes of the whole. */
function asText(given: string | Uint8Array, width: number, delimiter = ","): Told {
  const told: Told = {rows: [], lines: [], notes: []};
  const sink = {
    row(cells: readonly string[], line: number) {
      const damaged = cells.find((cell) => cell.includes("\ufffd"));
      if (damaged !== undefined) told.notes.push(noteOf("undecodable", line, damaged));
      told.rows.push([...cells]);
      told.lines.push(line);
    },
    warn: (code: string, line: number, value: string) => void told.notes.push(noteOf(code, line, value)),
  };
  const reader = recordReader(delimiter, width, sink, false);
  const text = new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytesOf(given)).replace(/^\ufeff+/, "");
  if (text.includes("\0")) sink.warn("nul-character", reader.line(text.slice(0, text.indexOf("\0"))), "");
  reader.push(text.replaceAll("\0", ""));
  reader.end();
  return told;
}

const decode = ({bytes}: ByteRecords, from: number, to: number) =>
  new TextDecoder("utf-8", {ignoreBOM: true}).decode(bytes.subarray(from, to));

/** What is made of its bytes, `taken` of them without becoming a text first; not all that could be by a sink that is `picky`. */
async function asBytes(
  given: string | Uint8Array,
  width: number,
  {sizes = [65_536], window = 1_048_576, delimiter = ",", unproven = false, picky = false} = {},
): Promise<Told & {taken: number}> {
  const told = {rows: [] as string[][], lines: [] as number[], notes: [] as string[], taken: 0};
  const source = inPieces(bytesOf(given), sizes);
  const row = (cells: readonly string[], line: number) => {
    told.rows.push([...cells]);
    told.lines.push(line);
  };
  await readByteRows(
    source,
    {delimiter: delimiter.charCodeAt(0), width, unproven},
    {
      records(records, from, to) {
        const end = Math.min(to, from + (picky ? told.rows.length % 5 : Infinity));
        for (let record = from; record < end; record++) {
          told.taken++;
          const cells = records.cells(record);
          row(cells, records.line[record]);
          const begin = records.first[record];
          const trimmed = cells.map((_, k) => decode(records, records.left[begin + k], records.right[begin + k]));
          expect(trimmed).toEqual(cells.map((cell) => cell.trim()));
        }
        return end - from;
      },
      row,
      reject() {},
      warn: (code, line, value) => void told.notes.push(noteOf(code, line, value)),
      progress() {},
    },
    new Windows(source, window),
  );
  return told;
}

const same = (found: Told, expected: Told) => {
  expect({rows: found.rows, lines: found.lines}).toEqual({rows: expected.rows, lines: expected.lines});
  // A NUL is told of as soon as it is met, which is before or after what else there is to say of the lines around it.
  expect(found.notes.toSorted()).toEqual(expected.notes.toSorted());
};

const token = fc.constantFrom(
  ...'a|b c|1.5|,|,|,|\n|\n|\r\n|"|"|""|" |,"|",|"\n|\r| |\t|é|日本|😀|\u00a0|\u3000|\ufeff|\u2028|\ufffd|\'\''.split(
    "|",
  ),
);
const hostile = fc.array(token, {maxLength: 60}).map((tokens) => tokens.join(""));
const sizes = fc.array(fc.integer({min: 1, max: 40}), {minLength: 1, maxLength: 4});

describe("a delimited file read from its bytes", () => {
  it("gives the rows, lines and notes of the reader of texts, whatever stands in it and however it is cut", async () => {
    await fc.assert(
      fc.asyncProperty(
        hostile,
        fc.integer({min: 1, max: 5}),
        sizes,
        fc.constantFrom(16, 64, 4096),
        async (...given) => {
          const [text, width, cuts, window] = given;
          for (const picky of [false, true])
            same(await asBytes(text, width, {sizes: cuts, window, picky}), asText(text, width));
        },
      ),
      {numRuns: 3000},
    );
  });

  it("does so for bytes that are no UTF-8 and for NULs", async () => {
    const byte = fc.constantFrom(
      97,
      44,
      44,
      10,
      10,
      34,
      0,
      0xc3,
      0xa9,
      0xe2,
      0x82,
      0xac,
      0xff,
      0xf0,
      0x9f,
      0x80,
      0xef,
      0xbf,
      0xbd,
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(byte, {maxLength: 60}),
        sizes,
        fc.constantFrom(16, 64, 4096),
        async (list, cuts, window) => {
          const bytes = Uint8Array.from(list);
          const starts = bytes[0] === 0xef;
          if (!starts) same(await asBytes(bytes, 2, {sizes: cuts, window}), asText(bytes, 2));
        },
      ),
      {numRuns: 2000},
    );
  });

  it("agrees with PapaParse on what is well formed, at every cut", async () => {
    const table = [
      ["id", "name", "note"],
      ["1", "Aïn al-Assad", 'said "no"'],
      ["2", "two\nlines", " kept "],
      ["3", "", "a,b"],
      ["4", "日本", '"'],
      ["5", "😀", "\r\n"],
    ];
    for (const newline of ["\n", "\r\n"]) {
      const text = Papa.unparse(table, {newline, quotes: [false, true, false]});
      for (const ended of [text, text + newline, `\ufeff${text}`]) {
        const bytes = bytesOf(ended);
        for (let size = 1; size <= bytes.length; size++) {
          const {rows, notes} = await asBytes(bytes, 3, {sizes: [size, bytes.length]});
          expect(rows).toEqual(table);
          expect(notes).toEqual([]);
        }
      }
    }
  });

  it("makes no text of what is written plainly, or of lines around a fault", async () => {
    const line = (i: number) => `${i},"a ""b"" c",2024-01-01\n`;
    const lines = Array.from({length: 20_000}, (_, i) => line(i));
    expect((await asBytes(lines.join(""), 3)).taken).toBe(20_000);
    lines[10_000] = '10000,"a "b" c",2024-01-01\n';
    const found = await asBytes(lines.join(""), 3);
    same(found, asText(lines.join(""), 3));
    expect(found.taken).toBeGreaterThan(12_000);
    expect(found.notes).toHaveLength(1);
  });

  it("judges cells of several lines by what follows them, as far as the reader of texts looks", async () => {
    // A fault so far behind a cell of two lines: within reach, at its edge, and beyond; with another such cell between.
    for (const letter of ["x", "😀"]) {
      for (const distance of [1000, 1024, 1100, 65_400, 65_536, 65_600]) {
        for (const gap of [0, 1100, 60_000]) {
          const filler = (length: number) =>
            `${letter.repeat(20)},2\n`.repeat(Math.ceil(length / (20 * letter.length + 3)));
          const text = `a,b\n"one\ntwo",1\n${filler(gap)}"three\nfour",2\n${filler(distance)}5,"six "seven\n8,9\n${filler(9000)}`;
          same(await asBytes(text, 2), asText(text, 2));
        }
      }
    }
  });

  it("reads records that no window holds, and blank and ragged ones", async () => {
    const long = `1,"${"word ".repeat(300_000)}",3\n`;
    const text = `a,b,c\n\n , ,\n${long}1,2\n1,2,3,4\n${"x".repeat(1_500_000)},2,3\n4,5,6`;
    same(await asBytes(text, 3, {sizes: [70_001]}), asText(text, 3));
  });

  it("takes a delimiter that stands low among the characters for what it is", async () => {
    for (const delimiter of ["\t", ";", "|", "\u0001", "\u001f"]) {
      const text =
        ['a"x"', '"b" ', '"c\td"', "", " "].join(delimiter) + "\n" + ["1", "2", "3", "4", "5"].join(delimiter);
      same(await asBytes(text, 5, {delimiter}), asText(text, 5, delimiter));
    }
  });

  it("that was taken for UTF-8 is given up at the first characters that are not", async () => {
    const ascii = `1,${"plain ".repeat(20)},2024-01-01\n`.repeat(9000);
    const more = `2,${"more ".repeat(20)},2024-01-02\n`.repeat(4000);
    const read = (middle: Uint8Array) =>
      asBytes(Buffer.concat([bytesOf(ascii), middle, bytesOf(more)]), 3, {unproven: true});
    await expect(read(Uint8Array.of(0x31, 0x2c, 0xe9, 0x2c, 0x32, 0x0a))).rejects.toBeInstanceOf(NotUtf8);
    expect((await read(bytesOf("3,é,2024\n"))).rows).toHaveLength(13_001);
  });
});
