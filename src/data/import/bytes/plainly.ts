import type {Plan} from "../../plan.ts";
import type {Readers} from "../../readers.ts";
import type {Reading} from "../../reading.ts";
import type {DateColumns} from "../readers.ts";
import {PlainPoints} from "./plainPoint.ts";

/** How a table is read, and what its readers are. */
export interface Plainly {
  plan: Plan;
  columns: DateColumns;
  reading: Reading;
  readers: Readers;
  thisYear: number;
  /** The table was saved here: dates, degrees and numbers mean what they say. */
  isExact: boolean;
  /** The bounds of counts stand in columns of their own. */
  bounds: boolean;
  /** Cells that a spreadsheet would run have an apostrophe in front. */
  neutralised: boolean;
  /** Cells of a record. */
  width: number;
}

/** The column of the date, and of the time of day where that stands by itself; null where a date is split otherwise, or there is none. */
export function startColumns({columns: {start}, reading: {dates = {}}}: Plainly): readonly number[] | null {
  if (start.includes(-1) || start.length === 0 || start.length > 2) return null;
  if (start.length === 1) return start;
  const date = dates.parts?.indexOf("date") ?? -1;
  const time = dates.parts?.indexOf("time") ?? -1;
  return date === -1 || time === -1 ? null : [start[date], start[time]];
}

/** Whether the rows of a table may be plain at all: dates in one column, degrees in columns of their own, no number that means "not known". */
export function canBePlain(table: Plainly): boolean {
  const {
    plan,
    columns: {end},
    reading,
  } = table;
  const isNumber = (text: string) => /^[+-]?[.,]?\d/.test(text);
  return (
    startColumns(table) !== null &&
    end.length <= 1 &&
    end[0] !== -1 &&
    PlainPoints.of(plan, reading) !== null &&
    !(reading.missing ?? []).some(isNumber)
  );
}
