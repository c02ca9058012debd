import {DATE_PRECISIONS} from "../../calendar.ts";
import {PLACE_PRECISIONS} from "../../dataset.ts";
import type {Fields} from "../../formats/bytes/fields.ts";
import {LIMITS} from "../../limits.ts";
import type {Plan} from "../../plan.ts";
import type {Readers} from "../../readers.ts";
import type {DateStyle, Reading} from "../../reading.ts";
import {backgroundOf, certaintyOf, seriesOf, type RowFacts, type Stores, type TableBuilder} from "../../table.ts";
import {Zone} from "../../zone.ts";
import {dateStyleOf, statedPrecision, type DateColumns} from "../readers.ts";
import {BytePlaces} from "./bytePlaces.ts";
import {ByteTexts} from "./byteTexts.ts";
import {CellFacts} from "./cellFacts.ts";
import {Dictionary} from "./dictionary.ts";
import {PlainDates} from "./plainDate.ts";
import {plainNumber} from "./plainNumber.ts";
import {PlainPoints} from "./plainPoint.ts";
import {timeOrder} from "./timeOrder.ts";

const EXACT_SITE = PLACE_PRECISIONS.indexOf("exact_site");
const HOUR_ON = DATE_PRECISIONS.indexOf("hour");
const NOT_STATED = 255;
const POINT = 46;
const COMMA = 44;
const APOSTROPHE = 39;
/** More people than ever lived. */
const MOST = 1e11;
const BOUND = /\.(?:low|high)$/;
const LINK = [..."http"].map((letter) => letter.charCodeAt(0));

/** Gathers the cells of a table of which most are taken as bytes. */
export const byteStores: Stores = {
  texts: (columns, id) => new ByteTexts(columns, [id]),
  category: () => new Dictionary(),
  places: (plan, readers) => new BytePlaces(plan, readers),
  order: timeOrder,
};

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
}

/** The column of the date, and of the time of day where that stands by itself; null where a date is split otherwise, or there is none. */
function startColumns({columns: {start}, reading: {dates = {}}}: Plainly): readonly number[] | null {
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

/**
 * Takes rows as bytes whose cells are written as plainly as can be. All that there may be to say of a row, and every cell that takes more to be
 * read, is left to the readers of texts, so that a row means the same either way.
 */
export class PlainRows {
  #builder: TableBuilder;
  #table: Plainly;
  #texts: ByteTexts;
  #places: BytePlaces;
  #start: PlainDates;
  #end: PlainDates;
  #hasEnd = false;
  /** The columns of the start: its date, and its time of day where that stands by itself. */
  #started: readonly number[];
  #points: PlainPoints;
  #datePrecision: CellFacts;
  #placePrecision: CellFacts;
  #certainty: CellFacts;
  #series: CellFacts;
  #background: CellFacts;
  #numbers: readonly {column: number; isBound: boolean}[];
  #found: Float64Array;
  /** Of the row at hand: one object for all rows. */
  #facts: RowFacts = {
    start: 0,
    end: 0,
    datePrecision: 0,
    series: 0,
    certainty: 0,
    background: 0,
    place: 0,
    placePrecision: 0,
    row: 0,
  };
  #decimal: number;
  #link: number;

  /** The builder gathers in `byteStores`, and the table can be plain. */
  constructor(builder: TableBuilder, table: Plainly) {
    const {plan, reading, readers, thisYear, isExact} = table;
    this.#builder = builder;
    this.#table = table;
    this.#texts = builder.texts as ByteTexts;
    this.#places = builder.places as BytePlaces;
    const zone = new Zone(plan.timezone);
    const dates = (style: Partial<DateStyle>) => new PlainDates(dateStyleOf(style, thisYear), zone, isExact);
    this.#started = startColumns(table)!;
    this.#start = dates(reading.dates ?? {});
    this.#end = dates({...reading.dates, ...reading.endDates});
    this.#points = PlainPoints.of(plan, reading)!;
    this.#datePrecision = new CellFacts([plan.datePrecision], (cells) => {
      const stated = statedPrecision(cells, plan, isExact ? {} : reading);
      return stated === null ? -1 : DATE_PRECISIONS.indexOf(stated);
    });
    this.#placePrecision = new CellFacts([plan.placePrecision], (cells) => {
      const stated = readers.placePrecision(cells);
      return stated === null ? NOT_STATED : PLACE_PRECISIONS.indexOf(stated);
    });
    const columnsOf = (condition: Plan["background"]) => (condition ?? []).map(([column]) => column);
    this.#certainty = new CellFacts([plan.certainty], (cells) => certaintyOf(cells, plan));
    this.#series = new CellFacts([...columnsOf(plan.primary), ...columnsOf(plan.counter)], (cells) =>
      seriesOf(cells, plan),
    );
    this.#background = new CellFacts(columnsOf(plan.background), (cells) => backgroundOf(cells, plan));
    this.#numbers = builder.numbers.map(({name, column}) => ({
      column,
      isBound: !(isExact && table.bounds) && BOUND.test(name),
    }));
    this.#found = new Float64Array(this.#numbers.length);
    this.#decimal = isExact || reading.numbers?.decimal !== "," ? POINT : COMMA;
    this.#link = plan.texts["link"] ?? -1;
  }

  /**
   * Adds a row of at least as many cells as the table has columns. Returns false, having added nothing, for one that is not plain, or, when that
   * `isEvidence`, whose date settles the order of day and month.
   */
  take(fields: Fields, row: number, line: number, isEvidence: boolean): boolean {
    if (this.#table.neutralised && hasApostrophe(fields)) return false;
    if (!this.#readDates(fields) || (isEvidence && this.#start.settles)) return false;
    const point = this.#points.read(fields);
    if (point === "other" || !this.#readNumbers(fields) || !this.#hasLink(fields)) return false;
    const placePrecision = this.#placePrecision.of(fields);
    const builder = this.#builder;
    builder.at(row, line);
    const facts = this.#facts;
    facts.start = this.#start.start;
    facts.end = this.#until();
    facts.datePrecision = this.#start.precision;
    facts.series = this.#series.of(fields);
    facts.certainty = this.#certainty.of(fields);
    facts.background = this.#background.of(fields);
    facts.place = point === "point" ? this.#placeOf(fields, placePrecision) : this.#noPlace();
    facts.placePrecision = placePrecision;
    facts.row = row;
    builder.put(facts);
    this.#keep(fields);
    return true;
  }

  /** Makes room for as many rows as there may be, at most as many as a table may have. */
  reserve(rows: number): void {
    const most = Math.min(rows, LIMITS.rows);
    this.#builder.reserve(most);
    this.#texts.reserve(most);
  }

  #readDates(fields: Fields): boolean {
    const {bytes, left, right} = fields;
    const {end} = this.#table.columns;
    const [date, time] = this.#started;
    const isRead =
      time === undefined
        ? this.#start.read(bytes, left[date], right[date])
        : this.#start.readSplit(bytes, left[date], right[date], left[time], right[time]);
    if (!isRead) return false;
    const stated = this.#datePrecision.of(fields);
    if (stated !== -1 && stated !== this.#start.precision) return false;
    const endColumn = end.length === 0 ? -1 : end[0];
    this.#hasEnd = endColumn !== -1 && left[endColumn] < right[endColumn];
    if (!this.#hasEnd) return true;
    return this.#end.read(bytes, left[endColumn], right[endColumn]) && this.#end.end > this.#start.start;
  }

  #until(): number {
    if (!this.#hasEnd) return this.#start.end;
    const {start, end, precision} = this.#end;
    return precision >= HOUR_ON ? Math.max(start, this.#start.start + 1) : end;
  }

  #readNumbers({bytes, left, right}: Fields): boolean {
    for (let i = 0; i < this.#numbers.length; i++) {
      const {column, isBound} = this.#numbers[i];
      this.#found[i] = NaN;
      if (column === -1 || left[column] === right[column]) continue;
      const value = plainNumber(bytes, left[column], right[column], this.#decimal);
      if (!(value >= 0 && value <= MOST) || Object.is(value, -0)) return false;
      if (!isBound) this.#found[i] = value;
    }
    return true;
  }

  /** Whether the cell of the link is blank or one. */
  #hasLink({bytes, left, right}: Fields): boolean {
    if (this.#link === -1) return true;
    let at = left[this.#link];
    const to = right[this.#link];
    if (at === to) return true;
    for (const letter of LINK) if (bytes[at++] !== letter) return false;
    if (bytes[at] === 115) at++;
    return (
      bytes[at] === 58 &&
      bytes[at + 1] === 47 &&
      bytes[at + 2] === 47 &&
      at + 3 < to &&
      bytes[at + 3] > 32 &&
      bytes[at + 3] < 128
    );
  }

  #placeOf({bytes, left, right}: Fields, precision: number): number {
    const {place} = this.#table.plan;
    const from = place === -1 ? 0 : left[place];
    const to = place === -1 ? 0 : right[place];
    const closeness = precision === NOT_STATED ? EXACT_SITE : precision;
    return this.#places.at(this.#points.lat, this.#points.lon, closeness, bytes, from, to);
  }

  #noPlace(): number {
    const {lat, site} = this.#table.plan;
    if (lat !== -1 || site !== -1) this.#builder.note("no-coordinate", "lat", "");
    return -1;
  }

  #keep(fields: Fields): void {
    const {bytes, left, right} = fields;
    const {numbers, categories, textColumns, length} = this.#builder;
    const at = length - 1;
    for (let i = 0; i < numbers.length; i++) numbers[i].values[at] = this.#found[i];
    for (let i = 0; i < categories.length; i++) {
      const {column, store, codes} = categories[i];
      codes[at] = column === -1 ? 0 : (store as Dictionary).codeOf(bytes, left[column], right[column]);
    }
    this.#texts.pushFields(fields, textColumns);
  }
}

function hasApostrophe({bytes, from, to, count}: Fields): boolean {
  for (let k = 0; k < count; k++) if (from[k] < to[k] && bytes[from[k]] === APOSTROPHE) return true;
  return false;
}
