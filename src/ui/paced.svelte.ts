/** How often a value on the move is followed, in ms: more often than that nobody can read it. */
const PACE = 300;
/** Changes in a row that are followed at once, before the value is taken to be on the move. */
const AT_ONCE = 3;

/**
 * Follows a value that may change with every frame: the first changes at once, then every 300 ms, and the last one always. When what
 * `of` gives changes, it is followed at once whatever the pace.
 */
export class Paced<T> {
  #read: () => T;
  #of: () => unknown;
  #shown: T | undefined;
  #known: unknown;
  #quick = 0;
  #changedAt = -Infinity;
  #shownAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = $state(0);

  constructor(read: () => T, of: () => unknown) {
    this.#read = read;
    this.#of = of;
  }

  readonly current: T = $derived.by(() => {
    void this.#turn;
    return this.#follow(this.#read(), this.#of());
  });

  #follow(value: T, of: unknown): T {
    const now = performance.now();
    this.#quick = of !== this.#known || now - this.#changedAt > PACE ? 1 : this.#quick + 1;
    this.#known = of;
    this.#changedAt = now;
    clearTimeout(this.#timer);
    if (this.#quick <= AT_ONCE || now - this.#shownAt >= PACE) {
      this.#shownAt = now;
      this.#shown = value;
    } else {
      this.#timer = setTimeout(() => this.#turn++, PACE - (now - this.#shownAt));
    }
    return this.#shown as T;
  }
}
