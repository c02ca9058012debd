import {textsOf, type Drawing} from "../drawing/drawing.ts";
import {rangesOf} from "../unicodeRange.ts";

/** A file of a font as a stylesheet declares it. */
export interface Face {
  family: string;
  style: string;
  /** From and to, of the weights that it is for. */
  weight: readonly [number, number];
  /** Code points it is for: from and to of each stretch. */
  ranges: readonly (readonly [number, number])[];
  unicodeRange: string;
  url: string;
}

/** What the sheets of a page declare. A sheet of another origin, which may not be read, is passed over. */
export function facesIn(sheets: Iterable<CSSStyleSheet>, base: string): Face[] {
  const faces: Face[] = [];
  for (const sheet of sheets) {
    for (const rule of rulesOf(sheet)) {
      if (!(rule instanceof CSSFontFaceRule)) continue;
      const said = (name: string) => rule.style.getPropertyValue(name).trim();
      const url = /url\(\s*(?:"([^"]*)"|'([^']*)'|([^)\s]*))\s*\)/.exec(said("src"));
      if (url === null) continue;
      faces.push({
        family: nameOf(said("font-family")),
        style: said("font-style") || "normal",
        weight: weightsOf(said("font-weight")),
        ranges: rangesOf(said("unicode-range")),
        unicodeRange: said("unicode-range"),
        url: new URL((url[1] ?? url[2] ?? url[3])!, sheet.href ?? base).href,
      });
    }
  }
  return faces;
}

function rulesOf(sheet: CSSStyleSheet): Iterable<CSSRule> {
  try {
    return sheet.cssRules;
  } catch {
    return [];
  }
}

const nameOf = (family: string) => family.trim().replace(/^["']|["']$/g, "");

function weightsOf(text: string): [number, number] {
  const [from = 400, to = from] = text
    .replace("normal", "400")
    .replace("bold", "700")
    .split(/\s+/)
    .filter((part) => part !== "")
    .map(Number);
  return [from, to];
}

/** The files that a browser would take the letters of a drawing from, in the order in which they were declared. */
export function facesFor(drawing: Drawing, faces: readonly Face[]): Face[] {
  const used = new Set<Face>();
  const seen = new Set<string>();
  for (const item of textsOf(drawing.items)) {
    for (const run of item.runs) {
      const list = drawing.fonts[run.family ?? item.family];
      const weight = run.weight ?? item.weight;
      for (const letter of run.text) {
        const key = `${letter}${weight} ${list}`;
        if (seen.has(key)) continue;
        seen.add(key);
        const face = faceOf(letter.codePointAt(0)!, weight, list, faces);
        if (face !== undefined) used.add(face);
      }
    }
  }
  return faces.filter((face) => used.has(face));
}

function faceOf(code: number, weight: number, list: string, faces: readonly Face[]): Face | undefined {
  const away = ({weight: [from, to]}: Face) => Math.max(0, from - weight, weight - to);
  for (const family of list.split(",").map(nameOf)) {
    const able = faces.filter(
      (face) => face.family === family && face.ranges.some(([from, to]) => code >= from && code <= to),
    );
    // Of two that are as near, the one that is declared later.
    const best = able.reduceRight<Face | undefined>(
      (a, b) => (a !== undefined && away(a) <= away(b) ? a : b),
      undefined,
    );
    if (best !== undefined) return best;
  }
  return undefined;
}
