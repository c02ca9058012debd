import {pictureOf, type Order, type Picture} from "./picture.ts";

/** Keeps the picture that was asked for last, so that what is looked at and what is saved are made once. One that failed is made anew. */
export class Latest {
  #order: Order | null = null;
  #picture: Promise<Picture> | null = null;

  get(order: Order): Promise<Picture> {
    if (this.#picture === null || this.#order === null || !isSame(order, this.#order)) {
      const picture = pictureOf(order);
      this.#order = order;
      this.#picture = picture;
      picture.catch(() => {
        if (this.#picture === picture) this.#picture = null;
      });
    }
    return this.#picture;
  }
}

function isSame(a: Order, b: Order): boolean {
  const {loaded: loadedA, chapter: chapterA, ...restA} = a;
  const {loaded: loadedB, chapter: chapterB, ...restB} = b;
  return loadedA === loadedB && chapterA === chapterB && JSON.stringify(restA) === JSON.stringify(restB);
}
