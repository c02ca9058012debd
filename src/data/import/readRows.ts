import type {Table} from "../formats/table.ts";
import type {Understanding} from "../understand/understanding.ts";
import type {ByteTexts} from "./bytes/byteTexts.ts";
import {joined, likelyAlike, rowsInOrder} from "./bytes/likelyAlike.ts";
import {setOrder, settle} from "./bytes/settled.ts";
import {cellsOf} from "./cellsPart.ts";
import {FinishedTexts} from "./finishedTexts.ts";
import type {Progress} from "./imported.ts";
import type {ImportInput} from "./importer.ts";
import {isTimeAgain} from "./pace.ts";
import {joinFacts, joinTimes} from "./part.ts";
import type {Half, Partner} from "./partner.ts";
import {revivedTexts} from "./revived.ts";
import {makeRoom, rowTaker, type Circumstances, type Head, type RowTaker} from "./rowTaker.ts";
import type {Sample} from "./sample.ts";

/** What one reading of a whole table gave. */
export interface Pass extends RowTaker {
  bytes: number;
}

/** Reads every row of a table as it was understood; half of a file that lies open with the partner, where there is one. */
export async function readAll(
  from: Table,
  sample: Sample,
  understanding: Understanding,
  input: ImportInput,
  tell: (progress: Progress) => void,
  partner: Partner | null,
): Promise<Pass> {
  const taker = rowTaker(sample, understanding, input, from.readBytes !== undefined);
  for (const column of taker.missing) taker.issues.add("missing-column", 0, column, column);
  const total = input.files.reduce((sum, {blob}) => sum + blob.size, 0);
  let bytes = 0;
  const isTime = isTimeAgain();
  const say = (half: Half | null): void => {
    if (!isTime()) return;
    const used = Math.min(total, bytes + (half?.bytes ?? 0));
    tell({stage: "reading", bytes: used, total, rows: taker.rows + (half?.rows ?? 0)});
  };
  const half = partner === null ? null : askFor(partner, from, sample, understanding, input, taker, say);
  const sink = {
    ...taker.sink,
    progress(done: number) {
      if (bytes === 0) makeRoom(taker, done, total);
      bytes = done;
      say(half);
    },
  };
  await (from.readBytes === undefined ? from.read(sink) : from.readBytes(sink, half ?? undefined));
  if (taker.plainRows !== null) taker.settled ??= settle(taker.builder);
  if (half === null || half.line === 0) {
    if (taker.settled !== null) setOrder(taker.builder, taker.settled);
    return {...taker, bytes};
  }
  const isJoined = await joinHalf(taker, half);
  return isJoined ? {...taker, bytes: total} : readAll(from, sample, understanding, input, tell, null);
}

/** Adds the rows of the partner to those of `taker`, which are settled; false where that came to nothing, and these are of no use any more. */
async function joinHalf(taker: RowTaker, half: Half): Promise<boolean> {
  const {builder} = taker;
  const {hashes} = builder.texts as ByteTexts;
  await half.giveCells(cellsOf(taker));
  const findAlike = () => likelyAlike(joined(hashes, half.hashes));
  // Whoever waits for the other has time for it: the one who was sooner, or the first in the end, while the cells are put together.
  const known = half.isInOrder ? null : findAlike();
  const part = await half.part;
  if (part === null) return false;
  const settled = joinTimes(taker, part);
  half.giveOrder(settled.order);
  joinFacts(taker, part, half.line);
  setOrder(builder, settled);
  builder.finishFacts();
  const alike = rowsInOrder(known ?? findAlike(), settled.order);
  const sent = await half.cells;
  if (sent === null) return false;
  builder.cells = {...sent.cells, ...revivedTexts(sent.cells)};
  builder.texts = new FinishedTexts(sent.units, alike);
  return true;
}

/** Has a partner read the second half of a file; null where that cannot be. */
function askFor(
  partner: Partner,
  {cut}: Table,
  {names, neutralised, taken}: Sample,
  understanding: Understanding,
  {files, background, thisYear}: ImportInput,
  taker: RowTaker,
  say: (half: Half) => void,
): Half | null {
  if (taker.plainRows === null || cut === undefined) return null;
  const head: Head = {names, first: 0, skipped: new Map(), taken: 0};
  if (neutralised !== undefined) head.neutralised = neutralised;
  const circumstances: Circumstances = {sites: new Map(), thisYear};
  if (background !== undefined) circumstances.background = background;
  return partner.ask({blob: files[0]!.blob, cut, head, understanding, circumstances}, taker, taken, say);
}
