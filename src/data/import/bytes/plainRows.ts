import {DATE_PRECISIONS} from "../../calendar.ts";
import {PLACE_PRECISIONS} from "../../dataset.ts";
import {TOGETHER, type ByteRecords} from "../../formats/bytes/byteRecords.ts";
import {LIMITS} from "../../limits.ts";
import type {Plan} from "../../plan.ts";
import type {DateStyle} from "../../reading.ts";
import {backgroundOf, certaintyOf, seriesOf, type Stores, type TableBuilder} from "../../table.ts";
import {Zone} from "../../zone.ts";
import {dateStyleOf, statedPrecision} from "../readers.ts";
import {BytePlaces} from "./bytePlaces.ts";
import {ByteTexts} from "./byteTexts.ts";
import {CellFacts} from "./cellFacts.ts";
import {Dictionary} from "./dictionary.ts";
import {PlainDates} from "./plainDate.ts";
import {isPlainLink} from "./plainLink.ts";
import {startColumns, type Plainly} from "./plainly.ts";
import {plainNumber} from "./plainNumber.ts";
import {PlainPoints} from "./plainPoint.ts";

const EXACT_SITE = PLACE_PRECISIONS.indexOf("exact_site");
const HOUR_ON = DATE_PRECISIONS.indexOf("hour");
const NOT_STATED = 255;
const POINT = 46;
const COMMA = 44;
const APOSTROPHE = 39;
/** More people than ever lived. */
const MOST = 1e11;
const BOUND = /\.(?:low|high)$/;

/** Gathers the cells of a table of which most are taken as bytes. */
export const byteStores: Stores = {
  texts: (columns, id) => new ByteTexts(columns, id),
  category: () => new Dictionary(),
  places: (plan, readers) => new BytePlaces(plan, readers),
};

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
  /** The columns of the start: its date, and its time of day where that stands by itself. */
  #started: readonly number[];
  #points: PlainPoints;
  #datePrecision: CellFacts;
  #placePrecision: CellFacts;
  #certainty: CellFacts;
  #series: CellFacts;
  #background: CellFacts;
  #numbers: readonly {column: number; isBound: boolean}[];
  /** Of the records at hand, the precision they state for their dates, -1 for none. */
  #stated = new Int8Array(TOGETHER);
  /** Records that are taken together, at most: the fewer the sooner it met one that is not plain. */
  #together = TOGETHER;
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
    this.#certainty = new CellFacts([plan.certainty], (cells) => certaintyOf(cells, plan), builder.categories);
    this.#series = new CellFacts(
      [...columnsOf(plan.primary), ...columnsOf(plan.counter)],
      (cells) => seriesOf(cells, plan),
      builder.categories,
    );
    this.#background = new CellFacts(
      columnsOf(plan.background),
      (cells) => backgroundOf(cells, plan),
      builder.categories,
    );
    this.#numbers = builder.numbers.map(({name, column}) => ({
      column,
      isBound: !(isExact && table.bounds) && BOUND.test(name),
    }));
    this.#decimal = isExact || reading.numbers?.decimal !== "," ? POINT : COMMA;
    this.#link = plan.texts["link"] ?? -1;
  }

  /**
   * Adds records `[from, to)`, the first of which is that `row` of the table. Returns the first that is
   * not plain or, from `settling` on, has a date that settles the order of day and month; `to` where all are taken.
   */
  take(records: ByteRecords, from: number, to: number, row: number, settling: number): number {
    let at = from;
    while (at < to) {
      const until = Math.min(to, at + this.#together);
      const begun = at;
      at = this.#takeSome(records, at, until, row + at - from, settling);
      if (at < until) {
        this.#together = Math.max(1, 2 * (at - begun));
        break;
      }
      this.#together = Math.min(TOGETHER, 2 * this.#together);
    }
    return at;
  }

  #takeSome(records: ByteRecords, from: number, to: number, row: number, settling: number): number {
    const builder = this.#builder;
    builder.makeRoom(to - from);
    const end = this.#plainUntil(records, from, to, settling);
    if (end === from) return from;
    const {facts, categories, length} = builder;
    const count = end - from;
    for (const {column, store, codes} of categories) {
      if (column === -1) codes.fill(0, length, length + count);
      else (store as Dictionary).codesOf(records, column, from, end, codes, length);
    }
    this.#series.write(records, from, end, facts.series, length);
    this.#certainty.write(records, from, end, facts.certainty, length);
    this.#background.write(records, from, end, facts.background, length);
    this.#placePrecision.write(records, from, end, facts.placePrecision, length);
    for (let i = 0; i < count; i++) facts.row[length + i] = row + i;
    builder.placed += this.#putPlaces(records, from, end, row);
    this.#texts.pushRecords(records, from, end, builder.textColumns);
    builder.length += count;
    return end;
  }

  /** The first record that is not plain; what can be told by that alone of those before it is written behind the rows that are there. */
  #plainUntil(records: ByteRecords, from: number, to: number, settling: number): number {
    const {neutralised, width} = this.#table;
    let end = records.wideUntil(width, from, to);
    if (neutralised) end = records.firstWith(APOSTROPHE, from, end);
    end = this.#readStarts(records, from, end, settling);
    end = this.#readEnds(records, from, end);
    end = this.#points.read(records, from, end);
    this.#numbers.forEach(({column, isBound}, i) => {
      end = this.#readNumbers(records, from, end, column, isBound, this.#builder.numbers[i].values);
    });
    return this.#link === -1 ? end : this.#linksUntil(records, from, end, this.#link);
  }

  /** Makes room for as many rows as there may be, at most as many as a table may have. */
  reserve(rows: number): void {
    const most = Math.min(rows, LIMITS.rows);
    this.#builder.reserve(most);
    this.#texts.reserve(most);
  }

  #readStarts(records: ByteRecords, from: number, to: number, settling: number): number {
    const {bytes, first, left, right} = records;
    const {facts, length} = this.#builder;
    const {start, end, datePrecision} = facts;
    const [date, time = -1] = this.#started;
    const dates = this.#start;
    const stated = this.#stated;
    this.#datePrecision.write(records, from, to, stated, 0);
    for (let record = from, i = 0; record < to; record++, i++) {
      const cell = first[record] + date;
      const clock = first[record] + time;
      const isRead =
        time === -1
          ? dates.read(bytes, left[cell], right[cell])
          : dates.readSplit(bytes, left[cell], right[cell], left[clock], right[clock]);
      if (!isRead || (dates.settles && record >= settling)) return record;
      if (stated[i] !== -1 && stated[i] !== dates.precision) return record;
      start[length + i] = dates.start;
      end[length + i] = dates.end;
      datePrecision[length + i] = dates.precision;
    }
    return to;
  }

  #readEnds({bytes, first, left, right}: ByteRecords, from: number, to: number): number {
    const column = this.#table.columns.end[0] ?? -1;
    if (column === -1) return to;
    const {facts, length} = this.#builder;
    const {start, end} = facts;
    const dates = this.#end;
    for (let record = from, at = length; record < to; record++, at++) {
      const cell = first[record] + column;
      if (left[cell] === right[cell]) continue;
      if (!dates.read(bytes, left[cell], right[cell]) || !(dates.end > start[at])) return record;
      end[at] = dates.precision >= HOUR_ON ? Math.max(dates.start, start[at] + 1) : dates.end;
    }
    return to;
  }

  #readNumbers(
    {bytes, first, left, right}: ByteRecords,
    from: number,
    to: number,
    column: number,
    isBound: boolean,
    values: Float64Array,
  ): number {
    const decimal = this.#decimal;
    for (let record = from, at = this.#builder.length; record < to; record++, at++) {
      const cell = first[record] + column;
      values[at] = NaN;
      if (column === -1 || left[cell] === right[cell]) continue;
      const value = plainNumber(bytes, left[cell], right[cell], decimal);
      if (!(value >= 0 && value <= MOST) || Object.is(value, -0)) return record;
      if (!isBound) values[at] = value;
    }
    return to;
  }

  /** The first record whose cell of the link is neither blank nor one. */
  #linksUntil({bytes, first, left, right}: ByteRecords, from: number, to: number, column: number): number {
    for (let record = from; record < to; record++) {
      const cell = first[record] + column;
      if (left[cell] < right[cell] && !isPlainLink(bytes, left[cell], right[cell])) return record;
    }
    return to;
  }

  /** Returns how many of the records have a place. */
  #putPlaces({view, first, left, right, line}: ByteRecords, from: number, to: number, row: number): number {
    const builder = this.#builder;
    const {place: column, lat, site} = this.#table.plan;
    const {facts, length} = builder;
    const {place, placePrecision} = facts;
    const points = this.#points;
    let placed = 0;
    for (let record = from, i = 0; record < to; record++, i++) {
      const at = length + i;
      if (Number.isNaN(points.lat[i])) {
        place[at] = -1;
        if (lat === -1 && site === -1) continue;
        builder.at(row + i, line[record]);
        builder.note("no-coordinate", "lat", "");
        continue;
      }
      const cell = first[record] + column;
      const closeness = placePrecision[at] === NOT_STATED ? EXACT_SITE : placePrecision[at];
      place[at] = this.#places.at(
        points.lat[i],
        points.lon[i],
        closeness,
        view,
        column === -1 ? 0 : left[cell],
        column === -1 ? 0 : right[cell],
      );
      placed++;
    }
    return placed;
  }
}
