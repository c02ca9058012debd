import {readFileSync} from "node:fs";
import {join} from "node:path";
import Papa from "papaparse";

const folder = join(import.meta.dirname, "../../../data");

export type Row = Record<string, string>;
export type Language = "en" | "fr" | "ar";
export const LANGUAGES: Language[] = ["en", "fr", "ar"];

export const readText = (name: string) => readFileSync(join(folder, name), "utf8");
export const readJson = (name: string) => JSON.parse(readText(name));

export function readTable(name: string): {columns: string[]; rows: Row[]} {
  const parsed = Papa.parse<string[]>(readText(name), {header: false, skipEmptyLines: true, delimiter: ","});
  if (parsed.errors.length > 0) throw new Error(`${name}: ${parsed.errors[0].message}, row ${parsed.errors[0].row}`);
  const [columns, ...cells] = parsed.data;
  for (const [i, row] of cells.entries())
    if (row.length !== columns.length) throw new Error(`${name}: ${row.length} cells in row ${i + 2}`);
  return {columns, rows: cells.map((row) => Object.fromEntries(columns.map((c, i) => [c, row[i]])))};
}

export const events = readTable("events.csv").rows;
export const sources = readTable("sources.csv").rows;
export const sites = readTable("sites.csv").rows;
export const totals = readTable("totals.csv").rows;

export const list = (cell: string) => (cell === "" ? [] : cell.split(";"));
export const core = events.filter((e) => e.scope === "core");
export const isReport = (e: Row) => e.category === "attack" || e.category === "interception";
export const isStrike = (e: Row) => e.category === "us_strike";

export const firstDay = (e: Row) => e.start.slice(0, 10);
export const lastDay = (e: Row) => (e.end || e.start).slice(0, 10);
/** Core rows that began on one of these days, both included: a row counts on the day it began. */
export const within = (first: string, last: string) => core.filter((e) => firstDay(e) >= first && firstDay(e) <= last);

/** The official total last stated by the end of `day`, in the order of the table. */
export const totalAt = (day: string) => totals.findLast((t) => t.as_of <= day)?.total;

export function count(rows: Row[], column: string): Record<string, number> {
  const n: Record<string, number> = {};
  for (const row of rows) n[row[column]] = (n[row[column]] ?? 0) + 1;
  return n;
}

export const repeated = (keys: string[]) => keys.filter((key, i) => keys.indexOf(key) !== i);

export function isRealDay(text: string): boolean {
  const [, y, m, d] = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text) ?? [];
  if (y === undefined) return false;
  const date = new Date(Date.UTC(+y, +m - 1, +d));
  return date.getUTCMonth() === +m - 1 && date.getUTCDate() === +d;
}

export function addDays(day: string, n: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + n);
  return date.toISOString().slice(0, 10);
}
