// @vitest-environment node
import {existsSync, readFileSync} from "node:fs";
import {join} from "node:path";
import {describe, expect, it} from "vitest";
import {textDecoder} from "../../../src/data/formats/decode.ts";
import {guessLegacy} from "../../../src/data/formats/legacy.ts";

/** Writes a text in an encoding of one byte a character, by what `TextDecoder` makes of each byte. */
function encoded(text: string, label: string): Uint8Array {
  const bytes = new Map(
    Array.from({length: 256}, (_, byte) => [textDecoder(label).decode(new Uint8Array([byte])), byte]),
  );
  return Uint8Array.from(text, (character) => {
    const byte = bytes.get(character);
    if (byte === undefined) throw new Error(`${character} is not in ${label}`);
    return byte;
  });
}
const read = (bytes: Uint8Array) => textDecoder(guessLegacy(bytes)).decode(bytes);

const FRENCH =
  "date;lieu;résumé\n12/01/2024;Orléans;“Une œuvre détruite” – 3 blessés à l’hôpital, 50 €\n13/02/2024;Besançon;tués près du château\n";
const GERMAN =
  "Datum;Ort;Beschreibung\n1.3.2024;Köln;Überfall auf der Straße, zwei Männer schwer verletzt\n2.3.2024;München;größerer Brand\n";
const SPANISH = "fecha,lugar,nota\n2024-01-02,Málaga,¿quién? el niño murió\n2024-01-03,La Coruña,explosión\n";
const POLISH =
  "data;miejsce;opis\n2024-01-02;Łódź;Wybuch w pobliżu szkoły, są ranni mężczyźni\n2024-01-03;Wrocław;strzały na ulicy Świętej\n";
const CZECH =
  "datum;místo;popis\n2024-01-02;Příbram;střelba ve městě, několik zraněných při útoku\n2024-01-03;Plzeň;výbuch v továrně na střelivo\n";
const TURKISH =
  "tarih;yer;not\n2024-01-02;Diyarbakır;saldırıda iki kişi öldü, dört kişi yaralandı\n2024-01-03;Şırnak;çatışma çıktı\n";
const RUSSIAN =
  "дата;место;описание\n2024-01-02;Донецк;обстрел жилого дома, двое погибших\n2024-01-03;Киев;взрыв в центре города\n";
const UKRAINIAN =
  "дата;місце;опис\n2024-01-02;Харків;обстріл житлового будинку, є загиблі\n2024-01-03;Київ;вибух у місті\n";
const ARABIC =
  "date;place;notes\n2024-01-02;الموصل;قصف على المدينة وسقوط قتلى\n2024-01-03;حلب;اشتباكات في الريف الشمالي\n";
const GREEK = "ημερομηνία;τόπος\n2024-01-02;Αθήνα\n2024-01-03;Θεσσαλονίκη, έκρηξη στο κέντρο της πόλης\n";
const HEBREW = "date;place\n2024-01-02;ירושלים\n2024-01-03;תל אביב, פיצוץ במרכז העיר\n";

describe("the guess of an older encoding", () => {
  it.each([
    ["French", FRENCH, "windows-1252"],
    ["French", FRENCH.replace("œ", "oe").replace("50 €", "50 F"), "macintosh"],
    ["French", FRENCH, "macintosh"],
    ["German", GERMAN, "windows-1252"],
    ["German", GERMAN, "macintosh"],
    ["Spanish", SPANISH, "windows-1252"],
    ["Spanish", SPANISH, "macintosh"],
    ["Polish", POLISH, "windows-1250"],
    ["Polish", POLISH, "iso-8859-2"],
    ["Czech", CZECH, "windows-1250"],
    ["Turkish", TURKISH, "windows-1254"],
    ["Russian", RUSSIAN, "windows-1251"],
    ["Russian", RUSSIAN, "koi8-r"],
    ["Russian", RUSSIAN, "ibm866"],
    ["Russian", RUSSIAN, "iso-8859-5"],
    ["Ukrainian", UKRAINIAN, "windows-1251"],
    ["Arabic", ARABIC, "windows-1256"],
    ["Arabic", ARABIC, "iso-8859-6"],
    ["Greek", GREEK, "windows-1253"],
    ["Hebrew", HEBREW, "windows-1255"],
  ])("reads %s that was written, %j, in %s", (_, text, label) => {
    expect(read(encoded(text, label))).toBe(text);
  });

  it.each([
    ["Orléans", "windows-1252"],
    ["Orléans", "macintosh"],
    ["Zürich", "windows-1252"],
    ["A Coruña", "windows-1252"],
    ["São Paulo", "windows-1252"],
    ["l’été", "windows-1252"],
    ["Malmö", "windows-1252"],
    ["בירושלים", "windows-1255"],
    ["Москва", "windows-1251"],
    ["بغداد", "windows-1256"],
    ["بغداد", "iso-8859-6"],
  ])("needs no more than one word: %s in %s", (word, label) => {
    const text = `date,latitude,longitude,place\n2024-01-01,1,2,${word}\n`;
    expect(read(encoded(text, label))).toBe(text);
  });

  it("reads Japanese, Chinese and Korean", () => {
    const japanese = new Uint8Array([
      0x93, 0xfa, 0x96, 0x7b, 0x8c, 0xea, 0x82, 0xcc, 0x95, 0xb6, 0x8f, 0xcd, 0x82, 0xc5, 0x82, 0xb7, 0x81, 0x42, 0x0a,
    ]);
    expect(read(japanese)).toBe("日本語の文章です。\n");
    const chinese = new Uint8Array([
      0xd6, 0xd0, 0xb9, 0xfa, 0xb1, 0xb1, 0xbe, 0xa9, 0xca, 0xd0, 0xb5, 0xc4, 0xc8, 0xcb, 0x0a,
    ]);
    expect(read(chinese)).toBe("中国北京市的人\n");
  });

  it("of nothing beyond ASCII is windows-1252", () => {
    expect(guessLegacy(new TextEncoder().encode("date,place\n2024-01-01,x\n"))).toBe("windows-1252");
  });

  const SHARED = join(import.meta.dirname, "../../../../shared");
  it.skipIf(!existsSync(join(SHARED, "torture/handmade"))).each([
    ["torture/handmade/enc_cp1252.csv", "Orléans – “œuvre” €,été"],
    ["torture/handmade/enc_macroman.csv", "Orléans – “œuvre” €,été"],
    ["torture/handmade/enc_arabic_cp1256.csv", "بغداد"],
    ["torture/handmade/enc_arabic_iso8859_6.csv", "بغداد"],
    ["torture/handmade/invalid_utf8.csv", "café"],
    ["samples/volcanoes_latin1.csv", "Sangangüey"],
  ])("of %s lets %s be read", (path, text) => {
    expect(read(readFileSync(join(SHARED, path)))).toContain(text);
  });

  it.skipIf(!existsSync(join(SHARED, "samples"))).each(["538_police_killings_latin1.csv", "volcanoes_latin1.csv"])(
    "of %s is windows-1252",
    (path) => expect(guessLegacy(readFileSync(join(SHARED, "samples", path)))).toBe("windows-1252"),
  );
});
