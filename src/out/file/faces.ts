import type {Face} from "../../data/save/singlePage.ts";
import {rangesOf} from "../unicodeRange.ts";

/** Which UTF-16 units beyond ASCII stand in a text. */
export class Characters {
  #seen = new Uint8Array(0x10000);

  add(text: string): void {
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (unit > 127) this.#seen[unit] = 1;
    }
  }

  /** Those of the faces that the text is set in. */
  facesAmong(faces: readonly Face[]): Face[] {
    return faces.filter(({range}) =>
      rangesOf(range).some(([from, to]) => this.#seen.subarray(from, to + 1).includes(1)),
    );
  }
}
