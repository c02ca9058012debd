const REMEMBERED = 31;

/** How fast frames come, from the latest of them: a pause or a slow frame counts once. */
export class Pace {
  #times: number[] = [];

  /** Takes in how long a frame took, in ms. */
  add(ms: number): void {
    this.#times.push(ms);
    if (this.#times.length > REMEMBERED) this.#times.shift();
  }

  /** Ms a frame, the median of the latest 31; null before there are three. */
  get median(): number | null {
    if (this.#times.length < 3) return null;
    const sorted = [...this.#times].sort((a, b) => a - b);
    return sorted[sorted.length >> 1]!;
  }

  /** Ms that `frames` more will take; null while nobody knows. */
  left(frames: number): number | null {
    return this.median === null ? null : this.median * frames;
  }
}
