import {Rest} from "../state/rest.ts";

/** How long a pointer stays on screen after it has moved last, in ms. */
export const REST_MS = 3000;

/** Whether nobody has moved or pressed anything for a while, so that the pointer and the keys can leave the picture alone. */
export class Resting {
  #resting = $state(true);
  #rest = new Rest(() => (this.#resting = true), REST_MS);

  get resting(): boolean {
    return this.#resting;
  }

  stir(): void {
    this.#resting = false;
    this.#rest.putOff();
  }

  destroy(): void {
    this.#rest.end();
  }
}
