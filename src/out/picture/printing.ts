import {mount, unmount} from "svelte";
import type {I18n} from "../../i18n/i18n.svelte.ts";
import Pages from "./Pages.svelte";
import type {Sheet} from "./sheets.ts";

const NAME = "dateline-pages";

/**
 * Set as a sheet of its own, so that no style stands in markup, and for as long as there is something to print. The rest of the page is not
 * taken out but made invisible: without a width the app would put everything away, what is printed included.
 */
const STYLES = `
.${NAME} { display: none; }
@media print {
  @page { size: A4 landscape; margin: 10mm; }
  html, body { block-size: auto; min-block-size: 0; margin: 0; padding: 0; overflow: visible; background: #fff !important; }
  body > :not(.${NAME}) { position: absolute !important; inset: 0 0 auto !important; block-size: 0 !important; overflow: hidden !important; }
  body > :not(.${NAME}), body > :not(.${NAME}) * { visibility: hidden !important; }
  ::backdrop { display: none !important; }
  .${NAME} { display: block; }
}`;

/**
 * Lays sheets out beside the page, where only a printer sees them, and nothing else of the page. Gives back what puts all of it away again.
 * Kept when the fonts of their words are there.
 */
export async function layOut(sheets: readonly Sheet[], i18n: I18n, story: string): Promise<() => void> {
  const target = document.createElement("div");
  target.className = NAME;
  const styles = new CSSStyleSheet();
  styles.replaceSync(STYLES);
  document.body.append(target);
  document.adoptedStyleSheets = [...document.adoptedStyleSheets, styles];
  const pages = mount(Pages, {target, props: {sheets, i18n, story}});
  let isAway = false;
  await fontsFor(sheets, story);
  return () => {
    if (isAway) return;
    isAway = true;
    void unmount(pages);
    target.remove();
    document.adoptedStyleSheets = document.adoptedStyleSheets.filter((sheet) => sheet !== styles);
  };
}

/** What is not on screen has no fonts fetched for it. One that cannot be had is stood in for, as on screen. */
async function fontsFor(sheets: readonly Sheet[], story: string): Promise<void> {
  const titles = sheets.map(({title}) => title).join("");
  const words = sheets.flatMap(({text, sources}) => [text, ...sources.flatMap((each) => [each.publisher, each.title])]);
  const all = story + words.join("");
  const faces: [string, string][] = [
    [`640 20px "Source Serif 4"`, titles],
    [`400 20px "Source Serif 4"`, all],
    [`400 20px "Inter"`, all],
    [`600 20px "Inter"`, all],
    [`640 20px "Noto Sans Arabic"`, titles],
    [`400 20px "Noto Sans Arabic"`, all],
  ];
  await Promise.allSettled(faces.map(([font, text]) => document.fonts.load(font, text)));
}
