/** Letters beyond ASCII by language or script, the common ones first. */
const LATIN = [
  "éèàçêôâîûëïùüœæÿ",
  "äöüß",
  "óíáéñúü",
  "ãçáéóíêâõôàú",
  "àèéìòù",
  "åäöéøæ",
  "áíéóðþýúöæ",
  "łóąężśćńź",
  "íáéěřšžčýůúťďňóľôĺŕä",
  "áéöóőíüúű",
  "ăâîşţșț",
  "ıüşöğçİâ",
  "čšžćđ",
  "ėšįųąčęžūāīēķļģņõä",
].map((letters) => new Set(letters));
/** Its own letters share their bytes with Turkish ones, which are met far more often. */
const ICELANDIC = LATIN[6]!;
const OTHERS = [
  "оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъёіїєґ",
  "αοιετσνηυρπκμλςωίόέάήύώθδγχφβξζψ",
  "اليمنروتبدعسهةفقكحجأصشطىخإضذزغءئؤظثآپچگی",
  "יוהלאתרבמשנםדחקפכעסטגזןצךףץ",
  "กขคงจชซฐณดตถทนบปผพฟภมยรลวศษสหอฮะาิีึืุูเแโไใ่้็์",
  "的一是在不了有人国國中大上市年月日北京区县省事件死地方東西南本のにはをたがで이다는에의가을서",
];
const COMMON = new Map(
  OTHERS.flatMap((letters) => [...letters].map((letter, rank) => [letter, rank < 12 ? 1 : 0.85] as const)),
);
/** Less common, but ordinary letters of one script. */
const ORDINARY = 0.45;

const LETTER = /\p{L}|\p{M}/u;
const LOWER = /\p{Ll}/u;
const UPPER = /\p{Lu}/u;
const SCRIPTS: [name: string, pattern: RegExp][] = [
  ["latin", /\p{Script=Latin}/u],
  ["cyrillic", /\p{Script=Cyrillic}/u],
  ["greek", /\p{Script=Greek}/u],
  ["arabic", /\p{Script=Arabic}/u],
  ["hebrew", /\p{Script=Hebrew}/u],
  ["thai", /\p{Script=Thai}/u],
  ["kana", /\p{Script=Hiragana}|\p{Script=Katakana}/u],
  ["han", /\p{Script=Han}/u],
  ["hangul", /\p{Script=Hangul}/u],
];
const EAST_ASIAN = ["kana", "han", "hangul"];
/** Words of a few letters that settle short texts whose letters alone do not: places and particles. */
const WORDS = [
  "بغداد",
  "دمشق",
  "حلب",
  "غزة",
  "بيروت",
  "صنعاء",
  "الموصل",
  "القاهرة",
  "البصرة",
  "إدلب",
  "في",
  "من",
  "على",
  "إلى",
];

/** How likely a text, decoded from bytes above 127, was meant so: about 1 for words of one language, below 0 for garbage. 0 for plain ASCII. */
export function plausibility(text: string): number {
  const characters = [...text.slice(0, 40_000)];
  const kinds = new Map<string, Kind>();
  const kind = (character: string | undefined): Kind => {
    if (character === undefined) return NOTHING;
    let known = kinds.get(character);
    if (known === undefined) kinds.set(character, (known = kindOf(character)));
    return known;
  };
  const language = languageOf(characters);
  let sum = 0;
  let count = 0;
  for (const [at, character] of characters.entries()) {
    if (character.codePointAt(0)! < 128) continue;
    count++;
    sum += inPlace(character, kind(characters[at - 1]), kind(character), kind(characters[at + 1]), language);
  }
  if (count === 0) return 0;
  const words = WORDS.some((word) => ` ${text.replace(/[^\p{L}]+/gu, " ")} `.includes(` ${word} `));
  return sum / count + (words ? 0.3 : 0);
}

/** The alphabet that most of the letters are from. */
function languageOf(characters: readonly string[]): ReadonlySet<string> {
  const counts = LATIN.map(() => 0);
  for (const character of characters) {
    if (character.codePointAt(0)! < 128) continue;
    const letter = character.toLowerCase();
    for (const [i, alphabet] of LATIN.entries()) if (alphabet.has(letter)) counts[i]!++;
  }
  return LATIN[counts.indexOf(Math.max(...counts))]!;
}

interface Kind {
  ascii: boolean;
  letter: boolean;
  lower: boolean;
  upper: boolean;
  digit: boolean;
  space: boolean;
  script: string;
}
const NOTHING: Kind = {ascii: true, letter: false, lower: false, upper: false, digit: false, space: true, script: ""};

function kindOf(character: string): Kind {
  return {
    ascii: character.codePointAt(0)! < 128,
    letter: LETTER.test(character),
    lower: LOWER.test(character),
    upper: UPPER.test(character),
    digit: /\d/.test(character),
    space: /[\s,;|"()[\]/]/.test(character),
    script: SCRIPTS.find(([, pattern]) => pattern.test(character))?.[0] ?? "",
  };
}

function inPlace(character: string, before: Kind, self: Kind, after: Kind, language: ReadonlySet<string>): number {
  if (character === "\ufffd" || /[\u0080-\u009f\ue000-\uf8ff]/.test(character)) return -2;
  if (!self.letter) return markInPlace(character, before, after);
  const foreign = (other: Kind): boolean =>
    other.letter && other.script !== "" && self.script !== "" && other.script !== self.script;
  const apart = EAST_ASIAN.includes(self.script)
    ? (other: Kind) => other.letter && !EAST_ASIAN.includes(other.script)
    : foreign;
  if (apart(before) || apart(after)) return -1;
  if (self.upper && before.lower) return -0.8;
  if (self.lower && before.upper && after.upper) return -0.5;
  if (EAST_ASIAN.includes(self.script))
    return EAST_ASIAN.includes(before.script) || EAST_ASIAN.includes(after.script)
      ? COMMON.has(character)
        ? 1
        : 0.7
      : -0.3;
  const alone = before.letter || after.letter ? 0 : 0.4;
  const lower = character.toLowerCase();
  if (self.script !== "latin") return (COMMON.get(lower) ?? ORDINARY) - alone;
  const accents = (before.letter && !before.ascii ? 1 : 0) + (after.letter && !after.ascii ? 1 : 0);
  const known = language.has(lower)
    ? language === ICELANDIC
      ? 0.75
      : 1
    : LATIN.some((alphabet) => alphabet.has(lower))
      ? 0.5
      : -0.2;
  return known - alone - [0, 0.25, 1.3][accents]!;
}

/** Whether a mark stands where writers put it. */
function markInPlace(character: string, before: Kind, after: Kind): number {
  const inWord = before.letter && after.letter;
  switch (character) {
    case "’":
      return before.letter || before.digit ? 1 : 0.2;
    case "‘":
    case "“":
    case "„":
    case "«":
      return before.space && !after.space ? 1 : before.space || after.space ? 0.5 : -0.5;
    case "”":
    case "»":
      return after.space || !after.letter ? 0.9 : -0.5;
    case "–":
    case "—":
    case "…":
    case "•":
    case "\u00a0":
    case "،":
    case "؛":
    case "؟":
      return inWord ? 0.3 : 0.8;
    case "€":
    case "£":
    case "%":
      return before.digit || after.digit || before.space || after.space ? 0.6 : -0.6;
    case "°":
    case "º":
    case "ª":
    case "²":
    case "³":
    case "½":
      return before.digit || /[nN]/.test("") ? 0.8 : inWord ? -0.9 : -0.1;
    case "№":
      return 0.6;
    default:
      return inWord ? -1 : -0.3;
  }
}
