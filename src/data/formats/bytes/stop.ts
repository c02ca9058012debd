/** A place in the file behind which somebody else may read. */
export interface Stop {
  /** Where that is, in bytes, for a reader who stands at `at` and is about to go as far as `end`; Infinity for nowhere. */
  before(at: number, end: number): Promise<number>;
  /** Whether what follows is read there, by a reader that begins a record at this place. Asked once. */
  takesOver(standing: Standing): Promise<boolean>;
}

/** How a reader stands at the beginning of a record: the line of it, and up to which byte of the file all is known to be regular. */
export interface Standing {
  line: number;
  trusted: number;
}
