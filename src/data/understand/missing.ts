/** What tables of many tools and languages write where a value is not known; in lower case. */
const WORDS = new Set<string>();
for (const word of [
  "- -- --- – — — ... … . .. ? ?? ??? * / n/a na n.a. n.a n\\a nan null (null) nil none \\n #n/a #na #nv #ref! #value! #div/0! #name? #null! #num!",
  "#spill! #calc! #error! #bezug! #wert! #valeur! #nom? #nombre? <na> <null> <none> [null] nat undefined unkn unk unknown",
  "unspecified undetermined undisclosed unavailable tbc tbd tba (blank) (empty) (unknown)",
  "inconnu inconnue inconnus n.c. n.d. n.r. unbekannt k.a. desconocido desconocida desconhecido sconosciuto onbekend",
  "bilinmiyor нет неизвестно н/д неизвестен невідомо okänd ukjent ukendt nieznany nieznane ismeretlen neznámý άγνωστο 不明 不详 未知 미상",
  "مجهول",
])
  for (const part of word.split(" ")) WORDS.add(part);
for (const phrase of [
  "not known|not available|not applicable|not reported|not stated|not specified|not recorded|not given|not determined|no data|no info",
  "no information|no report|no reports|none reported|time unknown|date unknown|location unknown|value unknown|unknown value",
  "non connu|non renseigné|non communiqué|non disponible|sans objet|keine angabe|keine angaben|nicht bekannt|sin datos|no disponible",
  "sem dados|non noto|нет данных|غير معروف|غير معروفة|غير محدد|لا يوجد|غير متوفر|غير متاح",
])
  for (const part of phrase.split("|")) WORDS.add(part);

const LONGEST = 40;
const ASCII = /^[\0-\x7f]*$/;

/**
 * Whether a cell means "not known": blank, one of the usual words and signs (`N/A`, `unknown`, `-`, `#REF!` ...), or one of `extra`,
 * which are compared trimmed, as written. Numbers that stand for "not known" (-9, -99 ...) are not missing here: see `counts.ts`
 * and `coordinateReader.ts`.
 */
export function isMissing(text: string, extra?: ReadonlySet<string>): boolean {
  if (text.length > LONGEST * 4) return false;
  const trimmed = text.trim();
  if (trimmed === "" || extra?.has(trimmed) === true) return true;
  if (trimmed.length > LONGEST) return false;
  const first = trimmed.charCodeAt(0);
  if (first >= 48 && first <= 57) return false;
  return WORDS.has(ASCII.test(trimmed) ? trimmed.toLowerCase() : trimmed.normalize("NFKC").toLowerCase().trim());
}
