/** Longer cells are no dates; nothing longer meets a regex. */
export const LONGEST_DATE = 64;

/** Marks that cannot be seen: soft hyphen, zero width, direction, byte order, tatweel. */
const INVISIBLE = /[\u00ad\u0640\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;
const OTHER_DIGITS = /[\u0660-\u0669\u06f0-\u06f9\u0966-\u096f\u09e6-\u09ef\u0e50-\u0e59\u1040-\u1049\u17e0-\u17e9]/g;
const PRINTABLE_ASCII = /^[ -~]*$/;

/** Blocks of the scripts of India start at a code that ends in 6, all others at one that ends in 0. */
function asciiDigit(digit: string): string {
  const code = digit.charCodeAt(0);
  return String((code & 15) - (code >= 0x900 && code < 0xe00 ? 6 : 0));
}

/**
 * Text as it is compared: lower case, without accents, vowel marks and unseen characters, digits of any script as 0-9, letters of Arabic
 * and Persian keyboards as one, hyphens as `-`, dashes as `–`, runs of space as one.
 */
export function foldText(text: string): string {
  if (PRINTABLE_ASCII.test(text)) return text.toLowerCase().replace(/ +/g, " ").trim();
  return text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .normalize("NFC")
    .replace(INVISIBLE, "")
    .replace(OTHER_DIGITS, asciiDigit)
    .toLowerCase()
    .replace(/\p{M}/gu, "")
    .replace(/[ıςىیکة‐‑−‒–—―〜’‘´׳،、]/g, (c) => FOLDED.get(c) ?? c)
    .replace(/\s+/g, " ")
    .trim();
}

/** Letters and signs that mean the same, in pairs. */
const SAME = "ıi ςσ ىي یي کك ةه ‐- ‑- −- ‒– —– ―– 〜~ ’' ‘' ´' ׳' ،, 、,";
const FOLDED: ReadonlyMap<string, string> = new Map(SAME.split(" ").map((pair) => [pair[0]!, pair[1]!]));

const SAYS_UNKNOWN = `
- -- – . .. ... ? ?? ??? * x / na n.a. n/a #n/a #ref! #value! #name? #num! #null! #div/0! nan nat nil null none undefined missing pending
(null) <null> <na> (blank) (none) (unknown) [unknown] \\n unkn unk unknown unspecified nd n.d. s.d. s/d sd k.a. tbd tba tbc tbc. o.j.
date_unknown unknown_date time_unknown year_unknown no_date not_known not_available not_applicable not_stated not_specified undated
inconnu inconnue non_connu unbekannt desconocido desconocida desconhecido desconhecida sconosciuto sconosciuta onbekend okand ukjent
bilinmiyor nieznana nieznany nieznane неизвестно неизвестна невідомо غير_معروف غير_معلوم مجهول לא_ידוע άγνωστο tidak_diketahui نامشخص
`;
const UNKNOWN: ReadonlySet<string> = new Set(
  SAYS_UNKNOWN.trim()
    .split(/\s+/)
    .map((words) => foldText(words.replaceAll("_", " "))),
);

/** Whether a folded text says that there is nothing to say. */
export const saysUnknown = (folded: string): boolean =>
  folded === "" || UNKNOWN.has(folded) || /^[0:/. -]+$/.test(folded);
