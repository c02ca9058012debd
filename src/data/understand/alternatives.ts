import {UTC} from "../calendar.ts";
import type {Alternative, DateStyle} from "../reading.ts";
import type {Column} from "./columns.ts";
import {wholeDates, wholeStyle, type DateColumn, type DateProfiler} from "./dateColumns.ts";
import {dateReader} from "./dateReader.ts";
import {usedIn, type Draft} from "./draft.ts";

const MOST = 8;

/** What dates the rows that the start leaves blank, and how many rows of the sample that is. */
export interface Alternatives {
  columns: readonly Alternative[];
  read: number;
}

/**
 * Finds columns that say when the rows happened which the start says nothing of: features of several makers in one file have `time`, `timestamp`
 * or `start_datetime`, one each. Such a column is called a date, is no record of editing, and no row has both; its end is a column that is
 * called an end and filled in its rows alone. Nothing is looked for where somebody, a
 * known layout or a tag settles the start, or where it is in parts.
 */
export function findAlternatives(draft: Draft, columns: readonly Column[], profiler: DateProfiler): Alternatives {
  const none: Alternatives = {columns: [], read: 0};
  const start = draft.get("start");
  const [first] = start?.columns ?? [];
  if (start == null || first === undefined || start.columns.length > 1) return none;
  if (start.why.code !== "name" && start.why.code !== "values") return none;
  if (first.values.length === 0 || first.values.length === first.cells.length) return none;
  const used = usedIn(draft);
  const free = columns.filter((column) => !used.has(column));
  const dates = wholeDates(free, "start", profiler).filter((each) => each.word !== "" && isGood(each));
  const ends = wholeDates(free, "end", profiler).filter(isGood);
  const dated = first.cells.map((cell) => cell !== "");
  const found: Alternative[] = [];
  let read = 0;
  for (const {column, profile} of dates) {
    if (found.length === MOST) break;
    if (column.cells.some((cell, row) => cell !== "" && dated[row])) continue;
    const end = ends.find((each) => each.column !== column && isWithin(each.column, column));
    found.push({
      start: column.name,
      ...(end === undefined ? {} : {end: end.column.name}),
      dates: profile.style,
      ...(end === undefined ? {} : {endDates: end.profile.style}),
    });
    read += countRead(column, profile.style, profiler.thisYear);
    column.cells.forEach((cell, row) => (dated[row] ||= cell !== ""));
  }
  return {columns: found, read};
}

const isGood = ({late, poor, column}: DateColumn): boolean => !late && !poor && column.values.length > 0;

const isWithin = (inner: Column, outer: Column): boolean =>
  inner.cells.every((cell, row) => cell === "" || outer.cells[row] !== "");

function countRead(column: Column, style: DateStyle, thisYear: number): number {
  const read = dateReader(wholeStyle(style, thisYear), UTC);
  return column.values.filter((value) => typeof read(value) !== "string").length;
}
