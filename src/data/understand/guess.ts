import {UTC} from "../calendar.ts";
import type {Role} from "../story.ts";
import type {Column} from "./columns.ts";
import {findCoordinates} from "./coordinateColumns.ts";
import {bestDate, wholeDates, wholeStyle, type DateColumn, type DateProfiler} from "./dateColumns.ts";
import {clockBeside, splitDates, type DateParts} from "./dateParts.ts";
import {dateReader} from "./dateReader.ts";
import {filledBy, usedIn, type Draft} from "./draft.ts";
import {partsByTags, rolesByTags} from "./hxl.ts";
import {chooseTexts} from "./textRoles.ts";
import type {Why} from "./understanding.ts";

const because = (word: string): Why => (word === "" ? {code: "values"} : {code: "name", word});

/** Fills roles that are still free from the tags of a table by the Humanitarian Exchange Language. */
export function fillByTags(draft: Draft, columns: readonly Column[], tags: readonly string[]): void {
  const used = usedIn(draft);
  for (const [role, {column, tag}] of rolesByTags(columns, tags)) {
    if (draft.has(role) || used.has(column)) continue;
    draft.set(role, filledBy([column], {code: "hxl", tag}));
  }
  const parts = partsByTags(columns, tags);
  if (!draft.has("start") && parts !== null) {
    const why: Why = {code: "hxl", tag: tags[parts.columns[0]!.index]!.trim()};
    draft.set("start", filledBy(parts.columns, why, parts.parts));
  }
}

/** Fills `start` and `end` by names and values, where they are free. */
export function fillDates(draft: Draft, columns: readonly Column[], profiler: DateProfiler): void {
  const used = usedIn(draft);
  const free = columns.filter((column) => !used.has(column));
  const splits = splitDates(free);
  if (!draft.has("start"))
    fillStart(
      draft,
      free,
      splits.filter(({end}) => !end),
      profiler,
    );
  if (!draft.has("end") && draft.get("start") != null)
    fillEnd(
      draft,
      free,
      splits.filter(({end}) => end),
      profiler,
    );
}

/** A column of whole dates wins over a date in parts, and parts over dates that only say when a row was written. */
function fillStart(draft: Draft, free: readonly Column[], splits: readonly DateParts[], profiler: DateProfiler): void {
  const whole = bestDate(wholeDates(free, "start", profiler), profiler.thisYear);
  const parts = splits.find((split) => split.parts.length > 1) ?? null;
  const year = splits.find((split) => split.parts.length === 1 && split.coverage >= 0.5) ?? null;
  const coverage = whole === null ? 0 : whole.profile.read / Math.max(1, whole.column.cells.length);
  const named = whole !== null && !whole.late && !whole.poor && whole.word !== "";
  if (whole !== null && named && (parts === null || coverage >= 0.6 * parts.coverage))
    return takeWhole(draft, whole, free);
  if (parts !== null) return takeParts(draft, "start", parts);
  if (whole !== null && !whole.late && !whole.poor) return takeWhole(draft, whole, free);
  if (year !== null) return takeParts(draft, "start", year);
  if (whole !== null) takeWhole(draft, whole, free);
}

function takeWhole(draft: Draft, {column, profile, word}: DateColumn, free: readonly Column[]): void {
  const days = Object.entries(profile.precisions).every(
    ([precision, count]) => !["hour", "minute", "second"].includes(precision) || count === 0,
  );
  const clock = days && profile.kind !== "none" ? clockBeside(free, column) : null;
  draft.set(
    "start",
    clock === null
      ? filledBy([column], because(word))
      : filledBy([column, clock.column], because(word), ["date", clock.part]),
  );
}

function takeParts(draft: Draft, role: "start" | "end", {columns, parts}: DateParts): void {
  draft.set(role, filledBy(columns, {code: "name", word: columns[0]!.key}, parts));
}

function fillEnd(draft: Draft, free: readonly Column[], splits: readonly DateParts[], profiler: DateProfiler): void {
  const start = draft.get("start")!;
  const ends = wholeDates(free, "end", profiler).filter(
    ({column, late, poor}) => !late && !(poor && column.values.length > 0) && !start.columns.includes(column),
  );
  const first = start.columns[0]!;
  const after = start.columns.length === 1 ? ends.filter(({column}) => notBefore(first, column, profiler)) : ends;
  const alone =
    after.find(({column}) => column.cells.some((cell, row) => cell !== "" && first.cells[row] !== "")) ?? after[0];
  if (alone !== undefined) draft.set("end", filledBy([alone.column], because(alone.word)));
  else if (splits[0] !== undefined) takeParts(draft, "end", splits[0]);
}

/** Whether four of five rows that have both end no earlier than they start. */
function notBefore(start: Column, end: Column, profiler: DateProfiler): boolean {
  const [readStart, readEnd] = [start, end].map((column) =>
    dateReader(wholeStyle(profiler(column).style, profiler.thisYear), UTC),
  ) as [ReturnType<typeof dateReader>, ReturnType<typeof dateReader>];
  let both = 0;
  let ordered = 0;
  start.cells.slice(0, 500).forEach((cell, row) => {
    const [from, to] = [readStart(cell), readEnd(end.cells[row]!)];
    if (typeof from === "string" || typeof to === "string") return;
    both++;
    if (to.end > from.start) ordered++;
  });
  return ordered >= both * 0.8;
}

/** Fills latitude and longitude by names and values, where both are free. */
export function fillCoordinates(draft: Draft, columns: readonly Column[]): void {
  if (draft.has("lat") || draft.has("lon")) return fillOther(draft, columns);
  const used = usedIn(draft);
  const found = findCoordinates(columns.filter((column) => !used.has(column)));
  if (found === null) return;
  const why = ({key}: Column) => because(found.named ? key : "");
  const swap = found.profile.swapped && found.lat !== found.lon;
  const [lat, lon] = swap ? [found.lon, found.lat] : [found.lat, found.lon];
  draft.set("lat", filledBy([lat], why(lat)));
  draft.set("lon", filledBy([lon], why(lon)));
}

/** Where one of the two was chosen by hand: a cell of both serves the other too, else the likeliest column beside it. */
function fillOther(draft: Draft, columns: readonly Column[]): void {
  const [role, other] = draft.has("lat") ? (["lat", "lon"] as const) : (["lon", "lat"] as const);
  const chosen = draft.get(role);
  if (chosen == null || draft.has(other)) return;
  const used = usedIn(draft);
  const found = findCoordinates(columns.filter((column) => !used.has(column) || column === chosen.columns[0]));
  if (found !== null && found.lat === found.lon && found.lat === chosen.columns[0]) draft.set(other, chosen);
  else if (found !== null && found[role] === chosen.columns[0])
    draft.set(other, filledBy([found[other]], because(found.named ? found[other].key : "")));
}

/** Fills the other roles by names and values, where they are free. */
export function fillTexts(draft: Draft, columns: readonly Column[], profiler: DateProfiler): void {
  const used = usedIn(draft);
  const free = columns.filter((column) => !used.has(column) && !isDate(column, profiler));
  for (const [role, {column, word}] of chooseTexts(free, new Set<Role>(draft.keys())))
    draft.set(role, filledBy([column], because(word)));
}

/** Dates that fill no role are no text either. */
function isDate(column: Column, profiler: DateProfiler): boolean {
  if (column.kind === "number" || column.kind === "link" || column.length > 40 || column.values.length === 0)
    return false;
  if (!profiler.promises(column)) return false;
  const {kind, read, filled} = profiler(column);
  return kind !== "none" && kind !== "numbers" && read >= filled * 0.6;
}
