import type {Language} from "../data/languages.ts";

const GUESS = 0.56;

/** Measures words as the page will set them, and again when its fonts have come. */
export class Ruler {
  #fonts = $state(0);
  #context: OffscreenCanvasRenderingContext2D | null | undefined;
  #widths = new Map<string, number>();
  #lang: () => Language;

  constructor(lang: () => Language) {
    this.#lang = lang;
  }

  /** To be attached to the element whose fonts count. */
  watch = (): (() => void) | void => {
    const {fonts} = document;
    if (fonts === undefined) return;
    const again = () => {
      this.#widths.clear();
      this.#fonts++;
    };
    fonts.addEventListener("loadingdone", again);
    return () => fonts.removeEventListener("loadingdone", again);
  };

  /** Width in px; a guess where there is no canvas. `family` as in the theme. */
  width(text: string, size = 11, weight = 400, family: "sans" | "serif" = "sans"): number {
    void this.#fonts;
    const arabic = this.#lang() === "ar";
    const latin = family === "serif" ? `"Source Serif 4"` : `"Inter"`;
    const families = arabic ? `"Noto Sans Arabic", ${latin}` : `${latin}, "Noto Sans Arabic"`;
    const font = `${weight} ${size}px ${families}, ${family === "serif" ? "Georgia, serif" : "system-ui, sans-serif"}`;
    const key = `${font}|${text}`;
    let width = this.#widths.get(key);
    if (width === undefined) {
      this.#context ??= typeof OffscreenCanvas === "undefined" ? null : new OffscreenCanvas(1, 1).getContext("2d");
      if (this.#context === null) width = text.length * size * GUESS;
      else {
        this.#context.font = font;
        width = this.#context.measureText(text).width;
      }
      this.#widths.set(key, width);
    }
    return width;
  }
}
