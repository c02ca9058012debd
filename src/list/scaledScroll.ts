/** Browsers stop at about 17 million px; far below that, so that fractions of a px stay exact. */
const LIMIT = 8_000_000;

/**
 * Scrolls a list that is taller than an element may be. `physical` is what the element scrolls, `virtual` where in the list that is. Small
 * steps move both alike, a long jump goes to the same fraction of the whole.
 */
export class ScaledScroll {
  #total = 0;
  #view = 0;
  #physical = 0;
  #virtual = 0;

  resize(total: number, view: number): void {
    this.#total = total;
    this.#view = view;
  }

  get height(): number {
    return Math.min(this.#total, LIMIT);
  }
  get virtual(): number {
    return this.#virtual;
  }
  /** What to take off a distance in the list to get one in the element. */
  get offset(): number {
    return this.#virtual - this.#physical;
  }
  get #isScaled(): boolean {
    return this.#total > LIMIT;
  }
  get #ends(): [physical: number, virtual: number] {
    return [Math.max(1, this.height - this.#view), Math.max(1, this.#total - this.#view)];
  }

  /** Takes the element's new scroll position. */
  scrolled(physical: number): void {
    const by = physical - this.#physical;
    this.#physical = physical;
    const [physicalEnd, virtualEnd] = this.#ends;
    if (!this.#isScaled) this.#virtual = physical;
    else if (physical >= physicalEnd) this.#virtual = virtualEnd + physical - physicalEnd;
    else if (physical <= 0) this.#virtual = 0;
    else if (Math.abs(by) <= 2 * this.#view) this.#virtual = Math.min(virtualEnd, Math.max(0, this.#virtual + by));
    else this.#virtual = (physical / physicalEnd) * virtualEnd;
  }

  /** Goes to a distance in the list; returns what the element has to scroll to. */
  goTo(virtual: number): number {
    const [physicalEnd, virtualEnd] = this.#ends;
    this.#virtual = Math.max(0, virtual);
    this.#physical =
      !this.#isScaled || this.#virtual >= virtualEnd
        ? this.#virtual - (this.#isScaled ? virtualEnd - physicalEnd : 0)
        : (this.#virtual / virtualEnd) * physicalEnd;
    return this.#physical;
  }
}
