/** A piece of text that is never broken; `strong` pieces run in as a heading. */
export interface Token {
  text: string;
  strong: boolean;
}

/** Width in px of a text at the size of annotations. */
export type Measure = (text: string, strong: boolean) => number;

export interface Shape {
  lines: Token[][];
  width: number;
}

const SPACE = 3.4;
const AFTER_STRONG = 5;

export function tokensOf(strong: string, text: string): Token[] {
  return [
    ...(strong === "" ? [] : [{text: strong, strong: true}]),
    ...text
      .split(/ (?![:;!?»])/)
      .filter((word) => word !== "")
      .map((word) => ({text: word, strong: strong === ""})),
  ];
}

/** Every shape of the text from one line to `most`, each wrapped to the narrowest width that keeps its number of lines. */
export function shapesOf(tokens: readonly Token[], measure: Measure, most: number, widest: number): Shape[] {
  const widths = tokens.map(({text, strong}) => measure(text, strong));
  const gaps = tokens.map(({strong}, i) => (strong && tokens[i + 1]?.strong === false ? AFTER_STRONG : SPACE));
  const width = (from: number, to: number) => {
    let sum = 0;
    for (let i = from; i < to; i++) sum += widths[i]! + (i + 1 < to ? gaps[i]! : 0);
    return sum;
  };
  const fill = (limit: number): [number, number][] | null => {
    const lines: [number, number][] = [];
    for (let from = 0; from < tokens.length;) {
      let to = from + 1;
      if (width(from, to) > limit) return null;
      while (to < tokens.length && width(from, to + 1) <= limit) to++;
      lines.push([from, to]);
      from = to;
    }
    return lines;
  };
  const limits: number[] = [];
  for (let from = 0; from < tokens.length; from++)
    for (let to = from + 1; to <= tokens.length; to++) limits.push(width(from, to));
  limits.sort((a, b) => a - b);
  const shapes: Shape[] = [];
  for (const limit of limits) {
    if (limit > widest) break;
    const lines = fill(limit);
    if (lines === null || lines.length > most) continue;
    if (shapes.some((shape) => shape.lines.length === lines.length)) continue;
    shapes.push({
      lines: lines.map(([from, to]) => tokens.slice(from, to)),
      width: Math.max(...lines.map(([from, to]) => width(from, to))),
    });
  }
  return shapes;
}
