// @vitest-environment node
import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {textDecoder, unicodeOf} from "../../../src/data/formats/decode.ts";
import {findEncoding} from "../../../src/data/formats/encoding.ts";
import {bytesOf, inChunks, readText} from "./reading.ts";

const bytesFrom = (numbers: number[]) => Uint8Array.from(numbers.flat());
const utf16 = (text: string, big = false) =>
  bytesFrom(
    Array.from({length: text.length}, (_, i) => text.charCodeAt(i)).flatMap((unit) =>
      big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8],
    ),
  );
const utf32 = (text: string, big = false) =>
  bytesFrom(
    [...text].flatMap((character) => {
      const code = character.codePointAt(0)!;
      const bytes = [code & 255, (code >> 8) & 255, code >> 16, 0];
      return big ? bytes.reverse() : bytes;
    }),
  );
const joined = (...parts: Uint8Array[]) => bytesFrom(parts.flatMap((part) => [...part]));

const TEXT = "date;lieu;note\n2024-01-01;Orléans – “œuvre” €;😀\n2024-01-02;بغداد;x\n".repeat(3);
const ROWS = TEXT.trimEnd()
  .split("\n")
  .map((line) => line.split(";"));

describe("a text in Unicode", () => {
  it.each<[string, Uint8Array, string, boolean]>([
    ["UTF-8", bytesOf(TEXT), "utf-8", false],
    ["UTF-8 with a mark", bytesOf(`\ufeff${TEXT}`), "utf-8", false],
    ["UTF-8 with two marks", bytesOf(`\ufeff\ufeff${TEXT}`), "utf-8", false],
    ["UTF-16LE with a mark", utf16(`\ufeff${TEXT}`), "utf-16le", false],
    ["UTF-16BE with a mark", utf16(`\ufeff${TEXT}`, true), "utf-16be", false],
    ["UTF-16LE without one", utf16(TEXT), "utf-16le", true],
    ["UTF-16BE without one", utf16(TEXT, true), "utf-16be", true],
    ["UTF-32LE with a mark", utf32(`\ufeff${TEXT}`), "utf-32le", false],
    ["UTF-32BE with a mark", utf32(`\ufeff${TEXT}`, true), "utf-32be", false],
    ["UTF-32LE without one", utf32(TEXT), "utf-32le", true],
  ])("%s is read whole, cut anywhere", async (_, bytes, encoding, encodingGuessed) => {
    for (const chunk of [1, 2, 3, 5, 64, 100_000]) {
      const read = await readText(bytes, {chunk});
      expect(read).toMatchObject({encoding, encodingGuessed, delimiter: ";", rows: ROWS, warnings: []});
    }
  });

  it("that is short is not taken for another encoding", () => {
    expect(unicodeOf(bytesOf("a"))).toBeNull();
    expect(unicodeOf(bytesOf("date,place\n1,2"))).toBeNull();
    expect(unicodeOf(bytesOf("id,a\0b\n1,2\0\n2,xyz\n"))).toBeNull();
    expect(unicodeOf(new Uint8Array([0xff, 0xfe]))).toEqual({label: "utf-16le", guessed: false});
    expect(unicodeOf(new Uint8Array(0))).toBeNull();
  });

  it("of any characters comes back from UTF-32, and what is none becomes U+FFFD", () => {
    fc.assert(
      fc.property(
        fc.string({unit: "grapheme", maxLength: 20}),
        fc.boolean(),
        fc.integer({min: 1, max: 5}),
        (text, big, size) => {
          const decoder = textDecoder(big ? "utf-32be" : "utf-32le");
          const bytes = utf32(`x${text}`, big);
          let read = "";
          for (let at = 0; at < bytes.length; at += size) read += decoder.decode(bytes.slice(at, at + size));
          expect(read + decoder.end()).toBe(`x${text}`);
        },
      ),
    );
    const decoder = textDecoder("utf-32le");
    expect(decoder.decode(new Uint8Array([0, 0, 0x11, 0, 0, 0xd8, 0, 0, 65, 0, 0, 0, 66]))).toBe("\ufffd\ufffdA");
    expect(decoder.end()).toBe("\ufffd");
  });
});

describe("the encoding of a text", () => {
  const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

  it("is found out although the first letter that tells comes late", async () => {
    const ascii = "id,place\n" + "1,abc\n".repeat(100_000);
    expect(await findEncoding(inChunks(joinedLate(ascii, latin("2,Orléans\n3,Besançon\n")), 65_536))).toEqual({
      label: "windows-1252",
      guessed: true,
    });
    expect(await findEncoding(inChunks(joinedLate(ascii, bytesOf("2,Orléans\n")), 65_536))).toEqual({
      label: "utf-8",
      guessed: false,
    });
  });

  it("is UTF-8 with damage where nearly all of it is UTF-8, and the damage is told, by line", async () => {
    const good = "1,Orléans,été à la plage\n".repeat(20);
    const read = await readText(joined(bytesOf(`id,place,note\n${good}`), latin("2,caf\xe9,x\n"), bytesOf("3,x,y\n")));
    expect(read).toMatchObject({encoding: "utf-8", encodingGuessed: true});
    expect(read.rows.at(-2)).toEqual(["2", "caf\ufffd", "x"]);
    expect(read.warnings).toEqual(["undecodable@22"]);
    expect(read.values).toEqual(["caf\ufffd"]);
  });

  it("is damage told as well where it comes after all that was looked at", async () => {
    const good = "1,Orléans,été à la plage\n".repeat(20_000);
    const read = await readText(joinedLate(`id,place,note\n${good}`, latin("2,caf\xe9,x\n")));
    expect(read.warnings).toEqual(["undecodable@20002"]);
    expect(read.rows).toHaveLength(20_002);
  });

  it("is taken for UTF-8 where characters were lost before", async () => {
    expect(await findEncoding(inChunks(bytesOf("a,b\n1,caf\ufffd\n"), 100))).toEqual({label: "utf-8", guessed: false});
  });

  it("is no matter of where the sample ends", async () => {
    const text = `a,b\n${"é".repeat(300_000)},1\n`;
    for (const size of [999, 65_536]) expect((await findEncoding(inChunks(bytesOf(text), size))).label).toBe("utf-8");
  });

  it("told by the reader wins", async () => {
    const read = await readText(latin("a,b\n1,\xc3\xa9\n"), {encoding: "latin1"});
    expect(read).toMatchObject({
      encoding: "windows-1252",
      encodingGuessed: false,
      rows: [
        ["a", "b"],
        ["1", "Ã©"],
      ],
    });
    await expect(readText("a,b\n", {encoding: "klingon"})).rejects.toMatchObject({code: "unsupported"});
  });

  it("windows-1252 has quotation marks where Latin-1 has none", () => {
    const decoder = textDecoder("windows-1252");
    expect(decoder.decode(new Uint8Array([0x93, 0x9c, 0x94, 0x80, 0x92, 0xe9]))).toBe("“œ”€’é");
  });
});

const joinedLate = (text: string, end: Uint8Array): Uint8Array => {
  const start = bytesOf(text);
  const both = new Uint8Array(start.length + end.length);
  both.set(start);
  both.set(end, start.length);
  return both;
};
