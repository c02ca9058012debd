import type {Standing, Stop} from "../formats/bytes/byteRows.ts";
import {LIMITS} from "../limits.ts";
import type {LaterAnswer, LaterEnd, LaterQuestion} from "./later.ts";
import {isTimeAgain} from "./pace.ts";
import type {Part} from "./part.ts";
import type {RowTaker} from "./rowTaker.ts";

/** Bytes of a file that are worth a second worker. */
const LARGE = 8_000_000;
/** Ms in which a partner should have found where to begin, when everybody else has come as far. */
const PATIENCE = 200;
/** Of the bytes of a file, how many are left to the one who asks: not half of them, as it begins a little later and has to say how far it is. */
const SHARE = 0.475;

const waited = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

/** A worker as far as it is used. */
export type Line = Pick<Worker, "onmessage" | "onerror" | "postMessage" | "terminate">;

/** Somebody who reads the second half of a file meanwhile: a worker that answers as `answerLater` does. */
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
    const half = new Half(from, taker, sampled, say, () => this.end());
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

/** The second half of a file that a partner reads. */
export class Half implements Stop {
  /** How far the partner is. */
  bytes = 0;
  rows = 0;
  /** The line at which the rows of the partner begin, once they are known to be those that follow; 0 until then. */
  line = 0;
  /** What the partner has, null if that came to nothing. */
  readonly part: Promise<Part | null>;
  #from: number;
  #start = -1;
  #isTimeToListen = isTimeAgain();
  #taker: RowTaker;
  #sampled: number;
  #say: (half: Half) => void;
  #leave: () => void;
  #began: Promise<void>;
  #ended: Promise<LaterEnd | null>;
  #begin!: () => void;
  #end!: (end: LaterEnd | null) => void;
  #resolve!: (part: Part | null) => void;

  constructor(from: number, taker: RowTaker, sampled: number, say: (half: Half) => void, leave: () => void) {
    this.#from = from;
    this.#taker = taker;
    this.#sampled = sampled;
    this.#say = say;
    this.#leave = leave;
    this.#began = new Promise((resolve) => (this.#begin = resolve));
    this.#ended = new Promise((resolve) => (this.#end = resolve));
    this.part = new Promise((resolve) => (this.#resolve = resolve));
  }

  hear(answer: LaterAnswer): void {
    if ("failed" in answer) return this.#giveUp();
    if ("start" in answer) {
      if (this.#start === -1) this.#start = answer.start;
      this.#begin();
    } else if ("bytes" in answer) Object.assign(this, answer);
    else if ("end" in answer) this.#end(answer.end);
    else this.#resolve(answer.part);
    this.#say(this);
  }

  async before(at: number, end: number): Promise<number> {
    // Reading goes on from task to task of its own kind, which may hold up what the partner says.
    if (this.#isTimeToListen()) await waited(0);
    if (this.#start === -1 && end > this.#from) await Promise.race([this.#began, waited(PATIENCE)]);
    const isMissed = this.#start === -1 ? end > this.#from : this.#start < at;
    if (isMissed) this.#giveUp();
    return this.#start === -1 ? Infinity : this.#start;
  }

  async takesOver({line, trusted}: Standing): Promise<boolean> {
    const end = await this.#ended;
    const isSame =
      end !== null &&
      (end.isRegular || trusted <= end.doubt) &&
      (!end.isEvidence || this.#taker.seen >= this.#sampled) &&
      this.#taker.rows + end.rows <= LIMITS.rows;
    if (isSame) this.line = line;
    else this.#giveUp();
    return isSame;
  }

  #giveUp(): void {
    this.#start = Infinity;
    this.bytes = this.rows = 0;
    this.#begin();
    this.#end(null);
    this.#resolve(null);
    this.#leave();
  }
}
