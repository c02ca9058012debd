import type {Loss, SaveFormat} from "../../data/save/losses.ts";
import {isolate} from "../isolate.ts";
import {pluralOf} from "../plural.ts";

const plural = pluralOf("en");
const rows = plural({one: "row", other: "rows"});

const losses: Record<Loss, (n: string, count: number, zone: string) => string> = {
  choices: () => "which columns colour and filter, the texts around the data and the first view",
  zone: (_n, _count, zone) => `that its clock times are those of ${isolate(zone)}`,
  credit: () => "who must be named: keep the credit below with the file",
  tables: () => "the tables of sources, named places and stated totals",
  background: () => "which rows are background and stand in no count",
  lines: () => "the lines on the map that are no events",
  columns: () => "columns without a role, which were too large to be kept",
  rejected: (n, count) => `${n} ${rows(count)} that could not be used: the report on the file has them`,
};

export const save = {
  title: "Save the data",
  local: "The file is made on this computer; nothing is sent anywhere.",
  format: "Format",
  formats: {csv: "CSV", geojson: "GeoJSON", story: "Story file"} as Record<SaveFormat, string>,
  formatText: {
    csv: "For spreadsheets. ISO dates, decimal degrees, every column of the file.",
    geojson: "For maps. Rows without a place have no geometry and stay in.",
    story: "To go on here. The data, its sources, its chapters and the view as you see it, in one file.",
  } as Record<SaveFormat, string>,
  formulas:
    "Cells that a spreadsheet would run as a formula get an apostrophe in front. It comes off when the file is opened here.",
  lost: "Not in the file",
  losses,
  licence: (name: string) => `${isolate(name)} does not allow these rows to be passed on.`,
  licenceText: "Keep the file to yourself, or ask whoever holds the rights.",
  credit: "To be named wherever the rows are shown:",
  notes: "The private notes of the chapters are in the file, too: whoever has it can read them.",
  save: "Save",
  cancel: "Cancel",
  saving: (n: string, all: string) => `Writing: ${n} of ${all}`,
  saved: (name: string, size: string) => `Saved as ${isolate(name)}, ${size}.`,
  tooLarge: "It is larger than what can be opened here again. CSV has no such limit up to 600 MB.",
  failed: "It could not be saved.",
  sourcesFailed: "It could not be saved: the table of sources could not be fetched. Try again, or save as CSV.",
};
