const NUMBERS = new Map<string, number>();
"zero one two three four five six seven eight nine ten eleven twelve"
  .split(" ")
  .forEach((word, i) => NUMBERS.set(word, i));

/** A number from zero to twelve in English, in lower case; undefined for any other word. */
export const numberWord = (word: string): number | undefined => NUMBERS.get(word);

/** How far a text limits the number that follows or precedes: at least, at most, or about. */
export type Bound = "low" | "high" | "about";

const BEFORE: readonly (readonly [Bound, string])[] = [
  [
    "low",
    "at least|min|min.|minimum|minimum of|a minimum of|more than|over|above|no fewer than|no less than|not less than|upwards of|>|>=|≥|⩾",
  ],
  [
    "low",
    "au moins|plus de|minimum de|mindestens|mind.|mehr als|über|al menos|por lo menos|más de|mas de|pelo menos|mais de|almeno|più di|minstens",
  ],
  ["low", "en az|не менее|более|свыше|على الأقل|أكثر من|ما لا يقل عن"],
  [
    "high",
    "up to|at most|max|max.|maximum|maximum of|a maximum of|less than|fewer than|under|below|no more than|not more than|as many as|<|<=|≤|⩽",
  ],
  [
    "high",
    "jusqu'à|jusqu'a|au plus|au maximum|moins de|bis zu|höchstens|weniger als|unter|hasta|como máximo|menos de|até|no máximo|fino a|meno di",
  ],
  ["high", "en fazla|до|не более|менее|على الأكثر|أقل من|ما يصل إلى"],
  [
    "about",
    "about|around|approx|approx.|approximately|roughly|c|c.|ca|ca.|circa|some|nearly|almost|an estimated|estimated|est.|est|~|≈|≃|∼|～|˜",
  ],
  [
    "about",
    "environ|près de|presque|vers|etwa|ungefähr|rund|zirka|fast|geschätzt|unos|unas|aproximadamente|alrededor de|cerca de|casi",
  ],
  ["about", "quase|quasi|yaklaşık|около|примерно|حوالي|نحو|تقريبا"],
];
const AFTER: readonly (readonly [Bound, string])[] = [
  [
    "low",
    "+|or more|and more|or above|at least|minimum|min|min.|and counting|ou plus|et plus|oder mehr|o más|ou mais|o più|или более|على الأقل",
  ],
  ["high", "or less|or fewer|at most|maximum|max|max.|ou moins|oder weniger|o menos"],
  ["about", "approx|approx.|approximately|or so|environ|ca.|est.|est|estimated|?"],
];

const table = (rows: readonly (readonly [Bound, string])[]) => {
  const words = new Map<string, Bound>();
  for (const [bound, phrases] of rows) for (const phrase of phrases.split("|")) words.set(phrase, bound);
  return words;
};
const before = table(BEFORE);
const after = table(AFTER);

/** The bound that a phrase in lower case before a number sets, and one after it. */
export const boundBefore = (phrase: string): Bound | undefined => before.get(phrase);
export const boundAfter = (phrase: string): Bound | undefined => after.get(phrase);

const BETWEEN = new Set("- -- to or and bis oder und à a ou et y o e до или ~ .. ... إلى الى أو".split(" "));

/** Whether a text between two numbers makes them the ends of a range; words stand between spaces. */
export const joinsRange = (text: string): boolean =>
  BETWEEN.has(text.trim()) && (!/\p{L}/u.test(text) || /^ .* $/u.test(text));

const OPENS = new Set("between from entre de zwischen von desde da от между بين من".split(" "));

/** Whether a word before a range belongs to it: between, from. */
export const opensRange = (text: string): boolean => OPENS.has(text);

const VAGUE =
  /^(?:(?:an? |des |de |einige |ein paar |many |several )?(?:dozens?|scores?|hundreds?|thousands?|tens|several|many|multiple|numerous|various|some|few|couple|handful|lots|heavy|significant|unconfirmed|pending|missing|dizaines?|douzaines?|centaines?|milliers|plusieurs|quelques|nombreux|nombreuses|dutzende?|hunderte|tausende|mehrere|viele|einige|docenas?|decenas|cientos|miles|varios|varias|muchos|dezenas|centenas|vários|decine|centinaia|несколько|десятки|сотни|много|عشرات|العشرات|مئات|المئات|عدة|عدد من|بضعة)(?: of| de| von)?(?: [\p{L}\p{M}' ]{1,60})?)$/u;

/** Whether a text in lower case says, without a number, that there were some or that it is open: dozens, several people, pending. */
export const isVague = (text: string): boolean => VAGUE.test(text);

const SCALES = new Map([
  ["hundred", 100],
  ["thousand", 1000],
  ["million", 1_000_000],
]);

/** By how much a word after a number multiplies it: 3 thousand; 1 for any other word. */
export const scaleOf = (word: string): number => SCALES.get(word) ?? 1;

/** Words after a number that make it no count of people or things: percentages, dozens, times, dates. */
const FOREIGN =
  /^(?:%|per ?cent|percent|dozens?|scores?|billion|trillion|milliards?|billions|milliers?|mille|mil|tausend|millionen|k|m|mn|bn|km|hours?|hrs?|days?|weeks?|months?|years?|minutes?|am|pm|th|st|nd|rd|january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|usd|eur|dollars?|euros?)\b/;

/** Whether words after a number leave it a count: 3 killed, 12 civilians. */
export const isCounted = (words: string): boolean =>
  /^[\p{L}\p{M}' ,.;:/()-]{1,160}$/u.test(words) && !FOREIGN.test(words);
