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
import {endsReader, linksReader, numbersReader, type PlainReader} from "./plainReaders.ts";
import {startColumns, type Plainly} from "./plainly.ts";
import {PlainPoints} from "./plainPoint.ts";
import {Reorder} from "./reorder.ts";

const EXACT_SITE = PLACE_PRECISIONS.indexOf("exact_site");
const NOT_STATED = 255;
const POINT = 46;
const COMMA = 44;
const APOSTROPHE = 39;
const BOUND = /\.(?:low|high)$/;

/** Writes what there is to say of plain records `[from, to)`, the first of which is that `row` of the table, behind the rows that are there. */
type Writer = (records: ByteRecords, from: number, to: number, row: number) => void;
/** What the texts of cells say of a row. */
type Said = "series" | "certainty" | "background" | "placePrecision";

/** Gathers the cells of a table of which most are taken as bytes. */
export const byteStores: Stores = {
  texts: (columns, id) => new ByteTexts(columns, id),
  category: () => new Dictionary(),
  places: (plan, readers) => new BytePlaces(plan, readers),
  reorder: (order) => new Reorder(order),
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
  /** The columns of the start: its date, and its time of day where that stands by itself. */
  #started: readonly number[];
  #points: PlainPoints;
  #datePrecision: CellFacts;
  // Kept in lists: a call that may be of any of them has none of them compiled once more as a part of the one that calls it.
  #readers: readonly PlainReader[];
  #writers: readonly Writer[];
  /** Of the records at hand, the precision they state for their dates, -1 for none. */
  #stated = new Int8Array(TOGETHER);
  /** The codes of the names of their places. */
  #named = new Uint32Array(TOGETHER);
  /** Records that are taken together, at most: the fewer the sooner it met one that is not plain. */
  #together = TOGETHER;

  /** The builder gathers in `byteStores`, and the table can be plain. */
  constructor(builder: TableBuilder, table: Plainly) {
    const {plan, reading, thisYear, isExact} = table;
    this.#builder = builder;
    this.#table = table;
    this.#texts = builder.texts as ByteTexts;
    this.#places = builder.places as BytePlaces;
    const zone = new Zone(plan.timezone);
    const dates = (style: Partial<DateStyle>) => new PlainDates(dateStyleOf(style, thisYear), zone, isExact);
    this.#started = startColumns(table)!;
    this.#start = dates(reading.dates ?? {});
    this.#points = PlainPoints.of(plan, reading)!;
    this.#datePrecision = new CellFacts([plan.datePrecision], (cells) => {
      const stated = statedPrecision(cells, plan, isExact ? {} : reading);
      return stated === null ? -1 : DATE_PRECISIONS.indexOf(stated);
    });
    this.#readers = this.#readersOf(dates);
    this.#writers = this.#writersOf();
  }

  /** What is read once the starts are, in that order. */
  #readersOf(dates: (style: Partial<DateStyle>) => PlainDates): PlainReader[] {
    const {plan, columns, reading, isExact, bounds} = this.#table;
    const builder = this.#builder;
    const readers: PlainReader[] = [];
    const [end = -1] = columns.end;
    if (end !== -1) readers.push(endsReader(builder, dates({...reading.dates, ...reading.endDates}), end));
    readers.push((records, from, to) => this.#points.read(records, from, to));
    const decimal = isExact || reading.numbers?.decimal !== "," ? POINT : COMMA;
    builder.numbers.forEach(({name, column}, i) => {
      readers.push(numbersReader(builder, i, column, !(isExact && bounds) && BOUND.test(name), decimal));
    });
    const link = plan.texts["link"] ?? -1;
    if (link !== -1) readers.push(linksReader(link));
    return readers;
  }

  /** What is written of records that are plain, in that order. */
  #writersOf(): Writer[] {
    const {plan, readers} = this.#table;
    const builder = this.#builder;
    const writers: Writer[] = builder.categories.map(({column, store}, i) => (records, from, to) => {
      const {codes} = builder.categories[i];
      if (column === -1) codes.fill(0, builder.length, builder.length + to - from);
      else (store as Dictionary).codesOf(records, column, from, to, codes, builder.length);
    });
    const columnsOf = (condition: Plan["background"]) => (condition ?? []).map(([column]) => column);
    const write = (name: Said, columns: readonly number[], say: (cells: readonly string[]) => number): void => {
      const said = new CellFacts(columns, say, builder.categories);
      writers.push((records, from, to) => said.write(records, from, to, builder.facts[name], builder.length));
    };
    write("series", [...columnsOf(plan.primary), ...columnsOf(plan.counter)], (cells) => seriesOf(cells, plan));
    write("certainty", [plan.certainty], (cells) => certaintyOf(cells, plan));
    write("background", columnsOf(plan.background), (cells) => backgroundOf(cells, plan));
    write("placePrecision", [plan.placePrecision], (cells) => {
      const stated = readers.placePrecision(cells);
      return stated === null ? NOT_STATED : PLACE_PRECISIONS.indexOf(stated);
    });
    writers.push((records, from, to, row) => this.#putPlaces(records, from, to, row));
    writers.push((records, from, to) => this.#texts.pushRecords(records, from, to, builder.textColumns));
    return writers;
  }

  /**
   * Adds records `[from, to)`, the first of which is that `row` of the table. Returns the first that is not plain or, from `settling` on, has a
   * date that settles the order of day and month; `to` where all are taken.
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
    const {facts, length} = builder;
    const count = end - from;
    for (let i = 0; i < count; i++) facts.row[length + i] = row + i;
    for (const write of this.#writers) write(records, from, end, row);
    builder.length += count;
    return end;
  }

  /** The first record that is not plain; what can be told by that alone of those before it is written behind the rows that are there. */
  #plainUntil(records: ByteRecords, from: number, to: number, settling: number): number {
    const {neutralised, width} = this.#table;
    let end = records.wideUntil(width, from, to);
    if (neutralised) end = records.firstWith(APOSTROPHE, from, end);
    end = this.#readStarts(records, from, end, settling);
    for (const read of this.#readers) end = read(records, from, end);
    return end;
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

  #putPlaces(records: ByteRecords, from: number, to: number, row: number): void {
    const builder = this.#builder;
    const {place: column, lat, site} = this.#table.plan;
    const {facts, length} = builder;
    const {place, placePrecision} = facts;
    const points = this.#points;
    const names = this.#named;
    if (lat !== -1) this.#places.nameCodes(records, column, from, to, names);
    for (let record = from, i = 0; record < to; record++, i++) {
      const at = length + i;
      if (Number.isNaN(points.lat[i])) {
        place[at] = -1;
        if (lat === -1 && site === -1) continue;
        builder.at(row + i, records.line[record]);
        builder.note("no-coordinate", "lat", "");
        continue;
      }
      const closeness = placePrecision[at] === NOT_STATED ? EXACT_SITE : placePrecision[at];
      place[at] = this.#places.at(points.lat[i], points.lon[i], closeness, names[i]);
      builder.placed++;
    }
  }
}
