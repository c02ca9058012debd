/** How often a value on the move is followed, in ms: more often than that nobody can read a list of them. */
const PACE = 300;
/** Changes in a row that are followed at once, before the value is taken to be on the move. */
const AT_ONCE = 3;

/**
 * Follows what `read` gives, which may change with every frame: the first changes at once, then every `pace` ms (300), and the last one always.
 * In between it is not even read. When what `of` gives changes, it is followed at once whatever the pace.
 */
export class Paced<T> {
  #read: () => T;
  #of: () => unknown;
  #pace: number;
  #shown: T | undefined;
  #known: unknown;
  #quick = 0;
  #changedAt = -Infinity;
  #shownAt = -Infinity;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #turn = $state(0);

  constructor(read: () => T, of: () => unknown, pace = PACE) {
    this.#read = read;
    this.#of = of;
    this.#pace = pace;
  }

  readonly current: T = $derived.by(() => {
    void this.#turn;
    return this.#follow(this.#of());
  });

  #follow(of: unknown): T {
    const now = performance.now();
    this.#quick = of !== this.#known || now - this.#changedAt > this.#pace ? 1 : this.#quick + 1;
    this.#known = of;
    this.#changedAt = now;
    const left = this.#shownAt + this.#pace - now;
    if (this.#quick <= AT_ONCE || left <= 0) {
      clearTimeout(this.#timer);
      this.#timer = undefined;
      this.#shownAt = now;
      this.#shown = this.#read();
    } else {
      this.#timer ??= setTimeout(() => {
        this.#timer = undefined;
        this.#turn++;
      }, left);
    }
    return this.#shown as T;
  }
}
