import type {Part} from "../../i18n/rich.ts";
import type {Run} from "../drawing/drawing.ts";
import {runsOf, widthOfLine, type Line, type Page, type Style} from "./page.ts";

const ELLIPSIS = "…";
/** Letters of a text that are looked at: no picture has room for more. */
const LONGEST = 3000;

export interface WrapOptions {
  /** Lines at most; what has no room ends in an ellipsis. */
  most?: number;
  /** Lines of about the same length, as a headline has them. */
  even?: boolean;
  /** No last line of a word or two, where the lines above can spare some. */
  full?: boolean;
}

/** A text broken into lines of at most `width`. No line begins with a sign that belongs to the word before it. */
export function wrapped(
  page: Page,
  text: string | readonly Part[],
  width: number,
  style: Style,
  {most = Infinity, even = false, full = false}: WrapOptions = {},
): Line[] {
  const words = wordsOf(page, runsOf(typeof text === "string" ? [text] : text, style), width, style);
  let lines = filled(page, words, width, style);
  if (lines.length > most) return cut(page, lines, most, width, style);
  if (full && lines.length > 1) lines = fuller(page, words, lines, width, style);
  if (!even || lines.length < 2) return lines.map(({runs}) => runs);
  for (let narrower = width - 4; narrower > width / 3; narrower -= 4) {
    const next = filled(page, words, narrower, style);
    if (next.length > lines.length || next.some((line) => line.width > width)) break;
    lines = next;
  }
  return lines.map(({runs}) => runs);
}

/** As many whole sentences as `most` lines hold; the beginning of the first where not even that fits. */
export function sentencesWithin(page: Page, text: string, width: number, style: Style, most: number): Line[] {
  const all = wrapped(page, text, width, style);
  if (all.length <= most) return all;
  const sentences = [...new Intl.Segmenter(page.i18n.lang, {granularity: "sentence"}).segment(text.slice(0, LONGEST))];
  for (let count = sentences.length - 1; count > 0; count--) {
    const lines = wrapped(page, text.slice(0, sentences[count]!.index).trim(), width, style);
    if (lines.length <= most) return lines;
  }
  return wrapped(page, text, width, style, {most});
}

interface Word {
  runs: Run[];
  width: number;
}

/** The words of a line of runs; one that is wider than a line is broken where it has to be. */
function wordsOf(page: Page, runs: readonly Run[], width: number, style: Style): Word[] {
  const words: Run[][] = [[]];
  for (const run of runs) {
    run.text
      .slice(0, LONGEST)
      .replace(/[ \p{Cc}\u2028\u2029]+/gu, " ")
      .split(/ (?![:;!?»])/)
      .forEach((text, i) => {
        if (i > 0) words.push([]);
        if (text !== "") words.at(-1)!.push({...run, text});
      });
  }
  return words
    .filter((word) => word.length > 0)
    .flatMap((word) => {
      const wide = widthOfLine(page, word, style);
      return wide <= width ? [{runs: word, width: wide}] : pieces(page, word, width, style);
    });
}

function pieces(page: Page, word: readonly Run[], width: number, style: Style): Word[] {
  const done: Word[] = [];
  let [runs, taken]: [Run[], number] = [[], 0];
  const letters = new Intl.Segmenter(page.i18n.lang, {granularity: "grapheme"});
  for (const run of word)
    for (const {segment: text} of letters.segment(run.text)) {
      const wide = widthOfLine(page, [{...run, text}], style);
      if (taken + wide > width && taken > 0) {
        done.push({runs: joined(runs), width: taken});
        [runs, taken] = [[], 0];
      }
      runs.push({...run, text});
      taken += wide;
    }
  done.push({runs: joined(runs), width: taken});
  return done;
}

function filled(page: Page, words: readonly Word[], width: number, style: Style): Word[] {
  const space = widthOfLine(page, [{text: " "}], style);
  const lines: Word[] = [];
  for (const word of words) {
    const last = lines.at(-1);
    if (last === undefined || last.width + space + word.width > width) lines.push(word);
    else
      lines[lines.length - 1] = {
        runs: joined([...last.runs, {text: " "}, ...word.runs]),
        width: last.width + space + word.width,
      };
  }
  return lines;
}

/** Neighbours of one look as one run; a space goes with what stands before it. */
function joined(runs: readonly Run[]): Run[] {
  const done: Run[] = [];
  for (const run of runs) {
    const last = done.at(-1);
    const isSame = last !== undefined && (run.text === " " || (last.weight === run.weight && last.fill === run.fill));
    if (isSame) done[done.length - 1] = {...last, text: last.text + run.text};
    else done.push(run);
  }
  return done;
}

/** Lines that are a little shorter, so that the last is longer. */
function fuller(page: Page, words: readonly Word[], lines: Word[], width: number, style: Style): Word[] {
  const least = width * 0.3;
  for (let narrower = width; narrower > width * 0.86 && lines.at(-1)!.width < least; narrower -= 4) {
    const next = filled(page, words, narrower, style);
    if (next.length > lines.length) break;
    lines = next;
  }
  return lines;
}

function cut(page: Page, lines: readonly Word[], most: number, width: number, style: Style): Line[] {
  const kept = lines.slice(0, most).map(({runs}) => runs);
  const last = kept.pop();
  if (last === undefined) return [];
  const text = [...last.map((run) => run.text).join("")];
  const look = last[0]!;
  while (
    text.length > 0 &&
    widthOfLine(page, [{...look, text: `${text.join("").trimEnd()}${ELLIPSIS}`}], style) > width
  )
    text.pop();
  return [...kept, [{...look, text: `${text.join("").trimEnd()}${ELLIPSIS}`}]];
}
