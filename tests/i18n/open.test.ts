// @vitest-environment node
import {describe, expect, it} from "vitest";
import {LIMITS} from "../../src/data/limits.ts";
import type {Assumption, ReadAs, Why} from "../../src/data/understand/understanding.ts";
import {failureText, issueText, OPEN} from "../../src/i18n/open.ts";
import {say} from "../../src/i18n/openWords.ts";
import {sizeText} from "../../src/i18n/size.ts";

type Failures = keyof (typeof OPEN.en)["failures"];
type IssueCodes = keyof (typeof OPEN.en)["issues"];
const LANGUAGES = ["en", "fr", "ar"] as const;
const FAILURES = Object.keys(OPEN.en.failures) as Failures[];
const ISSUES = Object.keys(OPEN.en.issues) as IssueCodes[];
const COUNTS = [0, 1, 2, 3, 11, 100, 5071];
const BROKEN = /undefined|NaN|\[object|\$\{| {2}|^\s|\s$|\p{L}'\p{L}|\.\.(?!\.)|: \.|\(\)/u;

const READINGS: ReadAs[] = [
  ...(["iso", "dmy", "mdy", "ymd"] as const).flatMap((order) =>
    [null, "22/11/2023"].map((settledBy): ReadAs => ({code: "dates", order, settledBy, ambiguous: true, mixed: true})),
  ),
  ...["year", "compact", "seconds", "milliseconds", "days1900", "days1904"].map((numbers): ReadAs => ({
    code: "date-numbers",
    numbers,
  })),
  {code: "date-parts", parts: ["date", "year", "month", "day", "hour", "minute", "time"]},
  {code: "degrees", decimal: ",", divisor: 100_000},
  {code: "point", first: "lat"},
  {code: "geometry"},
  {code: "projected", projection: "UTM"},
  {code: "counts", ranges: true},
  {code: "values", distinct: 1001},
  {code: "codes", codes: {1: "exact_site", 2: "week", 3: "nobody knows"}},
  {code: "links"},
  {code: "list", separator: ";"},
  {code: "text"},
];
const REASONS: Why[] = [
  {code: "preset", preset: "ucdp-ged"},
  {code: "hxl", tag: "#date"},
  {code: "name", word: "fecha"},
  {code: "values"},
  {code: "recipe"},
  {code: "user"},
];
const ASSUMPTIONS: Assumption[] = [
  {code: "date-order", order: "dmy", example: ""},
  {code: "date-order", order: "dmy", example: "1/2/2023"},
  {code: "timezone", zone: "UTC", instants: true},
  {code: "timezone", zone: "UTC", instants: false},
  {code: "two-digit-years", lastYear: 2026, example: "23"},
  {code: "date-numbers", numbers: "year", example: "2023"},
  {code: "no-header"},
  {code: "encoding", encoding: "x"},
  {code: "swapped", example: "1, 2"},
];

/** Every word of a language by its path. */
function* words(node: unknown, path = ""): Generator<[path: string, word: unknown]> {
  if (typeof node === "object" && node !== null)
    for (const [name, child] of Object.entries(node)) yield* words(child, `${path}.${name}`);
  else yield [path, node];
}

/** Everything the screen says of codes, in one language. */
function said(language: (typeof LANGUAGES)[number]): string[] {
  const t = OPEN[language];
  const params = {format: "xlsx", detail: "x", line: 3, column: 4, position: 5, limit: 7, columns: "a, b"};
  return [
    ...FAILURES.flatMap((code) => [failureText(language, {code, params: {}}), failureText(language, {code, params})]),
    ...ISSUES.flatMap((code) => COUNTS.map((count) => issueText(language, code, String(count), count))),
    ...ISSUES.map((code) => t.issues[code].short),
    ...READINGS.map((each) => say(t.readAs, each)),
    ...REASONS.map((each) => say(t.why, each)),
    ...ASSUMPTIONS.map((each) => say(t.assumptions, each)),
    ...Object.values(t.doubts),
    ...Object.values(t.roles),
  ].map((text) => text.replace(/[\u2066-\u2069]/g, ""));
}

describe.each(LANGUAGES)("opening a file in %s", (language) => {
  it("has every word that English has, of the same kind", () => {
    const own = new Map(words(OPEN[language]));
    const english = new Map(words(OPEN.en));
    expect([...own.keys()].sort()).toEqual([...english.keys()].sort());
    expect([...own].filter(([path, word]) => typeof word !== typeof english.get(path))).toEqual([]);
    expect([...own].filter(([path, word]) => word === "" && english.get(path) !== "")).toEqual([]);
  });

  it("has a whole sentence for every code, with and without parameters", () => {
    expect(said(language).filter((text) => text === "" || BROKEN.test(text))).toEqual([]);
  });

  it("says of each failure and each issue what to do", () => {
    for (const code of FAILURES) expect(failureText(language, {code, params: {}}).length).toBeGreaterThan(30);
    for (const code of ISSUES) {
      const {lead, then, cure} = OPEN[language].issues[code];
      for (const sentence of [lead("5", 5), then, cure]) expect(sentence).toMatch(/[.�]$/);
    }
  });

  it("keeps a detail apart from the words around it, and short", () => {
    const text = failureText(language, {code: "broken", params: {detail: "x".repeat(5000)}});
    expect(text).toContain(`\u2068${"x".repeat(300)}\u2069`);
    expect(text.length).toBeLessThan(700);
  });

  it("is not led astray by names that objects have anyway", () => {
    for (const name of ["constructor", "__proto__", "toString"]) {
      const text = [
        say(OPEN[language].readAs, {code: "date-numbers", numbers: name} as ReadAs),
        say(OPEN[language].why, {code: "preset", preset: name} as Why),
        failureText(language, {code: "unsupported", params: {format: name}}),
        failureText(language, {code: "too-large", params: {limit: name}}),
      ].join(" ");
      expect(text).not.toMatch(/function|object Object/);
    }
  });
});

describe("French", () => {
  it("has a narrow no-break space before ; : ? ! and within « »", () => {
    const texts = [...words(OPEN.fr)].map(([, word]) => word).filter((word) => typeof word === "string");
    const wrong = [...texts, ...said("fr")]
      .map((text) => text.replaceAll("EPSG:4326", ""))
      .filter((text) => /[^\u202f\d:/][;?!»]|[^\u202f\d/s]:(?!\/)|«[^\u202f]/.test(text));
    expect(wrong).toEqual([]);
  });
});

describe("Arabic", () => {
  it("is written in Arabic letters and Western digits", () => {
    const texts = said("ar");
    expect(texts.filter((text) => /[٠-٩۰-۹]/.test(text) || !/\p{Script=Arabic}/u.test(text))).toEqual(
      texts.filter((text) => text === "3"),
    );
  });

  it("counts in its own six ways", () => {
    const {lead} = OPEN.ar.issues["no-date"];
    expect(COUNTS.map((count) => lead(String(count), count).replace(/ بلا تاريخ\.$/, ""))).toEqual([
      "0 صف",
      "صف واحد",
      "صفان",
      "3 صفوف",
      "11 صفًا",
      "100 صف",
      "5071 صفًا",
    ]);
  });
});

describe("limits", () => {
  it("are named by what was exceeded: a number, a limit's name, or the usual one", () => {
    const rows = (params: Record<string, string | number>) => failureText("en", {code: "too-many-rows", params});
    expect(rows({})).toContain("5,000,000 rows");
    expect(rows({limit: "rows"})).toContain(LIMITS.rows.toLocaleString("en-GB"));
    expect(rows({limit: 12_000})).toContain("12,000 rows");
    const large = (limit: number) => failureText("en", {code: "too-large", params: {limit}});
    expect(large(250_000_000)).toContain("at most 250 MB");
    expect(large(2_000_000)).not.toContain("MB");
    expect(failureText("en", {code: "too-expanded", params: {limit: 200}})).toContain("200 times its size");
    expect(failureText("en", {code: "too-expanded", params: {limit: 1_200_000_000}})).toContain("1.2 GB");
  });
});

describe("sizes", () => {
  it("are in the reader's own units", () => {
    expect(sizeText(2_612_345, "en-GB")).toBe("2.6 MB");
    expect(sizeText(2_612_345, "fr-FR").replace(/\s/g, " ")).toBe("2,6 Mo");
    expect(sizeText(999, "en-GB")).toBe("999 bytes");
    expect(sizeText(0, "en-GB")).toBe("0 bytes");
    expect(sizeText(163_000_000, "en-GB")).toBe("163 MB");
  });
});
