/** Calls `then` once nothing has put it off for `ms`. Putting it off with every frame sets no timer. */
export class Rest {
  #then: () => void;
  #ms: number;
  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(then: () => void, ms: number) {
    this.#then = then;
    this.#ms = ms;
  }

  putOff(): void {
    this.#until = performance.now() + this.#ms;
    this.#timer ??= setTimeout(this.#look, this.#ms);
  }

  /** Calls it off. */
  end(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #look = () => {
    const left = this.#until - performance.now();
    this.#timer = left > 0 ? setTimeout(this.#look, left) : undefined;
    if (left <= 0) this.#then();
  };
}
