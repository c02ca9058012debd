import {pluralOf} from "../plural.ts";

const plural = pluralOf("en");

export const bare = {
  row: (n: string) => `Row ${n}`,
  searching: "Searching",
  found: (n: string, count: number) => `${n} ${plural({one: "event matches", other: "events match"})(count)}`,
  allColumns: "All columns",
  notes: "Notes",
  more: (n: string) => `Show more (${n} characters left)`,
  moreValues: (n: string, count: number) => `${n} more ${plural({one: "value", other: "values"})(count)}`,
  atLeast: (n: string) => `at least ${n}`,
  atMost: (n: string) => `up to ${n}`,
  range: (low: string, high: string) => `${low}–${high}`,
  country: "known to the country only",
  line: (name: string) => `Line: ${name}`,
  lineUnnamed: "Line without a name",
};
