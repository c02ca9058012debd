import {UTC} from "../calendar.ts";
import type {Reading} from "../reading.ts";
import type {Role} from "../story.ts";
import {samplesOf, type Column} from "./columns.ts";
import type {CoordinateProfile} from "./coordinateStyle.ts";
import {countReader, profileNumbers} from "./counts.ts";
import {wholeStyle} from "./dateColumns.ts";
import {datePartsReader} from "./dateReader.ts";
import type {DateProfile} from "./dateStyle.ts";
import type {Filled} from "./draft.ts";
import type {ReadAs, RoleReading} from "./understanding.ts";

const SAMPLES = 3;

/** What the parts of a table that take more than their own column to judge came out as. */
export interface Judged {
  dates: DateProfile | null;
  endDates: DateProfile | null;
  coordinates: CoordinateProfile | null;
  reading: Reading;
  /** What the values of the certainty column are drawn as. */
  certainty: Readonly<Record<string, string>>;
  thisYear: number;
}

/** How one role is read and how many rows it fills. */
export function readingOf(role: Role, {columns, why}: Filled, judged: Judged): RoleReading {
  const [column] = columns;
  if (column === undefined) return {columns: [], why, readAs: {code: "text"}, read: 0, of: 0, samples: []};
  const of = column.cells.length;
  const about = {columns: columns.map(({name}) => name), why, of};
  if (columns.length > 1 && (role === "start" || role === "end")) return {...about, ...ofParts(role, columns, judged)};
  const samples = samplesOf(column.counts, SAMPLES);
  const {readAs, read} = judge(role, column, judged);
  return {...about, readAs, read, samples};
}

function judge(role: Role, column: Column, judged: Judged): {readAs: ReadAs; read: number} {
  const filled = column.values.length;
  const {reading} = judged;
  switch (role) {
    case "start":
    case "end": {
      const profile = role === "start" ? judged.dates : judged.endDates;
      return profile === null ? {readAs: {code: "text"}, read: 0} : {readAs: datesAs(profile), read: profile.read};
    }
    case "lat":
    case "lon":
      return judged.coordinates === null
        ? {readAs: {code: "text"}, read: 0}
        : {readAs: coordinatesAs(judged.coordinates, column), read: judged.coordinates.read};
    case "killed":
    case "wounded":
    case "multiplicity": {
      const count = countReader({decimal: reading.numbers?.decimal ?? "."});
      let read = 0;
      let ranges = false;
      for (const value of column.values) {
        const found = count(value);
        if (found === null || typeof found === "string") continue;
        read++;
        if (!Number.isNaN(found.low) || !Number.isNaN(found.high)) ranges = true;
      }
      return {readAs: {code: "counts", ranges}, read};
    }
    case "datePrecision":
    case "placePrecision":
      return ofCodes(column, reading[role] ?? {});
    case "certainty":
      return ofCodes(column, judged.certainty);
    case "category":
    case "actor":
    case "target":
    case "country":
    case "place":
    case "site":
      return {readAs: {code: "values", distinct: column.counts.size}, read: filled};
    case "link":
      return {readAs: {code: "links"}, read: Math.round(column.linked * filled)};
    case "sources":
      return {
        readAs:
          reading.separator !== undefined && column.values.some((value) => value.includes(reading.separator!))
            ? {code: "list", separator: reading.separator}
            : column.linked >= 0.5
              ? {code: "links"}
              : {code: "text"},
        read: filled,
      };
    default:
      return {readAs: {code: "text"}, read: filled};
  }
}

function ofCodes(column: Column, codes: Readonly<Record<string, string>>): {readAs: ReadAs; read: number} {
  const known = Object.fromEntries(
    [...column.counts.keys()].filter((value) => Object.hasOwn(codes, value)).map((value) => [value, codes[value]!]),
  );
  return {
    readAs: {code: "codes", codes: known},
    read: column.values.filter((value) => Object.hasOwn(codes, value)).length,
  };
}

function datesAs({kind, style, settledBy, ambiguous, mixed}: DateProfile): ReadAs {
  if (kind === "numbers") return {code: "date-numbers", numbers: style.numbers};
  const isOpen = ambiguous > 0 && settledBy === null;
  const order = isOpen || kind === "words" || kind === "none" ? style.order : kind;
  return {code: "dates", order, settledBy, ambiguous: isOpen, mixed};
}

function coordinatesAs({style, projection, why}: CoordinateProfile, {key}: Column): ReadAs {
  if (projection !== null) return {code: "projected", projection};
  if (key === "geometry_lat" || key === "geometry_lon" || why.code === "geometry") return {code: "geometry"};
  return style.form === "point"
    ? {code: "point", first: style.first}
    : {code: "degrees", decimal: style.decimal, divisor: style.divisor};
}

function ofParts(role: "start" | "end", columns: readonly Column[], {reading, thisYear}: Judged) {
  const style = wholeStyle({...reading.dates, ...(role === "end" ? reading.endDates : {})}, thisYear);
  const parts = style.parts ?? [];
  const read = datePartsReader(parts, style, UTC);
  const samples = new Set<string>();
  let count = 0;
  const rows = columns[0]!.cells.length;
  for (let row = 0; row < rows; row++) {
    const cells = columns.map((column) => column.cells[row]!);
    if (typeof read(cells) === "string") continue;
    count++;
    if (samples.size < SAMPLES)
      samples.add(
        cells
          .filter((cell) => cell !== "")
          .join(" ")
          .slice(0, 200),
      );
  }
  return {readAs: {code: "date-parts" as const, parts}, read: count, samples: [...samples]};
}

/** Whether the numbers of these columns are written with a decimal comma. */
export function decimalOf(columns: readonly Column[]): "." | "," {
  return columns.some((column) => profileNumbers(column.values).style.decimal === ",") ? "," : ".";
}
