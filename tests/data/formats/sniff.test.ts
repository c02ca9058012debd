// @vitest-environment node
import {existsSync, readdirSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {gzipSync} from "node:zlib";
import {describe, expect, it} from "vitest";
import {sniff} from "../../../src/data/formats/sniff.ts";
import {bytesOf} from "./reading.ts";

const latin = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));
const utf16 = (text: string) =>
  Uint8Array.from([...text].flatMap((c) => [c.charCodeAt(0) & 255, c.charCodeAt(0) >> 8]));

describe("what a file is", () => {
  it.each<[string, string | Uint8Array, string?]>([
    ["gzip", gzipSync("a,b\n1,2")],
    ["zip", latin("PK\x03\x04\x14\0\0\0"), "a.csv"],
    ["zip", latin(`PK\x05\x06${"\0".repeat(18)}`)],
    ["parquet", latin("PAR1\x15\x04\x15\x10"), "a.csv"],
    ["kml", '<?xml version="1.0"?><kml xmlns="http://www.opengis.net/kml/2.2"></kml>', "a.csv"],
    ["kml", "\ufeff <!-- made by x --> <k:kml xmlns:k='x'></k:kml>"],
    ["kml", '<?xml version="1.0"?><!DOCTYPE k [<!ENTITY x "y>z"><!ENTITY z "1">]><kml></kml>'],
    ["kml", utf16('\ufeff<?xml version="1.0" encoding="utf-16"?><kml></kml>')],
    ["gpx", '<?xml version="1.0"?>\n<gpx version="1.1"></gpx>', "a.xml"],
    ["xml", '<?xml version="1.0"?><rss></rss>'],
    ["json", '[{"a":1}]', "a.csv"],
    ["json", '\ufeff\n {"a":1}'],
    ["json", '{\n"a": 1,\n"b": 2}'],
    ["json", "[\n1,\n2]"],
    ["json", "[]"],
    ["json", "[[1,2],[3,4]]"],
    ["json", '[{"date":"2024-01-01","latitude":NaN}]'],
    ["json", utf16('\ufeff{"a":1}')],
    ["json", "{a: 1}", "a.json"],
    ["ndjson", '{"a":1}\n{"a":2}\n'],
    ["ndjson", '{"a":1}\r\n{bad json}\r\n'],
    ["ndjson", "[1,2]\n[3,4]\n"],
    ["ndjson", '\u001e{"type":"Feature"}\n\u001e{"type":"Feature"}\n'],
    ["ndjson", '{bad\n{"a":1}\n', "a.ndjson"],
    ["ics", "BEGIN:VCALENDAR\r\nVERSION:2.0\r\n"],
    ["html", "<html><table><tr><td>date</td></tr></table></html>", "a.xls"],
    ["html", "<!-- x --><table><tr><th>date</th></tr></table>"],
    [
      "html",
      '<html xmlns:x="urn:schemas-microsoft-com:office:excel"><script></script><table><tr><td>1</td></tr></table>',
      "a.csv",
    ],
    ["web-page", "<!DOCTYPE html><html><head><title>404 Not Found</title></head><body>Sign in</body></html>", "a.csv"],
    [
      "web-page",
      "\ufeff\n<!-- x -->\n<!doctype HTML>\n<html><form><table><tr><td>Sign in</td></tr></table></form>",
      "a.csv",
    ],
    ["web-page", '<?xml version="1.0"?><!DOCTYPE html PUBLIC "x"><html><body></body></html>', "a.json"],
    ["text", "date,place\n2024-01-01,x", "a.json"],
    ["text", "date;lieu\n2024-01-01;Orl\u00e9ans", "a.xlsx"],
    ["text", latin("date,place\n2024-01-01,caf\xe9")],
    ["text", utf16("\ufeffdate,place\n1,2\n")],
    ["text", utf16("date,place\n1,2\n")],
    ["text", "a\u0001b\u0001c\n1\u00012\u00013\n"],
    ["text", "a\u001fb\u001fc\n1\u001f2\u001f3\n"],
    ["text", "id,a\0b\n1,2\0\n"],
    ["text", "[id],name\n1,x\n"],
    ["text", "{id},name\n1,x\n"],
    ["text", "<5,6\n>7,8"],
    ["text", "ORC,ID3,GIF8\n1,\u00e9,3\n"],
    ["text", "ORCHARD\nx"],
    ["text", '"<b>x</b>",1\n'],
    ["empty", ""],
    ["empty", "\ufeff"],
    ["empty", " \r\n\n"],
    ["xls", latin("\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1\0\0\0"), "a.csv"],
    [
      "encrypted",
      latin(`\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1${"\0".repeat(600)}${[..."EncryptedPackage"].join("\0")}\0`),
      "a.xlsx",
    ],
    ["pdf", "%PDF-1.7\n%x"],
    ["png", latin("\x89PNG\r\n\x1a\n"), "a.csv"],
    ["jpeg", latin("\xff\xd8\xff\xe0\0\x10JFIF")],
    ["webp", latin("RIFF\x10\0\0\0WEBPVP8 ")],
    ["sqlite", "SQLite format 3\0\u0010", "a.gpkg"],
    ["7z", latin("7z\xbc\xaf\x27\x1c\0\x04")],
    ["rar", latin("Rar!\x1a\x07\x01\0")],
    ["zstd", latin("\x28\xb5\x2f\xfd\0")],
    ["bzip2", latin("BZh91AY&SY\x12")],
    ["xz", latin("\xfd7zXZ\0\0")],
    ["tar", latin(`${"a.csv".padEnd(257, "\0")}ustar\x0000`)],
    ["shapefile", latin("\0\0\x27\x0a\0\0\0\0")],
    ["executable", latin("\x7fELF\x02\x01")],
    ["executable", latin("MZ\x90\0\x03")],
    ["rtf", "{\\rtf1\\ansi x}", "a.csv"],
    ["binary", Uint8Array.from({length: 2000}, (_, i) => (i * 7919) % 251)],
  ])("is %s for %j", (kind, content, name = "file") => {
    expect(sniff(typeof content === "string" ? bytesOf(content) : content, name)).toBe(kind);
  });

  it("is told from the first 64 kB in no time, whatever they are", () => {
    const began = performance.now();
    for (const text of ["<", "<!--", "<!", "[", "{", "<a ", " ", "[1,", '{"', "]>"])
      sniff(bytesOf(text.repeat(100_000)), "a.json");
    expect(performance.now() - began).toBeLessThan(1500);
  });

  const SHARED = join(import.meta.dirname, "../../../../shared");
  it.skipIf(!existsSync(join(SHARED, "samples")))("is right for every sample", () => {
    const kinds: Record<string, string> = {csv: "text", json: "json", geojson: "json", kml: "kml", gpx: "gpx"};
    const names = readdirSync(join(SHARED, "samples")).filter((name) => !name.endsWith(".md"));
    const found = names.map((name) => [name, sniff(readFileSync(join(SHARED, "samples", name)), "")]);
    expect(found).toEqual(names.map((name) => [name, kinds[name.split(".").at(-1)!]]));
  });

  it.skipIf(!existsSync(join(SHARED, "torture/handmade")))("is right for what was made by hand", () => {
    const odd: Record<string, string> = {
      "empty.csv": "empty",
      "bom_only.csv": "empty",
      "html_error_page.csv": "web-page",
      "json_named_csv.csv": "json",
      "csv_named_json.json": "text",
      "jsonl_with_errors.ndjson": "ndjson",
      "html_as_xls.xls": "html",
    };
    const kinds: Record<string, string> = {
      csv: "text",
      json: "json",
      geojson: "json",
      kml: "kml",
      gz: "gzip",
      xlsx: "zip",
      ics: "ics",
    };
    const names = readdirSync(join(SHARED, "torture/handmade")).filter((name) => name !== "MANIFEST.json");
    const found = names.map((name) => [name, sniff(readFileSync(join(SHARED, "torture/handmade", name)), name)]);
    expect(found).toEqual(names.map((name) => [name, odd[name] ?? kinds[name.split(".").at(-1)!]]));
  });
});
