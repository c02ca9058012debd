import type {DateOrder, DateStyle, Reading} from "../data/reading.ts";
import type {Assumption, Understanding} from "../data/understand/understanding.ts";
import type {Choices} from "../data/understand/understanding.ts";
import {mappingOf} from "./roles.ts";

/** What the reader decided about how cells are read. */
export const readingOf = (choices: Choices): Reading => (choices.reading ?? {}) as Reading;

const withReading = (reading: Reading): Partial<Choices> => ({reading: reading as Record<string, unknown>});

/** What to change about the file as a whole. Undefined leaves it to be found out. */
export const withFile = (
  choices: Choices,
  file: Pick<Reading, "encoding" | "delimiter" | "table" | "headerRow">,
): Partial<Choices> => {
  const reading: Reading = {...readingOf(choices), ...file};
  for (const name of ["encoding", "delimiter", "table", "headerRow"] as const)
    if (reading[name] === undefined) delete reading[name];
  return withReading(reading);
};

/** Another table has other columns: nothing that was decided about the columns of the one before holds. */
export const withTable = (choices: Choices, table: string): Partial<Choices> => {
  const {encoding, delimiter} = readingOf(choices);
  const kept: Reading = {
    ...(encoding === undefined ? {} : {encoding}),
    ...(delimiter === undefined ? {} : {delimiter}),
    table,
  };
  return {
    ...withReading(kept),
    mapping: undefined,
    facets: undefined,
    series: undefined,
    certainty: undefined,
    columns: undefined,
  };
};

/** What to change about the dates; the end is written as the start is. */
export function withDates(
  choices: Choices,
  understanding: Understanding,
  style: Partial<Pick<DateStyle, "order" | "lastYear" | "numbers" | "newYear">>,
): Partial<Choices> {
  const reading = readingOf(choices);
  const end = mappingOf(choices, understanding).end === undefined ? {} : {endDates: {...reading.endDates, ...style}};
  return withReading({...reading, dates: {...reading.dates, ...style}, ...end});
}

/** Latitude for longitude: the columns change places, or the halves of the one cell. */
export function swapped(choices: Choices, understanding: Understanding): Partial<Choices> {
  const mapping = mappingOf(choices, understanding);
  if (mapping.lat !== undefined && mapping.lat === mapping.lon) {
    const reading = readingOf(choices);
    const first = reading.coordinates?.first ?? understanding.reading.coordinates?.first ?? "lat";
    return withReading({...reading, coordinates: {...reading.coordinates, first: first === "lat" ? "lon" : "lat"}});
  }
  return {mapping: {...choices.mapping, lat: mapping.lon ?? "", lon: mapping.lat ?? ""}};
}

/**
 * What was assumed, and what the reader decided in its stead: a choice once offered stays, so that it can be taken back. `known` keeps
 * what was assumed before.
 */
export function assumed(
  {assumptions}: Understanding,
  choices: Choices,
  known: Map<Assumption["code"], Assumption>,
): Assumption[] {
  for (const each of assumptions) known.set(each.code, each);
  const {dates = {}, headerRow, encoding} = readingOf(choices);
  const decided: Assumption[] = [];
  if (dates.order === "dmy" || dates.order === "mdy")
    decided.push({code: "date-order", order: dates.order, example: ""});
  if (dates.numbers !== undefined) decided.push({code: "date-numbers", numbers: dates.numbers, example: ""});
  if (dates.lastYear !== undefined) decided.push({code: "two-digit-years", lastYear: dates.lastYear, example: ""});
  if (choices.timezone !== undefined) decided.push({code: "timezone", zone: choices.timezone, instants: true});
  if (headerRow !== undefined && known.has("no-header")) decided.push({code: "no-header"});
  if (encoding !== undefined && known.has("encoding")) decided.push({code: "encoding", encoding});
  const turned = known.get("swapped");
  if (turned !== undefined && (choices.mapping?.lat !== undefined || readingOf(choices).coordinates !== undefined))
    decided.push(turned);
  const shown = new Map<Assumption["code"], Assumption>(assumptions.map((each) => [each.code, each]));
  for (const each of decided)
    if (!shown.has(each.code))
      shown.set(each.code, {...known.get(each.code), ...each, ...exampleOf(known.get(each.code))});
  return [...shown.values()];
}

const exampleOf = (before: Assumption | undefined): {example: string} | {instants: boolean} | object =>
  before === undefined
    ? {}
    : "example" in before
      ? {example: before.example}
      : "instants" in before
        ? {instants: before.instants}
        : {};

export const ORDERS = ["dmy", "mdy"] as const satisfies readonly DateOrder[];
export const NUMBERS = [
  "year",
  "compact",
  "seconds",
  "milliseconds",
  "days1900",
  "days1904",
] as const satisfies readonly DateStyle["numbers"][];

/** Last years of the hundred years that two digits may mean. */
export const lastYears = (current: number): number[] =>
  [...new Set([1999, 2029, 2049, 2068, 2099, current])].sort((a, b) => a - b);
