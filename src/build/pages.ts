import type {Page} from "./discovery.ts";

/** What a page is made of, beside the page that was built. */
export interface Parts {
  page: Page;
  /** Tags of the head, in place of the built page's title and description. */
  head: string;
  /** What stands in the page until the app does. */
  still: string;
  /** Files to be fetched early, below the page. */
  early: readonly {href: string; as: "module" | "style" | "font"}[];
  /** Origins whose pages may drive the page in their frame. */
  origins: string;
}

/** One page of the build from the one that Vite has written. Throws where that is not as expected, so that no page goes out without its parts. */
export function pageFrom(built: string, {page, head, still, early, origins}: Parts): string {
  const {view, lang} = page;
  const attributes = [
    `lang="${lang}"`,
    `dir="${lang === "ar" ? "rtl" : "ltr"}"`,
    // Without it the page speaks the reader's language, where it can.
    ...(lang === "en" ? [] : [`data-lang="${lang}"`]),
    ...(view === "embed" ? [`data-view="embed"`] : []),
  ];
  const hints = early.map(({href, as}) =>
    as === "module"
      ? `<link rel="modulepreload" crossorigin href="${href}">`
      : `<link rel="preload" as="${as}" crossorigin href="${href}">`,
  );
  const allowed = origins === "" ? "" : `<meta name="dateline-origins" content="${origins}">`;
  const places: [RegExp, string][] = [
    [/<html[^>]*>/, `<html ${attributes.join(" ")}>`],
    [/<title>[^<]*<\/title><meta name="description"[^>]*>/, head],
    [/<\/head>/, `${hints.join("")}${allowed}</head>`],
    [/(?<=<date-line>)(?=<\/date-line>)/, still],
  ];
  return places.reduce((text, [place, part]) => {
    if (!place.test(text)) throw new Error(`the built page has no ${place}`);
    return text.replace(place, () => part);
  }, lean(built));
}

/** Without the line breaks and indents of the source. */
const lean = (html: string): string => html.trim().replace(/>\s+</g, "><").replace(/\s+/g, " ");

/** `https://a.example https://b.example` as it may stand in a page; throws where a part is no origin. */
export function originsOf(text: string | undefined): string {
  const given = (text ?? "").split(/[\s,]+/).filter((part) => part !== "");
  for (const each of given)
    if (!URL.canParse(each) || new URL(each).origin !== each) throw new Error(`DATELINE_ORIGINS: ${each} is no origin`);
  return given.join(" ");
}
