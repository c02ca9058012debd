/** Messages that are looked at in a second, and ms that may be spent on it; the rest of that second nothing is. */
const MOST = 200;
const LONGEST = 25;
const SECOND = 1000;

/** Keeps whoever floods the frame with messages from slowing it down. `clock` gives ms. */
export class Throttle {
  #clock: () => number;
  #since = -Infinity;
  #count = 0;
  #spent = 0;

  constructor(clock: () => number) {
    this.#clock = clock;
  }

  /** Runs `read`, unless this second has had enough: then null. */
  run<T>(read: () => T): T | null {
    const began = this.#clock();
    if (began - this.#since >= SECOND) {
      this.#since = began;
      this.#count = this.#spent = 0;
    }
    if (this.#count >= MOST || this.#spent >= LONGEST) return null;
    this.#count++;
    try {
      return read();
    } finally {
      this.#spent += this.#clock() - began;
    }
  }
}
