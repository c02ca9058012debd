/** How many rows of each kind there are in each stretch of a table: as much as a change of whole kinds needs to know of the rows. */
export class StretchKinds {
  /** Where the entries of each kind begin, in those below; one more at the end. */
  #starts: Uint32Array;
  /** By entry: a stretch, ascending within a kind. */
  #stretches: Uint32Array;
  /** By entry: how many rows of the kind the stretch has, 1 or more. */
  #rows: Uint16Array;

  /** `starts` are first rows of stretches and last how many rows there are; none has more than 65,535. `kindCount` is more than any of `kinds`. */
  constructor(kinds: Uint16Array, starts: Int32Array, kindCount: number) {
    const tally = new Uint16Array(kindCount);
    const next = new Uint32Array(kindCount + 1);
    eachKind(kinds, starts, tally, (kind) => next[kind + 1]!++);
    for (let kind = 0; kind < kindCount; kind++) next[kind + 1]! += next[kind]!;
    this.#starts = next.slice();
    this.#stretches = new Uint32Array(next[kindCount]!);
    this.#rows = new Uint16Array(next[kindCount]!);
    eachKind(kinds, starts, tally, (kind, stretch, rows) => {
      const at = next[kind]!++;
      this.#stretches[at] = stretch;
      this.#rows[at] = rows;
    });
  }

  /** Adds (1) or takes (-1) the rows of a kind to `counts`, where those of a stretch are at `stretch * stride + at`. */
  add(kind: number, step: 1 | -1, counts: Int32Array, stride: number, at: number): void {
    const stretches = this.#stretches;
    const rows = this.#rows;
    const end = this.#starts[kind + 1]!;
    for (let i = this.#starts[kind]!; i < end; i++) counts[stretches[i]! * stride + at]! += step * rows[i]!;
  }
}

/** Tells the kinds that each stretch has rows of, and how many. `tally` is zero by kind, before and after. */
function eachKind(
  kinds: Uint16Array,
  starts: Int32Array,
  tally: Uint16Array,
  tell: (kind: number, stretch: number, rows: number) => void,
): void {
  const present = new Uint16Array(tally.length);
  for (let stretch = 0; stretch + 1 < starts.length; stretch++) {
    let count = 0;
    for (let row = starts[stretch]!; row < starts[stretch + 1]!; row++) {
      const kind = kinds[row]!;
      if (tally[kind]!++ === 0) present[count++] = kind;
    }
    for (let i = 0; i < count; i++) {
      const kind = present[i]!;
      tell(kind, stretch, tally[kind]!);
      tally[kind] = 0;
    }
  }
}
