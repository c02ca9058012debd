import type {DatePrecision} from "./calendar.ts";
import type {PlacePrecision} from "./dataset.ts";

/** In which order the parts of 1/2/2024 stand. */
export type DateOrder = "dmy" | "mdy" | "ymd";

/** What one of several columns that make up a date holds. `date` is a whole date, to which a `time` is added. */
export type DatePart = "year" | "month" | "day" | "hour" | "minute" | "time" | "date";

/** How the dates of a column are written. Whatever says its own order (ISO 8601, month names, years first) is read in any style. */
export interface DateStyle {
  order: DateOrder;
  /**
   * What a bare number is: `year` (1000 to 2100, negative BCE), `compact` (20240131, 202401), seconds or milliseconds since 1970, or days
   * since 1900 or 1904 as spreadsheets count them.
   */
  numbers: "year" | "compact" | "seconds" | "milliseconds" | "days1900" | "days1904";
  /** Years of two digits lie in the hundred years that end with this one. */
  lastYear: number;
  /** `year`: a date of 1 January, with no time of day, stands for the whole year, as where the table knows no more. Default `day`. */
  newYear?: "day" | "year";
  /** What each column of the mapping holds, where a date is split over several. */
  parts?: readonly DatePart[];
  /** Times of 00:00 say nothing but the day: the column was written by a program that adds them to every date. */
  midnight?: "day";
  /** Times that name no offset are UTC, and are turned into the story's clock. */
  utc?: boolean;
}

/** How coordinates are written. */
export interface CoordinateStyle {
  /** `columns`: one each. `point`: both in one cell ("48.85, 2.35", "POINT (2.35 48.85)"), which latitude and longitude then both name. */
  form: "columns" | "point";
  decimal: "." | ",";
  /** Which comes first in a `point` cell that does not say so itself. */
  first: "lat" | "lon";
  /** Cells are divided by this: 1, or 100000 for degrees times 1e5. */
  divisor: number;
  /** Name of the projection, when the numbers are metres on a grid: such rows are not placed. */
  projected?: string;
  /** Longitudes run from 0 to 360. */
  wraps?: true;
  /** The letter O stands for Ost (east); else it is Ouest or Oeste (west). */
  eastIsO?: true;
}

/** Columns that say when, beside those of the mapping. */
export interface Alternative {
  start: string;
  end?: string;
  dates?: Partial<DateStyle>;
  endDates?: Partial<DateStyle>;
}

/** How numbers are written. */
export interface NumberStyle {
  decimal: "." | ",";
}

/** How the cells of a table are read: the `reading` of a story file. What is left out is found out from the file. */
export interface Reading {
  /** Name of the table in the file: a sheet, the path of an array. */
  table?: string;
  encoding?: string;
  delimiter?: string;
  /** Row of the file, from 1, that holds the names of the columns; 0 for none. */
  headerRow?: number;
  dates?: Partial<DateStyle>;
  endDates?: Partial<DateStyle>;
  /** Columns that date the rows whose own date is blank, in the order they are tried: records of several kinds in one file. */
  alternatives?: readonly Alternative[];
  coordinates?: Partial<CoordinateStyle>;
  numbers?: Partial<NumberStyle>;
  /** What the codes of the date precision and place precision columns mean. */
  datePrecision?: Record<string, DatePrecision>;
  placePrecision?: Record<string, PlacePrecision>;
  /** Parts several sources in one cell. */
  separator?: string;
  /** Cells that mean "not known", besides empty ones. */
  missing?: readonly string[];
  /** The table was saved here: ISO dates, decimal degrees and plain numbers are what they say, and roles without a column stay empty. */
  exact?: boolean;
}
