/** How long a pointer stays on screen after it has moved last, in ms. */
export const REST_MS = 3000;

/** Whether nobody has moved or pressed anything for a while, so that the pointer and the keys can leave the picture alone. */
export class Rest {
  #resting = $state(true);
  #timer: ReturnType<typeof setTimeout> | undefined;

  get resting(): boolean {
    return this.#resting;
  }

  stir(): void {
    clearTimeout(this.#timer);
    this.#resting = false;
    this.#timer = setTimeout(() => (this.#resting = true), REST_MS);
  }

  destroy(): void {
    clearTimeout(this.#timer);
  }
}
