/** Heights of many lines of which only a few were ever measured: the others have the estimate. Sums take logarithmic time. */
export class Heights {
  readonly estimate: number;
  #over: Map<number, number> = new Map();
  #tree: Float32Array;

  constructor(length: number, estimate: number) {
    this.estimate = estimate;
    this.#tree = new Float32Array(length + 1);
  }

  get(i: number): number {
    return this.estimate + (this.#over.get(i) ?? 0);
  }

  /** Notes the measured height of line `i`. Returns whether that changed anything. */
  set(i: number, height: number): boolean {
    const by = height - this.get(i);
    if (Math.abs(by) < 0.25) return false;
    this.#over.set(i, height - this.estimate);
    for (let at = i + 1; at < this.#tree.length; at += at & -at) this.#tree[at]! += by;
    return true;
  }

  /** Sum of the heights of lines `[0, i)`. */
  before(i: number): number {
    let sum = i * this.estimate;
    for (let at = i; at > 0; at -= at & -at) sum += this.#tree[at]!;
    return sum;
  }
}
