import {untrack} from "svelte";

/** Changes in a row that are followed at once, before the value is taken to be on the move. */
const AT_ONCE = 3;
/** How much sooner than at its pace a value is followed when another is just then, in ms. */
const SLACK = 50;
/** How much later than at its pace a value is followed where the other is no more, in ms. */
const GRACE = 150;

/** How a value is followed. */
export interface Pacing {
  /** Ms from one time to the next, for a value on the move. */
  pace: number;
  /** Changes when another value is followed: this one then waits for that, so that what both change is laid out once. */
  beat?: () => unknown;
}

/**
 * Follows what `read` gives, which may change with every frame: the first changes at once, then at a pace, and the last one always. In between it
 * is not even read. When what `of` gives changes, it is followed at once whatever the pace.
 */
export class Paced<T> {
  #read: () => T;
  #of: () => unknown;
  #pacing: Pacing;
  #shown: T | undefined;
  #known: unknown;
  #quick = 0;
  #changedAt = -Infinity;
  #shownAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = $state(0);

  constructor(read: () => T, of: () => unknown, pacing: Pacing) {
    this.#read = read;
    this.#of = of;
    this.#pacing = pacing;
  }

  readonly current: T = $derived.by(() => {
    void this.#turn;
    void this.#pacing.beat?.();
    return this.#follow(this.#of());
  });

  #follow(of: unknown): T {
    const {pace, beat} = this.#pacing;
    const now = performance.now();
    this.#quick = of !== this.#known || now - this.#changedAt > pace ? 1 : this.#quick + 1;
    this.#known = of;
    this.#changedAt = now;
    const left = this.#shownAt + pace - now;
    if (this.#quick <= AT_ONCE || left <= (beat === undefined ? 0 : SLACK)) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#shownAt = now;
      this.#shown = beat === undefined ? this.#read() : untrack(this.#read);
    } else {
      this.#timer ??= setTimeout(
        () => {
          this.#timer = undefined;
          this.#turn++;
        },
        left + (beat === undefined ? 0 : GRACE),
      );
    }
    return this.#shown as T;
  }
}
