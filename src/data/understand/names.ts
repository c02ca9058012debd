const LONGEST = 200;
/** A name in its normal form that is ASCII, as most are. */
const NORMAL = /^[a-z\d]+(?:_[a-z\d]+)*$/;
const ASCII = /^[ -~]*$/;

/** Letters that Unicode does not take apart into a letter and an accent. */
const FOLDED: Readonly<Record<string, string>> = {
  ß: "ss",
  ø: "o",
  ł: "l",
  đ: "d",
  ð: "d",
  þ: "th",
  æ: "ae",
  œ: "oe",
  ı: "i",
  ی: "ي",
  ې: "ي",
  ک: "ك",
  ى: "ي",
  ة: "ه",
};

/**
 * A column's name in the form that names are compared in: words in lower case without accents, joined by `_`. `ActionGeo_Lat`, `actiongeo lat`
 * apart, gives `action_geo_lat`; `Date (début)` gives `date_debut`. Names are cut at 200 characters. Linear in what is left.
 */
export function normaliseName(name: string): string {
  if (name.length <= LONGEST && NORMAL.test(name)) return name;
  const key = ASCII.test(name) ? ofAscii(name) : ofAny(name);
  const from = key.startsWith("_") ? 1 : 0;
  return key.slice(from, key.endsWith("_") && key.length > from ? -1 : undefined);
}

/** The same as for any name, without the classes of Unicode, each of which takes longer to be made ready than a table's names to be read. */
const ofAscii = (name: string): string =>
  name
    .slice(0, LONGEST)
    .replace(/([a-z\d])([A-Z])/g, "$1_$2")
    .replace(/([A-Z])([A-Z][a-z])/g, "$1_$2")
    .toLowerCase()
    .replace(/['`]/g, "")
    .replace(/[^a-z\d]+/g, "_");

function ofAny(name: string): string {
  const written = name
    .slice(0, LONGEST)
    .replace(/[\p{Cf}\p{Cc}]/gu, "")
    .normalize("NFKC")
    .slice(0, LONGEST);
  const words = (written === written.toLowerCase() ? written : apart(written).toLowerCase())
    .replace(/['’`]/g, "")
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .replace(/[^\p{L}\p{N}]+/gu, "_");
  let key = "";
  for (const letter of words) key += FOLDED[letter] ?? letter;
  return key;
}

/** Words that begin with a capital letter, taken apart. */
const apart = (name: string): string =>
  name.replace(/(\p{Ll}|\p{N})(\p{Lu})/gu, "$1_$2").replace(/(\p{Lu})(\p{Lu}\p{Ll})/gu, "$1_$2");

/** What two tables of the same layout have in common: their normalised names in order. */
export const signature = (header: readonly string[]): string => header.map(normaliseName).join(" ");
