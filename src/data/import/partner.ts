import type {Standing, Stop} from "../formats/bytes/stop.ts";
import {buffersOf} from "../dataset.ts";
import {LIMITS} from "../limits.ts";
import {settle} from "./bytes/settled.ts";
import type {CellsPart} from "./cellsPart.ts";
import {deferred} from "./deferred.ts";
import type {LaterAnswer, LaterEnd, LaterQuestion, LaterWord, SentCells} from "./later.ts";
import {isTimeAgain} from "./pace.ts";
import type {Part} from "./part.ts";
import type {RowTaker} from "./rowTaker.ts";

/** Bytes of a file that are worth a second worker. */
const LARGE = 8_000_000;
/** Ms in which a partner should have found where to begin, when everybody else has come as far. */
const PATIENCE = 200;
/** Of the bytes of a file, how many are left to the one who asks: neither does much more than the other, and a few more or fewer make no odds. */
const SHARE = 0.5;

const waited = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A worker as far as it is used. */
export type Line = Pick<Worker, "onmessage" | "onerror" | "postMessage" | "terminate">;

/** Somebody who reads the second half of a file meanwhile: a worker that answers as `Later` does. */
export class Partner {
  #line: Line | null;
  #share: number;

  /** `share` of the bytes of a file are left to the one who asks. */
  constructor(line: Line, share = SHARE) {
    this.#line = line;
    this.#share = share;
  }

  /** For files that are worth it, on a machine of two `cores` or more; null for others and where no worker can be started. */
  static forFiles(files: readonly {blob: Blob}[], cores: () => number, start: () => Line): Partner | null {
    if (files.length !== 1 || files[0]!.blob.size < LARGE || cores() < 2) return null;
    try {
      return new Partner(start());
    } catch {
      return null;
    }
  }

  /**
   * Has the rows behind the middle of a file read for one who takes those before it, of which `sampled` are no evidence; null once the
   * partner is gone. `say` hears when there is something to tell.
   */
  ask(question: Omit<LaterQuestion, "from">, taker: RowTaker, sampled: number, say: (half: Half) => void): Half | null {
    const line = this.#line;
    if (line === null) return null;
    const from = Math.floor(question.blob.size * this.#share);
    const post = (word: LaterWord, buffers: ArrayBuffer[]) => this.#line?.postMessage(word, buffers);
    const half = new Half(from, taker, sampled, {say, post, leave: () => this.end()});
    line.onmessage = ({data}: MessageEvent<LaterAnswer>) => half.hear(data);
    line.onerror = (event) => {
      (event as Event).preventDefault();
      half.hear({failed: true});
    };
    line.postMessage({...question, from});
    return half;
  }

  end(): void {
    this.#line?.terminate();
    this.#line = null;
  }
}

/** What a half needs of those around it: to be heard, to speak to the partner, and to let it go. */
interface Ways {
  say(half: Half): void;
  post(word: LaterWord, buffers: ArrayBuffer[]): void;
  leave(): void;
}

/** The second half of a file that a partner reads. */
export class Half implements Stop {
  /** How far the partner is. */
  bytes = 0;
  rows = 0;
  /** The line at which the rows of the partner begin, once no others can follow; 0 until then. */
  line = 0;
  #from: number;
  #start = -1;
  #isTimeToListen = isTimeAgain();
  #taker: RowTaker;
  #sampled: number;
  #ways: Ways;
  #began = deferred<void>();
  #isEnded = false;
  #isInOrder = false;
  #hashes = new Int32Array(0);
  #ended = deferred<LaterEnd | null>();
  #part = deferred<Part | null>();
  #cells = deferred<SentCells | null>();

  constructor(from: number, taker: RowTaker, sampled: number, ways: Ways) {
    this.#from = from;
    this.#taker = taker;
    this.#sampled = sampled;
    this.#ways = ways;
  }

  /** What the partner has, null if that came to nothing. */
  get part(): Promise<Part | null> {
    return this.#part.promise;
  }

  /** What stands in the cells of all rows, null if that came to nothing. */
  get cells(): Promise<SentCells | null> {
    return this.#cells.promise;
  }

  hear(answer: LaterAnswer): void {
    if ("failed" in answer) return this.#giveUp();
    if ("start" in answer) {
      if (this.#start === -1) this.#start = answer.start;
      this.#began.resolve();
    } else if ("bytes" in answer) Object.assign(this, answer);
    else if ("end" in answer) this.#endWith(answer.end);
    else if ("part" in answer) this.#settleWith(answer.part);
    else this.#cells.resolve(answer);
    this.#ways.say(this);
  }

  /** Whether what the partner has is there, or will not be. */
  get isInOrder(): boolean {
    return this.#isInOrder;
  }

  /** Hashes of the ids of its rows; none until all are read. */
  get hashes(): Int32Array {
    return this.#hashes;
  }

  /** Gives the partner the cells of the rows before its own, which are nobody else's any more, and listens to what it has said meanwhile. */
  async giveCells(before: CellsPart): Promise<void> {
    this.#ways.post({before}, buffersOf(before));
    await waited(0);
  }

  /** Gives the partner the order in which all rows are wanted, as they came. */
  giveOrder(order: Uint32Array | null): void {
    const copy = order === null ? null : order.slice();
    this.#ways.post({order: copy}, buffersOf({copy}));
  }

  async before(at: number, end: number): Promise<number> {
    // Reading goes on from task to task of its own kind, which may hold up what the partner says.
    if (this.#isTimeToListen()) await waited(0);
    if (this.#start === -1 && end > this.#from) await Promise.race([this.#began.promise, waited(PATIENCE)]);
    const isMissed = this.#start === -1 ? end > this.#from : this.#start < at;
    if (isMissed) this.#giveUp();
    return this.#start === -1 ? Infinity : this.#start;
  }

  /** While the partner still reads, the rows that are here are settled: from then on only its own can follow, or all are read anew. */
  async takesOver({line, trusted}: Standing): Promise<boolean> {
    const isAwaited = !this.#isEnded;
    if (isAwaited) this.#taker.settled = settle(this.#taker.builder);
    const end = await this.#ended.promise;
    const isSame =
      end !== null &&
      (end.isRegular || trusted <= end.doubt) &&
      (!end.isEvidence || this.#taker.seen >= this.#sampled) &&
      this.#taker.rows + end.rows <= LIMITS.rows;
    if (!isSame) this.#giveUp();
    if (isSame || isAwaited) this.line = line;
    return this.line !== 0;
  }

  #giveUp(): void {
    this.#start = Infinity;
    this.bytes = this.rows = 0;
    this.#began.resolve();
    this.#endWith(null);
    this.#settleWith(null);
    this.#cells.resolve(null);
    this.#ways.leave();
  }

  #settleWith(part: Part | null): void {
    this.#isInOrder = true;
    this.#part.resolve(part);
  }

  #endWith(end: LaterEnd | null): void {
    this.#isEnded = true;
    if (end !== null) this.#hashes = end.hashes as Int32Array<ArrayBuffer>;
    this.#ended.resolve(end);
  }
}
