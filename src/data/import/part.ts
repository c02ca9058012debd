import {buffersOf} from "../dataset.ts";
import {release, type Numbers} from "../grow.ts";
import type {Issue, Issues} from "../report.ts";
import type {Facts} from "../table.ts";
import type {BytePlaces, PlacePart} from "./bytes/bytePlaces.ts";
import type {ByteTexts} from "./bytes/byteTexts.ts";
import type {Dictionary, Words} from "./bytes/dictionary.ts";
import {joinInOrder} from "./bytes/settled.ts";
import type {RejectedRow} from "./rejected.ts";
import {EVIDENCE, type RowTaker} from "./rowTaker.ts";

/** The rows of a part of a file in order of time, as one who took them has them: rows and lines are counted from its beginning, and codes are its own. */
export interface Part {
  rows: number;
  placed: number;
  facts: Facts;
  /** The order of time, of rows as they came; null where they came so. */
  order: Uint32Array | null;
  numbers: readonly Float64Array[];
  categories: readonly {codes: Uint32Array; words: Words}[];
  places: PlacePart;
  issues: readonly Issue[];
  rejected: readonly RejectedRow[];
  evidence: readonly (readonly string[])[];
}

/** What was taken as bytes, by one who takes no more, but for its texts. */
export function partOf({builder, rows, issues, rejected, evidence}: RowTaker): Part {
  const {length, placed, facts, numbers, categories, places, texts} = builder;
  const names = Object.keys(facts) as (keyof Facts)[];
  return {
    rows,
    placed,
    order: (texts as ByteTexts).order,
    facts: Object.fromEntries(names.map((name) => [name, facts[name].subarray(0, length)])) as unknown as Facts,
    numbers: numbers.map(({values}) => values.subarray(0, length)),
    categories: categories.map(({codes, store}) => ({
      codes: codes.subarray(0, length),
      words: (store as Dictionary).words(),
    })),
    places: (places as BytePlaces).part(),
    issues: issues.list(),
    rejected: rejected.rows,
    evidence,
  };
}

/** What of a part is handed over: its columns, and not the many rows that it may have rejected. */
export const buffersOfPart = ({order, facts, numbers, categories, places}: Part): ArrayBuffer[] =>
  buffersOf({order, facts, numbers, categories, places});

/**
 * Adds the rows of a part that begins where those of `taker` end, at a line of the file, as if `taker` had read on, but for their texts. Those
 * that `taker` has are settled, and put in `order` with the others, which is null where they stand in it. What is copied of the part is given back at
 * once, so that little is there twice.
 */
export function join(taker: RowTaker, part: Part, line: number, order: Uint32Array | null): void {
  const {builder, issues, rejected, evidence, rows} = taker;
  const {facts, numbers, categories, places} = part;
  const at = builder.length;
  const added = facts.start.length;
  builder.reserve(at + added);
  const placesHere = (builder.places as BytePlaces).join(places);
  const {row, place} = facts;
  for (let i = 0; i < added; i++) {
    row[i] += rows;
    if (place[i] !== -1) place[i] = placesHere[place[i]];
  }
  const room = order === null ? null : new Float64Array(at + added);
  const joinTo = (column: Numbers, values: Numbers) => {
    if (order === null) column.set(values, at);
    else joinInOrder(column, at, values, order, room!);
    release(values);
  };
  for (const [name, values] of Object.entries(facts)) joinTo(builder.facts[name as keyof Facts], values);
  builder.numbers.forEach(({values}, i) => joinTo(values, numbers[i]));
  builder.categories.forEach(({store, codes}, i) => {
    const {codes: there, words} = categories[i];
    const here = (store as Dictionary).join(words);
    for (let k = 0; k < added; k++) there[k] = here[there[k]];
    joinTo(codes, there);
  });
  if (room !== null) release(room);
  builder.length += added;
  builder.placed += part.placed;
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
