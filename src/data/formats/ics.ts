import {LIMITS} from "../limits.ts";
import {decimal, numberCell} from "./decimal.ts";
import {cutLongCells} from "./flatten.ts";
import {icsLines, splitIcs, unescapeIcs, type IcsLine} from "./icsLines.ts";
import {icsEnd, isoFromIcs} from "./icsTime.ts";
import {ImportError, type Opened, type Sink} from "./table.ts";

const FORMAT = "ics";
const COLUMNS = [
  "summary",
  "description",
  "start",
  "end",
  "tzid",
  "location",
  "latitude",
  "longitude",
  "categories",
  "url",
  "status",
  "organizer",
  "uid",
] as const;

/** Properties that cells are made of; an event may have categories in several. */
const USED = new Set(
  "SUMMARY DESCRIPTION DTSTART DTEND DURATION LOCATION GEO CATEGORIES URL STATUS ORGANIZER UID RRULE RDATE".split(" "),
);
const MOST_CATEGORIES = 1000;
const PROGRESS_EVERY = 1000;

/** A VEVENT: its own properties by name, without those of the alarms in it. */
interface IcsEvent {
  properties: Map<string, IcsLine[]>;
  /** False when the file goes on without its END. */
  whole: boolean;
  line: number;
  /** Where it ends in the file, in UTF-16 units. */
  end: number;
}

/**
 * The events of an iCalendar file (RFC 5545). Times stand as they are written, those of a zone with its name in `tzid`; a repeating event is
 * one row, with a warning. `size` is that of the file, in bytes. Throws an ImportError: `no-records`, `too-large`, `too-many-rows`, `too-deep`.
 */
export function openIcs(text: string, size = text.length): Opened {
  if (text.length > LIMITS.wholeBytes) throw new ImportError("too-large", {format: FORMAT, limit: LIMITS.wholeBytes});
  let rows = 0;
  for (const _ of eventsIn(text)) rows++;
  if (rows === 0) throw new ImportError("no-records", {format: FORMAT});
  if (rows > LIMITS.rows) throw new ImportError("too-many-rows", {limit: LIMITS.rows});
  const title = calendarName(text);
  const read = async (sink: Sink) => {
    let count = 0;
    for (const event of eventsIn(text)) {
      handOver(event, sink);
      if (++count % PROGRESS_EVERY === 0) sink.progress(Math.round((event.end / text.length) * size));
    }
    sink.progress(size);
  };
  return {format: FORMAT, tables: [{name: "", rows, columns: COLUMNS, read}], ...(title === "" ? {} : {title})};
}

function* eventsIn(text: string): Generator<IcsEvent> {
  const open: string[] = [];
  let event: IcsEvent | null = null;
  for (const content of icsLines(text)) {
    const {name, value, line, end} = content;
    const component = value.trim().toUpperCase();
    if (name === "BEGIN") {
      if (component === "VEVENT") {
        if (event !== null) yield {...event, whole: false, end};
        open.length = 0;
        event = {properties: new Map(), whole: true, line, end};
      } else if (event !== null) {
        open.push(component);
        if (open.length > LIMITS.depth) throw new ImportError("too-deep", {format: FORMAT, limit: LIMITS.depth, line});
      }
    } else if (event !== null && name === "END") {
      if (component === "VEVENT") {
        yield {...event, end};
        event = null;
      } else if (component === open.at(-1)) open.pop();
    } else if (event !== null && open.length === 0 && USED.has(name)) {
      const same = event.properties.get(name);
      if (same === undefined) event.properties.set(name, [content]);
      else if (name === "CATEGORIES" && same.length < MOST_CATEGORIES) same.push(content);
    }
  }
  if (event !== null) yield {...event, whole: false, end: text.length};
}

function calendarName(text: string): string {
  for (const {name, value} of icsLines(text)) {
    if (name === "X-WR-CALNAME" || name === "NAME") return unescapeIcs(value);
    if (name === "BEGIN" && /^\s*VEVENT/i.test(value)) break;
  }
  return "";
}

function handOver({properties, whole, line}: IcsEvent, sink: Sink): void {
  const first = (name: string) => properties.get(name)?.[0];
  const raw = (name: string) => first(name)?.value.trim() ?? "";
  const words = (name: string) => unescapeIcs(first(name)?.value ?? "");
  if (!whole) return sink.reject("bad-record", line, words("SUMMARY") || raw("UID") || "BEGIN:VEVENT");
  const rule = raw("RRULE") || raw("RDATE");
  if (rule !== "") sink.warn("repeats", line, rule);
  const [lat, lon] = place(raw("GEO"));
  const cells = [
    words("SUMMARY"),
    words("DESCRIPTION"),
    isoFromIcs(raw("DTSTART")),
    icsEnd(raw("DTSTART"), raw("DTEND"), raw("DURATION")),
    first("DTSTART")?.parameters.get("TZID") ?? "",
    words("LOCATION"),
    numberCell(lat),
    numberCell(lon),
    (properties.get("CATEGORIES") ?? []).flatMap(({value}) => splitIcs(value)).join("; "),
    raw("URL"),
    raw("STATUS"),
    first("ORGANIZER")?.parameters.get("CN") || raw("ORGANIZER").replace(/^mailto:/i, ""),
    raw("UID"),
  ];
  sink.row(
    cutLongCells(cells, (value) => sink.warn("long-cell", line, value)),
    line,
  );
}

/** GEO is latitude first; some escape or replace the semicolon between. NaN both unless both are numbers. */
function place(text: string): [lat: number, lon: number] {
  const parts = text.length > 100 ? [] : text.replaceAll("\\", "").split(/[;,]/);
  const [lat, lon] = parts.map(decimal);
  return parts.length !== 2 || Number.isNaN(lat!) || Number.isNaN(lon!) ? [NaN, NaN] : [lat!, lon!];
}
