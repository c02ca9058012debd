const LENGTH = 200;

/** Marks that are not seen: soft hyphens, zero-width and directional ones, byte order marks. */
const UNSEEN = /[\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff]/g;

/** The text of a header cell as it is shown: without marks that are not seen, on one line. */
export const shownName = (cell: string): string =>
  cell.slice(0, 2000).replace(UNSEEN, "").replace(/\s+/g, " ").trim().slice(0, LENGTH).trimEnd();

/** Makes names unique, "date", "date (2)", and gives those without one their number, "column 3". */
export function uniqueNames(names: readonly string[]): string[] {
  const given = new Set(names);
  const taken = new Set<string>();
  const tries = new Map<string, number>();
  return names.map((name, i) => {
    const base = name === "" ? `column ${i + 1}` : name;
    let unique = base;
    for (let n = tries.get(base) ?? 2; taken.has(unique) || (unique !== name && given.has(unique)); n++) {
      unique = `${base} (${n})`;
      tries.set(base, n + 1);
    }
    taken.add(unique);
    return unique;
  });
}
