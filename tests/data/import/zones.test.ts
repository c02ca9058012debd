// @vitest-environment node
import {existsSync, readdirSync} from "node:fs";
import {join} from "node:path";
import {afterEach, describe, expect, it, vi} from "vitest";
import {importPath} from "./read.ts";

/** Real files of the field, which a public clone does not have. */
const SAMPLES = join(import.meta.dirname, "../../../../shared/samples");
const ZONES = {"America/Los_Angeles": 8, UTC: 0, "Asia/Tokyo": -9, "Pacific/Kiritimati": -14};

const DATES = [
  ...[
    "2024-01-28",
    "28/01/2024",
    "28 January 2024",
    "28 janvier 2024",
    "٢٨ يناير ٢٠٢٤",
    "2024-02",
    "2024",
    "1914-1918",
    "44 BC",
  ],
  ...[
    "2024-01-28T23:30",
    "2024-03-10T02:30",
    "2024-03-31T02:30:00",
    "2024-01-28T23:30:00Z",
    "2024-01-28T00:30:00+14:00",
  ],
  ...["02 محرم 1448", "2024-02-30", "1 Ocak 2024", "ISTANBUL", "45319.5", "20240128", "0476-09-04", "c. 1850"],
];
const FIXTURES: Record<string, string> = {
  "dates.csv": `id,DATE,Title\n${DATES.map((date, i) => `${i},"${date}",İstanbul ISPARTA ${i}`).join("\n")}\n`,
  "office.csv": "Titel;Datum;Breite;Länge;Tote\nÖ;28.01.2024;33,3;38,7;1.234\nÄ;29.02.2024;-1,25;36,8;2\n",
  "epochs.json": JSON.stringify([
    {time: 1706443509123, lat: 1, lon: 2},
    {time: 1709164800000, lat: 3, lon: 4},
  ]),
  "parts.csv": "name,year,month,day\na,2015,Ocak,23\nb,2015,mai,1\nc,2015,DECEMBER,31\n",
  "stamps.kml":
    "<kml><Placemark><name>a</name><TimeStamp><when>2024-01-28T23:30:00-08:00</when></TimeStamp></Placemark><Placemark><name>b</name><TimeStamp><when>2024-01</when></TimeStamp></Placemark></kml>",
  "days.ics":
    "BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\nUID:1\r\nDTSTART;VALUE=DATE:20240128\r\nDTEND;VALUE=DATE:20240130\r\nEND:VEVENT\r\nEND:VCALENDAR\r\n",
};

const bytesOf = ({buffer}: Float64Array | Uint8Array) => Buffer.from(buffer as ArrayBuffer);

/** Reads a file with code that was loaded anew, so that nothing made at the start is left over from another zone or locale. */
async function freshly() {
  vi.resetModules();
  const {importText} = await import("./read.ts");
  return async (name: string, bytes: string | Uint8Array, settled = {}) => {
    const {columns, report, understanding, story} = await importText(bytes, name, settled);
    return {columns, report, understanding, story};
  };
}

/** What a machine set to another language gives where nobody says which is meant. */
function setLocale(locale: string): void {
  const withDefault = <T extends object>(formatter: T): T =>
    new Proxy(formatter, {
      construct: (target, [asked, options]) => Reflect.construct(target as never, [asked ?? locale, options]) as object,
      apply: (target, self, [asked, options]) => Reflect.apply(target as never, self, [asked ?? locale, options]),
    });
  vi.stubGlobal(
    "Intl",
    new Proxy(Intl, {
      get(target, name: keyof typeof Intl) {
        const value: unknown = target[name];
        return typeof value === "function" && /^[A-Z]/.test(name) ? withDefault(value) : value;
      },
    }),
  );
  const speak = (prototype: object, names: readonly string[]) => {
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(prototype, name)!;
      const call = own.value as (...args: unknown[]) => string;
      const value = function (this: unknown, asked?: unknown, ...rest: unknown[]) {
        return call.call(this, asked ?? locale, ...rest);
      };
      Object.defineProperty(prototype, name, {...own, value});
      undo.push(() => Object.defineProperty(prototype, name, own));
    }
  };
  speak(String.prototype, ["toLocaleLowerCase", "toLocaleUpperCase"]);
  speak(Number.prototype, ["toLocaleString"]);
  speak(Date.prototype, ["toLocaleString", "toLocaleDateString", "toLocaleTimeString"]);
}

const undo: (() => void)[] = [];
afterEach(() => {
  vi.unstubAllEnvs();
  vi.unstubAllGlobals();
  for (const restore of undo.splice(0)) restore();
});

describe("the zone of the machine", () => {
  it.each(Object.keys(FIXTURES))("changes nothing of %s", async (name) => {
    const seen: unknown[] = [];
    for (const [zone, hours] of Object.entries(ZONES)) {
      vi.stubEnv("TZ", zone);
      expect(new Date(2024, 0, 28).getTimezoneOffset() / 60).toBe(hours);
      const read = await freshly();
      seen.push(await read(name, FIXTURES[name]!), await read(name, FIXTURES[name]!, {timezone: "Asia/Baghdad"}));
    }
    for (let i = 2; i < seen.length; i++) expect(seen[i]).toEqual(seen[i % 2]);
    expect(seen[0]).not.toEqual({});
  });

  it
    .skipIf(!existsSync(SAMPLES))
    .each(existsSync(SAMPLES) ? readdirSync(SAMPLES).filter((name) => !name.endsWith(".md")) : ["absent"])(
    "changes nothing of the sample %s",
    async (name) => {
      vi.stubEnv("TZ", "America/Los_Angeles");
      const west = await importPath(join(SAMPLES, name));
      vi.stubEnv("TZ", "Pacific/Kiritimati");
      const east = await importPath(join(SAMPLES, name));
      for (const column of ["start", "end", "datePrecision"] as const)
        expect(bytesOf(east.columns[column]).equals(bytesOf(west.columns[column]))).toBe(true);
      expect(east.report).toEqual(west.report);
    },
    20_000,
  );
});

describe("the language of the machine", () => {
  it("is what the stand-in says", () => {
    setLocale("tr");
    expect(new Intl.NumberFormat().resolvedOptions().locale).toBe("tr");
    expect("I".toLocaleLowerCase()).toBe("ı");
  });

  it("is Arabic where it is set to that", () => {
    setLocale("ar-EG");
    expect(new Intl.NumberFormat().resolvedOptions().locale).toBe("ar-EG");
    expect((1234.5).toLocaleString()).toBe("١٬٢٣٤٫٥");
  });

  it.each(["fr", "ar-EG", "tr"])("set to %s changes nothing", async (locale) => {
    const plain = await freshly();
    const expected = await Promise.all(Object.entries(FIXTURES).map(([name, text]) => plain(name, text)));
    setLocale(locale);
    const read = await freshly();
    expect(await Promise.all(Object.entries(FIXTURES).map(([name, text]) => read(name, text)))).toEqual(expected);
  });
});
