/** How a text is set: size in px, weight, and tracking in em. */
export interface Face {
  size: number;
  weight: number;
  tracking?: number;
}

/** Width of a text in px. */
export type Measure = (text: string, face: Face) => number;

const KEPT = 4000;

/** A rough guess, for where there is no canvas. */
export const guessWidth: Measure = (text, {size, tracking = 0}) => text.length * size * (0.56 + tracking);

/** Measures by a canvas in `family`, a CSS font-family list, and remembers what it measured. */
function canvasMeasure(family: string): Measure {
  const context = document.createElement("canvas").getContext("2d");
  if (context === null) return guessWidth;
  const widths = new Map<string, number>();
  return (text, {size, weight, tracking = 0}) => {
    const font = `${weight} ${size}px ${family}`;
    const key = `${font} ${text}`;
    let width = widths.get(key);
    if (width === undefined) {
      if (widths.size > KEPT) widths.clear();
      context.font = font;
      width = context.measureText(text).width;
      widths.set(key, width);
    }
    return width + tracking * size * text.length;
  };
}

/** Hands over a measure of the type that an element is set in, now and again when more of it has come. Returns how to stop. */
export function measureBy(element: Element, found: (measure: Measure) => void): () => void {
  const {fontFamily} = getComputedStyle(element);
  const again = () => found(canvasMeasure(fontFamily));
  again();
  document.fonts?.addEventListener("loadingdone", again);
  return () => document.fonts?.removeEventListener("loadingdone", again);
}
