/** Calls back once before the next frame with the time in ms; returns how to call it off. */
export type FrameClock = (callback: (time: number) => void) => () => void;

/** Events that are not waited with: what still waits for a frame comes before them. */
const IMMEDIATE = ["pointerdown", "pointerup", "keydown", "click", "change"] as const;

/**
 * One step a frame, for everything that moves: what the pointer asked for since the last frame, of each kind the latest, in the order in
 * which it was last asked for; then the clocks that run. A frame is asked for only when something waits.
 */
export class Frames {
  #clock: FrameClock;
  #acted: () => void;
  #cancel: (() => void) | null = null;
  #waiting = new Map<unknown, () => void>();
  #clocks = new Set<(time: number) => void>();

  /** `acted` is called at each press and key that is guarded, but not as a key that is held down repeats itself. */
  constructor(clock: FrameClock, acted = () => {}) {
    this.#clock = clock;
    this.#acted = acted;
  }

  /** Runs `work` once before the next frame, in place of what waits under the same `key`. */
  latest(key: unknown, work: () => void): void {
    this.#waiting.delete(key);
    this.#waiting.set(key, work);
    this.#ask();
  }

  /**
   * Gathers values under a `key` until the next frame and hands them over in their order. For movements that add up, such as the turns of a
   * wheel; every call of one key is to give the same `run`.
   */
  gather<T>(key: unknown, value: T, run: (values: readonly T[]) => void): void {
    const waiting = this.#waiting.get(key) as Gathering<T> | undefined;
    if (waiting !== undefined) {
      waiting.values.push(value);
      return;
    }
    const values = [value];
    this.#waiting.set(
      key,
      Object.assign(() => run(values), {values}),
    );
    this.#ask();
  }

  /** Runs what waits at once, all of it or what waits under `key`. */
  flush(key?: unknown): void {
    const due = key === undefined ? [...this.#waiting.keys()] : [key];
    for (const each of due) {
      const work = this.#waiting.get(each);
      this.#waiting.delete(each);
      work?.();
    }
    this.#rest();
  }

  /** Forgets what waits under `key`. */
  drop(key: unknown): void {
    this.#waiting.delete(key);
    this.#rest();
  }

  /** The clock to play by: called back once, in the next frame, after what waits. */
  readonly next: FrameClock = (callback) => {
    this.#clocks.add(callback);
    this.#ask();
    return () => {
      this.#clocks.delete(callback);
      this.#rest();
    };
  };

  /** Has presses, keys and choices within `node` find everything done that was asked for before them. Returns how to stop. */
  guard(node: EventTarget): () => void {
    const act = (event: Event) => {
      this.flush();
      // A change can also come of a field that is taken away, in the midst of drawing.
      if (event.type === "pointerdown" || (event.type === "keydown" && !(event as KeyboardEvent).repeat)) this.#acted();
    };
    for (const type of IMMEDIATE) node.addEventListener(type, act, {capture: true});
    return () => {
      for (const type of IMMEDIATE) node.removeEventListener(type, act, {capture: true});
    };
  }

  #ask(): void {
    this.#cancel ??= this.#clock((time) => this.#frame(time));
  }

  #rest(): void {
    if (this.#waiting.size > 0 || this.#clocks.size > 0) return;
    this.#cancel?.();
    this.#cancel = null;
  }

  #frame(time: number): void {
    this.#cancel = null;
    const clocks = [...this.#clocks];
    try {
      this.flush();
    } finally {
      for (const tick of clocks) if (this.#clocks.delete(tick)) tick(time);
    }
  }
}

type Gathering<T> = (() => void) & {values: T[]};
