const GRIDS: readonly (readonly [string, RegExp])[] = [
  ["MGRS", /^\d{1,2} ?[C-HJ-NP-X] ?[A-HJ-NP-Z]{2} ?(?:\d{2}|\d{4}|\d{6}|\d{8}|\d{10}|\d{1,5} \d{1,5})$/i],
  ["UTM", /^(?:zone )?\d{1,2} ?[C-HJ-NP-X],? ?\d{6}(?:\.\d{1,6})? ?(?:m ?E)?[, ] ?\d{1,8}(?:\.\d{1,6})? ?(?:m ?N)?$/i],
  ["UTM", /^\d{6}(?:\.\d{1,6})? ?m ?E[, ] ?\d{1,8}(?:\.\d{1,6})? ?m ?N(?:[, ] ?\d{1,2} ?[C-HJ-NP-X])?$/i],
  ["British National Grid", /^[HJNOST][A-HJ-Z] ?(?:\d{6}|\d{8}|\d{10}|\d{3,5} \d{3,5})$/],
  [
    "plus codes",
    /^(?:[23456789CFGHJMPQRVWX]{4,8}|[23456789CFGHJMPQRVWX]{2}0{6})\+(?:[23456789CFGHJMPQRVWX]{2,7})?(?:[ ,].*)?$/i,
  ],
  ["what3words", /^\/{3}[^\s/.]{2,30}\.[^\s/.]{2,30}\.[^\s/.]{2,30}$/],
];

/** The system of a place written as letters and digits of a grid: MGRS, UTM with its zone, plus codes ...; null for any other text. */
export function gridReference(text: string): string | null {
  if (text.length < 5 || text.length > 100) return null;
  const trimmed = text.trim();
  for (const [name, pattern] of GRIDS) if (pattern.test(trimmed)) return name;
  return null;
}
