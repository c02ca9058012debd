/** How close to the edge of the box that scrolls it begins to, in px, and how fast, in px a frame. */
const EDGE = 36;
const PACE = 8;

/** One line of a list that is dragged to another place by its handle; the others make room while it is held. */
export class Reorder {
  #drop: (from: number, to: number) => void;
  #from = $state(-1);
  #to = $state(-1);
  #by = $state(0);
  #tops: number[] = [];
  #heights: number[] = [];

  /** `drop` is called when a line is let go at another place than its own. */
  constructor(drop: (from: number, to: number) => void) {
    this.#drop = drop;
  }

  /** The line that is held, -1 for none. */
  get held(): number {
    return this.#from;
  }

  /** How far a line stands from where it belongs, in px. */
  offset(at: number): number {
    if (this.#from === -1) return 0;
    if (at === this.#from) return this.#by;
    const height = this.#heights[this.#from]!;
    if (at > this.#from && at <= this.#to) return -height;
    return at < this.#from && at >= this.#to ? height : 0;
  }

  /** Takes hold of line `at` with the pointer of `event`. `lines` are all of them in order, `box` is what scrolls. */
  start(at: number, event: PointerEvent, lines: readonly HTMLElement[], box: HTMLElement): void {
    if (event.button !== 0 || this.#from !== -1) return;
    const handle = event.currentTarget as HTMLElement;
    const before = box.scrollTop;
    this.#tops = lines.map((line) => line.offsetTop);
    this.#heights = lines.map((line) => line.offsetHeight);
    this.#from = this.#to = at;
    this.#by = 0;
    const ending = new AbortController();
    const {signal} = ending;
    let y = event.clientY;
    let frame = 0;

    const follow = () => {
      const [first, last] = [this.#tops[0]!, this.#tops.at(-1)! + this.#heights.at(-1)!];
      const top = this.#tops[at]! + y - event.clientY + box.scrollTop - before;
      const held = Math.max(first, Math.min(top, last - this.#heights[at]!));
      this.#by = held - this.#tops[at]!;
      const [head, foot] = [held, held + this.#heights[at]!];
      const middle = (line: number) => this.#tops[line]! + this.#heights[line]! / 2;
      const above = lines.findIndex((_, line) => line < at && head < middle(line));
      const below = lines.findLastIndex((_, line) => line > at && foot > middle(line));
      this.#to = above !== -1 ? above : below !== -1 ? below : at;
    };
    const scroll = () => {
      if (!handle.isConnected) return end(false);
      const {top, bottom} = box.getBoundingClientRect();
      const pace = y < top + EDGE ? -PACE : y > bottom - EDGE ? PACE : 0;
      if (pace !== 0) {
        box.scrollTop += pace;
        follow();
      }
      frame = requestAnimationFrame(scroll);
    };
    const end = (drops: boolean) => {
      ending.abort();
      cancelAnimationFrame(frame);
      const [from, to] = [this.#from, this.#to];
      this.#from = this.#to = -1;
      if (drops && from !== to) this.#drop(from, to);
    };

    handle.setPointerCapture?.(event.pointerId);
    handle.addEventListener(
      "pointermove",
      (move) => {
        y = move.clientY;
        follow();
      },
      {signal},
    );
    handle.addEventListener("pointerup", () => end(true), {signal});
    handle.addEventListener("pointercancel", () => end(false), {signal});
    handle.addEventListener("lostpointercapture", () => end(false), {signal});
    window.addEventListener(
      "keydown",
      (key) => {
        if (key.key !== "Escape") return;
        key.preventDefault();
        key.stopPropagation();
        end(false);
      },
      {signal, capture: true},
    );
    frame = requestAnimationFrame(scroll);
  }
}
