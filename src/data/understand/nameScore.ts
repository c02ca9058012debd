import {normaliseName} from "./names.ts";
import {AGAINST, PARTIAL, ROLE_WORDS, type Meaning} from "./roleWords.ts";

/** How well a name says what a column holds: 0 not at all, about 100 outright. `word` is what said so. */
export interface NameScore {
  score: number;
  word: string;
}

const NOTHING: NameScore = {score: 0, word: ""};
const WHOLE = 100;
const LAST_WORD = 70;
const FIRST_WORD = 60;
const WITHIN = 45;
const WEAK = 0.6;
const SPOILT = 0.3;
/** Earlier words of a list win over later ones, by at most this. */
const RANK = 9;
const LONGEST_PHRASE = 4;
const MOST_WORDS = 12;

interface Phrase {
  whole: boolean;
  weight: number;
  rank: number;
}

const listed = (text: string): string[] => text.split(/\s+/).filter((word) => word !== "");

function phrasesOf(lines: readonly string[]): Map<string, Phrase> {
  const phrases = new Map<string, Phrase>();
  const all = listed(lines.join(" "));
  all.forEach((entry, i) => {
    const whole = entry.startsWith("=");
    const weak = /^=?~/.test(entry);
    const key = normaliseName(entry.replace(/^=?~?/, ""));
    const phrase = {whole, weight: weak ? WEAK : 1, rank: (RANK * i) / all.length};
    const known = phrases.get(key);
    if (known === undefined) phrases.set(key, phrase);
    else
      phrases.set(key, {whole: known.whole && whole, weight: Math.max(known.weight, phrase.weight), rank: known.rank});
  });
  return phrases;
}

const meanings = Object.keys(ROLE_WORDS) as Meaning[];
/** Made as they are asked for: who reads rows only asks for none. */
const PHRASES = new Map<Meaning, Map<string, Phrase>>();
const SPOILERS = new Map(meanings.map((meaning) => [meaning, new Set(listed(AGAINST[meaning] ?? ""))]));
const PARTS = new Set(listed(PARTIAL));

/** Scores a normalised name. */
export function scoreName(meaning: Meaning, key: string): NameScore {
  if (key === "") return NOTHING;
  let phrases = PHRASES.get(meaning);
  if (phrases === undefined) PHRASES.set(meaning, (phrases = phrasesOf(ROLE_WORDS[meaning])));
  const exact = phrases.get(key);
  if (exact !== undefined) return {score: WHOLE * exact.weight - exact.rank * exact.weight, word: key};
  const words = key.split("_").slice(0, MOST_WORDS);
  let best = NOTHING;
  let matched: readonly [number, number] = [0, 0];
  for (let from = 0; from < words.length; from++) {
    for (let to = from + 1; to <= Math.min(words.length, from + LONGEST_PHRASE); to++) {
      const word = words.slice(from, to).join("_");
      const phrase = phrases.get(word);
      if (phrase === undefined || phrase.whole) continue;
      const where = to === words.length ? LAST_WORD : from === 0 ? FIRST_WORD : WITHIN;
      const score = (where + 4 * (to - from) - phrase.rank) * phrase.weight;
      if (score > best.score) {
        best = {score, word};
        matched = [from, to];
      }
    }
  }
  if (best === NOTHING) return best;
  const spoilers = SPOILERS.get(meaning)!;
  const spoilt = words.some((word, i) => (i < matched[0] || i >= matched[1]) && spoilers.has(word));
  return spoilt ? {score: best.score * SPOILT, word: best.word} : best;
}

/** Whether a count of this name covers only some of the people: civilians, children, the lower bound. */
export const isPartial = (key: string): boolean => key.split("_").some((word) => PARTS.has(word));

/** The name without the words that say what it holds: what names of one family (`end_year`, `end_month`) have in common. */
export const stemOf = (key: string, word: string): string =>
  word !== "" && key.startsWith(word)
    ? key.slice(word.length)
    : key.endsWith(word)
      ? key.slice(0, key.length - word.length)
      : key;
