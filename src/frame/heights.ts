/** Several that ask within this time, in ms, are answered at once. */
const TOGETHER = 16;

interface Given {
  /** What is as high as it needs to be, whatever the height of the frame. */
  content: HTMLElement;
  /** Whether the frame is to be as high as its content; else nothing is said. */
  isSized: () => boolean;
  tell: (height: number, width: number) => void;
}

/** Tells how high the frame would be, at most once a frame: when that has changed, and when somebody asks. */
export class Heights {
  #given: Given;
  #told = 0;
  #answer: ReturnType<typeof setTimeout> | null = null;
  #observer = new ResizeObserver(() => this.#tellChange());
  #onload = () => this.#tellChange();

  constructor(given: Given) {
    this.#given = given;
    this.#observer.observe(given.content);
    addEventListener("load", this.#onload);
    // Far down the page a frame is not drawn, and nothing is observed.
    this.#tellChange();
  }

  /** Height and width of the content in whole px; null while the frame is not to follow them. */
  get size(): {height: number; width: number} | null {
    if (!this.#given.isSized()) return null;
    const {bottom} = this.#given.content.getBoundingClientRect();
    const root = document.documentElement;
    const height = wholeUp(bottom - root.getBoundingClientRect().top);
    return height > 0 ? {height, width: wholeUp(root.clientWidth)} : null;
  }

  /** Tells the height again, changed or not. */
  ask(): void {
    this.#answer ??= setTimeout(() => {
      this.#answer = null;
      this.#told = 0;
      this.#tellChange();
    }, TOGETHER);
  }

  stop(): void {
    this.#observer.disconnect();
    removeEventListener("load", this.#onload);
    if (this.#answer !== null) clearTimeout(this.#answer);
  }

  #tellChange(): void {
    const {size} = this;
    if (size === null || size.height === this.#told) return;
    this.#told = size.height;
    this.#given.tell(size.height, size.width);
  }
}

/** A fraction of a px needs a whole one, or the frame gets a scroll bar; a sum of fractions that misses a whole one by less than is drawn does not. */
const wholeUp = (length: number) => Math.ceil(length - 1 / 64);
