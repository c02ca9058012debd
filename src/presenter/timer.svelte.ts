/** What of a timer outlives its window being loaded again. */
export interface Kept {
  /** Ms that had passed when it was last started or stopped. */
  passed: number;
  /** Clock time of its start in ms since 1970; null while it stands. */
  since: number | null;
  /** How long the talk is to be, in minutes; 0 for as long as it takes. */
  target: number;
}

/** Where texts are kept, such as `sessionStorage`. */
export type Store = Pick<Storage, "getItem" | "setItem">;

const KEY = "dateline-timer";
/** From this share of the target on there is little time left. */
const CLOSE = 0.9;
const LONGEST = 24 * 60;

/** Measures a talk. Runs by the clock and not by its own ticks, so that a window in the background loses nothing. */
export class Timer {
  #now: () => number;
  #store: () => Store;
  #kept = $state.raw<Kept>({passed: 0, since: null, target: 0});
  #at = $state(0);

  /** `now` gives ms since 1970. A `store` that refuses is done without. */
  constructor(now: () => number, store: () => Store) {
    this.#now = now;
    this.#store = store;
    this.#at = now();
    try {
      this.#kept = read(JSON.parse(store().getItem(KEY) ?? "null")) ?? this.#kept;
    } catch {
      // It begins anew.
    }
  }

  /** Takes the time; to be called a few times a second while it runs. */
  tick(): void {
    this.#at = this.#now();
  }

  get running(): boolean {
    return this.#kept.since !== null;
  }
  /** Ms that it has run. */
  readonly elapsed: number = $derived.by(() => {
    const {passed, since} = this.#kept;
    return passed + (since === null ? 0 : Math.max(0, this.#at - since));
  });
  get target(): number {
    return this.#kept.target;
  }
  /** How it stands with the target: nothing to say, little time left, or over it. */
  readonly warning: "none" | "close" | "over" = $derived.by(() => {
    const length = this.#kept.target * 60_000;
    if (length === 0 || this.elapsed < length * CLOSE) return "none";
    return this.elapsed < length ? "close" : "over";
  });
  /** Ms to the target, negative after it; null without one. */
  readonly left: number | null = $derived.by(() =>
    this.#kept.target === 0 ? null : this.#kept.target * 60_000 - this.elapsed,
  );

  start(): void {
    this.tick();
    if (!this.running) this.#keep({...this.#kept, since: this.#at});
  }
  pause(): void {
    this.tick();
    this.#keep({...this.#kept, passed: this.elapsed, since: null});
  }
  toggle(): void {
    if (this.running) this.pause();
    else this.start();
  }
  /** Back to nothing; one that runs goes on from there. */
  reset(): void {
    this.tick();
    this.#keep({...this.#kept, passed: 0, since: this.running ? this.#at : null});
  }
  /** Sets the target in whole minutes; 0 for none. */
  aimFor(minutes: number): void {
    if (Number.isFinite(minutes))
      this.#keep({...this.#kept, target: Math.min(Math.max(Math.round(minutes), 0), LONGEST)});
  }

  #keep(kept: Kept): void {
    this.#kept = kept;
    try {
      this.#store().setItem(KEY, JSON.stringify(kept));
    } catch {
      // Nothing is kept.
    }
  }
}

function read(data: unknown): Kept | null {
  const {passed, since, target} = (data ?? {}) as Partial<Kept>;
  const isCount = (value: unknown): value is number => typeof value === "number" && value >= 0 && value < 1e15;
  return isCount(passed) && isCount(target) && (since === null || isCount(since)) ? {passed, since, target} : null;
}

/** `1:02:03` or `2:03`, of ms. */
export function clockText(ms: number): string {
  const seconds = Math.floor(Math.abs(ms) / 1000);
  const two = (n: number) => String(n).padStart(2, "0");
  const [hours, minutes] = [Math.floor(seconds / 3600), Math.floor(seconds / 60) % 60];
  return `${hours > 0 ? `${hours}:${two(minutes)}` : minutes}:${two(seconds % 60)}`;
}
