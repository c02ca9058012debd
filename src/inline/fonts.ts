import first from "../ui/fonts/fonts.css?inline";

const added = new Set<string>();

/** Makes the fonts of the first picture known to the page: rules for fonts count for nothing in a shadow root. Each is fetched when a text needs it. */
export const addFonts = (): void => add(first);

/** Those for the characters that others lack. */
export const addOtherFonts = async (): Promise<void> => add((await import("../ui/fonts/others.css?inline")).default);

/** Adds what the rules of a sheet declare, once for a page. */
function add(css: string): void {
  if (added.has(css)) return;
  added.add(css);
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  for (const rule of sheet.cssRules) {
    if (!(rule instanceof CSSFontFaceRule)) continue;
    const said = (name: string) => rule.style.getPropertyValue(name);
    const face = new FontFace(said("font-family").replaceAll('"', ""), said("src"), {
      style: said("font-style"),
      weight: said("font-weight"),
      unicodeRange: said("unicode-range"),
      display: "swap",
    });
    document.fonts.add(face);
  }
}
