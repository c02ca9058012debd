/** How long another digit is waited for, in ms. */
export const PAUSE_MS = 1000;

/** A chapter's number as it is typed: it counts as soon as no further digit could follow, after a pause, or when it is confirmed. */
export class Typing {
  #text = $state("");
  #count: () => number;
  #go: (step: number) => void;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(count: () => number, go: (step: number) => void) {
    this.#count = count;
    this.#go = go;
  }

  /** The digits so far. */
  get text(): string {
    return this.#text;
  }

  add(digit: number): void {
    clearTimeout(this.#timer);
    if (this.#text === "" && digit === 0) return;
    this.#text += digit;
    if (Number(this.#text) * 10 > this.#count()) this.confirm();
    else this.#timer = setTimeout(() => this.confirm(), PAUSE_MS);
  }

  /** Goes to the number that was typed, if there is such a chapter. Says whether anything was typed. */
  confirm(): boolean {
    const [typed, step] = [this.#text !== "", Number(this.#text)];
    this.drop();
    if (typed && step <= this.#count()) this.#go(step);
    return typed;
  }

  /** Forgets what was typed. Says whether anything was. */
  drop(): boolean {
    clearTimeout(this.#timer);
    const typed = this.#text !== "";
    this.#text = "";
    return typed;
  }
}
