import {behind, larger, release, type Numbers} from "../grow.ts";
import type {Issue, Issues} from "../report.ts";
import type {Facts} from "../table.ts";
import type {BytePlaces, PlacePart} from "./bytes/bytePlaces.ts";
import {mergeTimes, type Times} from "./bytes/mergeTimes.ts";
import type {Settled} from "./bytes/settled.ts";
import type {RejectedRow} from "./rejected.ts";
import {EVIDENCE, type RowTaker} from "./rowTaker.ts";

/**
 * What is known of the rows of a part of a file, as one who took them has it: their times stand in order, all else as it came; rows and lines are
 * counted from its beginning, and places are its own.
 */
export interface Part {
  rows: number;
  placed: number;
  times: Times;
  /** How long all last, in ms; NaN where that is not the same. */
  span: number;
  facts: Omit<Facts, "start">;
  places: PlacePart;
  issues: readonly Issue[];
  rejected: readonly RejectedRow[];
  evidence: readonly (readonly string[])[];
}

/** What was taken as bytes, by one who has put the times in order and takes no more. */
export function partOf({builder, rows, issues, rejected, evidence}: RowTaker, {order, span}: Settled): Part {
  const {length, placed, facts, places} = builder;
  const {start, ...others} = facts;
  return {
    rows,
    placed,
    times: {start: start.subarray(0, length), order},
    span,
    facts: Object.fromEntries(
      Object.entries(others).map(([name, values]) => [name, values.subarray(0, length)]),
    ) as unknown as Part["facts"],
    places: (places as BytePlaces).part(),
    issues: issues.list(),
    rejected: rejected.rows,
    evidence,
  };
}

/**
 * Adds the rows of a part that begins where those of `taker` end, whose times stand in order, as if `taker` had read on. All else follows with
 * `joinFacts`.
 */
export function joinTimes({builder, settled}: RowTaker, {placed, times, span}: Part): Settled {
  const {facts, length} = builder;
  const first = settled!;
  const all = length + times.start.length;
  if (facts.start.length < all) facts.start = larger(facts.start, all);
  const order = mergeTimes(facts.start.subarray(0, all), first, times);
  for (const each of [times.start, times.order, first.order]) if (each !== null) release(each);
  builder.length = all;
  builder.placed += placed;
  return {order, span: span === first.span ? span : NaN};
}

/** Adds what else is known of the rows of a part that begins at a `line` of the file, and what there was to say of them; their times were joined. */
export function joinFacts(taker: RowTaker, part: Part, line: number): void {
  const {builder, issues, rejected, evidence, rows} = taker;
  const {row, place} = part.facts;
  const {length: added} = place;
  const placesHere = (builder.places as BytePlaces).join(part.places);
  for (let i = 0; i < added; i++) {
    row[i] += rows;
    if (place[i] !== -1) place[i] = placesHere[place[i]];
  }
  for (const [name, values] of Object.entries(part.facts)) {
    const column = builder.facts[name as keyof Facts];
    builder.facts[name as keyof Facts] = behind(column as Numbers, builder.length - added, values) as never;
  }
  for (const issue of part.issues) joinIssue(issues, issue, rows, line);
  for (const each of part.rejected) rejected.addWritten({...each, row: each.row + rows, line: each.line + line - 1});
  evidence.push(...part.evidence.slice(0, EVIDENCE - evidence.length).map((cells) => [...cells]));
  taker.rows += part.rows;
}

function joinIssue(issues: Issues, {code, column = "", count, examples}: Issue, rows: number, first: number): void {
  for (const {row, value, line} of examples)
    issues.add(code, row === 0 ? 0 : row + rows, column, value, line === undefined ? 0 : line + first - 1);
  issues.list().find((each) => each.code === code && each.column === column)!.count += count - examples.length;
}
