import type {Imported} from "../../src/data/import/imported.ts";
import type {Issue, IssueCode} from "../../src/data/report.ts";
import type {Mapping, StoryFile} from "../../src/data/story.ts";
import {Totals} from "../../src/data/totals.ts";
import type {ColumnProfile, RoleReading, Understanding} from "../../src/data/understand/understanding.ts";
import {csvOf, datasetOf, storyOf} from "../data/fixture.ts";

export const ROWS = 5071;
export const TYPES = ["Explosions", "Battles", "Protests", "Riots", "Strategic developments", "Violence"];
export const STATUS = ["official", "press", "claimed"];
const HEADER = [
  "event_id",
  "date_start",
  "date_end",
  "latitude",
  "longitude",
  "location",
  "geo_precision",
  "notes",
  "event_type",
  "fatalities",
  "source",
  "status",
];

const day = (i: number) => new Date(Date.UTC(2023, 0, 1 + i)).toISOString().slice(0, 10);

/** Row `i` of the file that all of these tests open: more events as the year goes on, 32 without coordinates. */
function cellsOf(i: number): string[] {
  const date = day(Math.floor(364 * Math.sqrt(i / ROWS)));
  const placed = i % 160 !== 7 || i > 5000;
  return [
    `e${i}`,
    date,
    date,
    placed ? (33 + ((i * 37) % 400) / 100).toFixed(2) : "",
    placed ? (38.5 + ((i * 53) % 600) / 100).toFixed(2) : "",
    `Place ${i % 1204}`,
    String(1 + (i % 3)),
    `On that day, ${i}`,
    TYPES[(i * i) % TYPES.length]!,
    String(i % 4),
    "Agence X; Y",
    STATUS[i % STATUS.length]!,
  ];
}

const profile = (name: string, kind: ColumnProfile["kind"], samples: string[], distinct = samples.length) => ({
  name,
  kind,
  samples,
  distinct,
  filled: 5071,
});

export const COLUMNS: readonly ColumnProfile[] = [
  profile("event_id", "id", ["e0", "e1"], 1001),
  profile("date_start", "date", ["22/11/2023", "23/11/2023"], 364),
  profile("date_end", "date", ["22/11/2023"], 364),
  profile("latitude", "coordinate", ["33,7856"], 400),
  profile("longitude", "coordinate", ["42,4412"], 600),
  profile("location", "text", ["Ain al-Asad", "Erbil"], 1001),
  profile("geo_precision", "category", ["1", "2", "3"]),
  profile("notes", "text", ["On 22 Nov, two drones were shot down near the base."], 1001),
  profile("event_type", "category", TYPES.slice(0, 5), 6),
  profile("fatalities", "number", ["0", "1", "2"], 4),
  profile("source", "text", ["Agence X; Y"], 1),
  profile("status", "category", STATUS),
];

const role = (column: string, readAs: RoleReading["readAs"], word: string, samples: string[], read = ROWS) => ({
  columns: [column],
  why: {code: "name", word} as const,
  readAs,
  read,
  of: ROWS,
  samples,
});

const MAPPING: Mapping = {
  start: "date_start",
  end: "date_end",
  lat: "latitude",
  lon: "longitude",
  place: "location",
  placePrecision: "geo_precision",
  summary: "notes",
  category: "event_type",
  killed: "fatalities",
  sources: "source",
};

const DATES = {code: "dates", order: "dmy", settledBy: "22/11/2023", ambiguous: false, mixed: false} as const;
const DEGREES = {code: "degrees", decimal: ",", divisor: 1} as const;

export const understood = (more: Partial<Understanding> = {}): Understanding => ({
  preset: null,
  columns: COLUMNS,
  mapping: MAPPING,
  roles: {
    start: role("date_start", DATES, "date", ["22/11/2023", "23/11/2023"], 5070),
    end: role("date_end", {...DATES, settledBy: null}, "date end", ["22/11/2023"]),
    lat: role("latitude", DEGREES, "latitude", ["33,7856"], 5039),
    lon: role("longitude", DEGREES, "longitude", ["42,4412"], 5039),
    place: role("location", {code: "values", distinct: 1204}, "location", ["Ain al-Asad"]),
    placePrecision: role(
      "geo_precision",
      {code: "codes", codes: {1: "exact_site", 2: "near", 3: "province"}},
      "geo precision",
      ["1"],
    ),
    summary: role("notes", {code: "text"}, "notes", ["On 22 Nov, two drones were shot down near the base."]),
    category: role("event_type", {code: "values", distinct: 6}, "event type", ["Explosions"]),
    killed: role("fatalities", {code: "counts", ranges: false}, "fatalities", ["0"]),
    sources: role("source", {code: "list", separator: ";"}, "source", ["Agence X; Y"]),
  },
  reading: {headerRow: 1},
  story: {facets: ["event_type"]},
  assumptions: [],
  doubts: [],
  licence: null,
  ...more,
});

const issue = (code: IssueCode, column: string, count: number, examples: [row: number, value: string][]): Issue => ({
  code,
  column,
  count,
  examples: examples.map(([row, value]) => ({row, line: row + 1, value})),
});
export const ISSUES: Issue[] = [
  issue("no-coordinate", "latitude", 32, [
    [118, ""],
    [402, ""],
    [977, ""],
    [1204, ""],
  ]),
  issue("unreal-date", "date_start", 1, [[2310, "31/02/2023"]]),
];

/** The file of the tests as it is read. `story` says what colours and filters. */
export function importedOf({
  understanding = understood(),
  story = {},
  rows = ROWS - 1,
  issues = ISSUES,
  file = {},
}: {
  understanding?: Understanding;
  story?: Partial<StoryFile>;
  rows?: number;
  issues?: Issue[];
  file?: Partial<Imported["file"]>;
} = {}): Imported {
  const whole = {facets: ["event_type"], mapping: understanding.mapping, ...story};
  const table = csvOf(
    HEADER,
    Array.from({length: rows}, (_, i) => cellsOf(i)),
  );
  const dataset = datasetOf(table, {...whole, mapping: {...MAPPING, ...whole.mapping}});
  const placed = dataset.columns.place.reduce((sum, place) => sum + (place === -1 ? 0 : 1), 0);
  const all = rows === 0 ? 0 : rows + 1;
  return {
    url: "",
    story: storyOf(whole),
    mapping: understanding.mapping,
    dataset,
    totals: new Totals([]),
    report: {
      source: {name: "incidents-2023.csv", bytes: 2_612_345},
      format: "csv",
      preset: understanding.preset,
      mapping: understanding.mapping,
      rows: all,
      placed,
      timelineOnly: rows - placed,
      rejected: all - rows,
      issues,
    },
    sources: async () => new Map(),
    file: {
      name: "incidents-2023.csv",
      bytes: 2_612_345,
      format: "csv",
      encoding: "utf-8",
      delimiter: ";",
      tables: [{name: ""}],
      table: "",
      took: 214,
      ...file,
    },
    understanding,
    lines: [],
    sure: true,
    rejected: new Blob(["row,line,problem\r\n2310,2311,unreal-date\r\n"], {type: "text/csv"}),
  };
}
