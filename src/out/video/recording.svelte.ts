import {untrack} from "svelte";
import type {Session} from "../../state/session.svelte.ts";
import {Choices} from "./choices.svelte.ts";
import type {PosterFilm} from "./film.ts";
import {record, type Progress} from "./record.ts";
import {VideoError, type Fault, type Writer} from "./writer.ts";

/** A file that is being made: what it is made of, and what makes it. */
export interface Job {
  film: PosterFilm;
  name: string;
  /** Null where the reader was asked where to put it, and thought better of it. */
  writer: Promise<Writer | null>;
}

type State =
  | {kind: "choosing"}
  | {kind: "cancelled"}
  | ({kind: "writing"; film: PosterFilm} & Progress)
  /** `blob` is null where the file lies where the reader wanted it; `ms` is how long it took. */
  | {kind: "done"; name: string; blob: Blob | null; ms: number}
  | {kind: "failed"; fault: Fault};

/** The video of one session, which is made whether or not anybody looks on. */
export class Recording {
  readonly choices = new Choices();
  #now = $state.raw<State>({kind: "choosing"});
  #stop: AbortController | null = null;

  get now(): State {
    return this.#now;
  }
  get isWriting(): boolean {
    return this.#now.kind === "writing";
  }

  /** Makes a video and hands it to `save`. Whatever goes wrong is in `now`. */
  async start({film, name, writer}: Job, save: (blob: Blob, name: string) => void): Promise<void> {
    if (this.#stop !== null) return;
    const {signal} = (this.#stop = new AbortController());
    const began = performance.now();
    const tell = (progress: Progress) => (this.#now = {kind: "writing", film, ...progress});
    tell({frame: 0, of: film.count, left: null});
    globalThis.addEventListener("beforeunload", hold);
    try {
      const ready = await writer;
      if (ready === null) {
        this.#now = {kind: "choosing"};
        return;
      }
      const blob = await record(film, ready, {signal, tell});
      if (blob !== null) save(blob, name);
      this.#now = {kind: "done", name, blob, ms: performance.now() - began};
    } catch (error) {
      this.#now = signal.aborted ? {kind: "cancelled"} : {kind: "failed", fault: faultOf(error)};
    } finally {
      globalThis.removeEventListener("beforeunload", hold);
      this.#stop = null;
      film.close();
    }
  }

  /** Ends it; there is no file. */
  cancel(): void {
    this.#stop?.abort();
  }

  /** Puts away what is said of the last one, once something else is wanted. */
  reset(): void {
    if (untrack(() => this.#now.kind) !== "writing") this.#now = {kind: "choosing"};
  }
}

const hold = (event: BeforeUnloadEvent) => event.preventDefault();
const faultOf = (error: unknown): Fault =>
  error instanceof VideoError ? error.fault : error instanceof RangeError ? "disk" : "picture";

const recordings = new WeakMap<Session, Recording>();

/** The video of a session: the same however often the dialog is closed and opened. */
export function recordingOf(session: Session): Recording {
  let recording = recordings.get(session);
  if (recording === undefined) recordings.set(session, (recording = new Recording()));
  return recording;
}
