import {LANGUAGES, type Language} from "../data/languages.ts";

/** One page of the build: which arrangement it shows and in which language. */
export interface Page {
  view: "explore" | "embed";
  lang: Language;
}

/** What pages say of themselves to whoever shows, links or searches them. */
export interface Facts {
  page: Page;
  title: string;
  description: string;
  /** Where the build will stand, with a slash at its end; null while nobody knows. */
  site: string | null;
  /** The story's own words for machines. */
  record: {
    name: string;
    license: string;
    credit: string;
    /** ISO dates, first and last. */
    from: string;
    to: string;
    /** West, south, east, north in degrees; null where the story names no bounds. */
    box: readonly [number, number, number, number] | null;
    /** Address of the table below the site. */
    table: string;
  };
}

/** Size of an embed where nobody says another, and of the picture to share, in px. */
export const EMBED = {width: 720, height: 800};
export const PICTURE = {width: 1200, height: 630};
const LICENCES: Record<string, string> = {"CC BY 4.0": "https://creativecommons.org/licenses/by/4.0/"};
const LOCALES: Record<Language, string> = {en: "en_GB", fr: "fr_FR", ar: "ar"};

export const fileOf = ({view, lang}: Page): string =>
  `${view === "embed" ? "embed" : "index"}${lang === "en" ? "" : `.${lang}`}.html`;
export const pictureOf = (lang: Language): string => `picture.${lang}.png`;
export const oembedOf = (lang: Language): string => `oembed${lang === "en" ? "" : `.${lang}`}.json`;

/** The folder that `DATELINE_URL` names, with a slash at its end; null for none. Throws where it is no http(s) address. */
export function siteOf(address: string | undefined): string | null {
  if (address === undefined || address.trim() === "") return null;
  const url = new URL(address.trim());
  if (!/^https?:$/.test(url.protocol)) throw new Error(`DATELINE_URL: ${address} is no http or https address`);
  url.hash = url.search = "";
  return url.href.replace(/\/*$/, "/");
}

type Attributes = Record<string, string>;
const escaped = (text: string): string =>
  text.replaceAll("&", "&amp;").replaceAll('"', "&quot;").replaceAll("<", "&lt;");
const tag = (name: string, attributes: Attributes): string =>
  `<${name}${Object.entries(attributes)
    .map(([key, value]) => ` ${key}="${escaped(value)}"`)
    .join("")}>`;

const og = (property: string, content: string): string => tag("meta", {property: `og:${property}`, content});

/**
 * The tags of a page's head that say what it is: title, description and, where the site's address is known, canonical address, other
 * languages, oEmbed, picture. A page to be framed names the page that it is a part of as the canonical one.
 */
export function headOf(facts: Facts): string {
  const {page, title, description, site} = facts;
  return [
    `<title>${escaped(title)} · Dateline</title>`,
    tag("meta", {name: "description", content: description}),
    ...(site === null ? [] : addressesOf(page, title, site)),
    og("type", "article"),
    og("site_name", "Dateline"),
    og("locale", LOCALES[page.lang]),
    og("title", title),
    og("description", description),
    tag("meta", {name: "twitter:card", content: "summary_large_image"}),
    ...(page.view === "explore"
      ? [datasetOf(facts), tag("link", {rel: "manifest", href: "./dateline.webmanifest"})]
      : []),
  ].join("");
}

/** What may not be relative. `site` is the folder that the build stands in. */
function addressesOf(page: Page, title: string, site: string): string[] {
  const address = (each: Page) => (fileOf(each) === "index.html" ? site : site + fileOf(each));
  const own = address({view: "explore", lang: page.lang});
  return [
    tag("link", {rel: "canonical", href: own}),
    tag("link", {rel: "alternate", type: "application/json+oembed", href: site + oembedOf(page.lang), title}),
    ...LANGUAGES.map((lang) => tag("link", {rel: "alternate", hreflang: lang, href: address({...page, lang})})),
    tag("link", {rel: "alternate", hreflang: "x-default", href: address({...page, lang: "en"})}),
    og("url", own),
    og("image", site + pictureOf(page.lang)),
    og("image:width", String(PICTURE.width)),
    og("image:height", String(PICTURE.height)),
    og("image:alt", title),
  ];
}

/** The record as a schema.org Dataset, in a block of data that nothing runs. */
function datasetOf({page, description, site, record}: Facts): string {
  const {name, license, credit, from, to, box, table} = record;
  const dataset = {
    "@context": "https://schema.org",
    "@type": "Dataset",
    name,
    description,
    inLanguage: page.lang,
    isAccessibleForFree: true,
    license: LICENCES[license] ?? license,
    creator: {"@type": "Organization", name: "Dateline"},
    creditText: credit,
    temporalCoverage: `${from}/${to}`,
    ...(box && {
      spatialCoverage: {
        "@type": "Place",
        geo: {"@type": "GeoShape", box: [box[1], box[0], box[3], box[2]].join(" ")},
      },
    }),
    ...(site !== null && {
      url: `${site}${fileOf(page)}`,
      distribution: {"@type": "DataDownload", encodingFormat: "text/csv", contentUrl: `${site}${table}`},
    }),
  };
  // The end of the block is not to be found in a text.
  return `<script type="application/ld+json">${JSON.stringify(dataset).replaceAll("<", "\\u003c")}</script>`;
}

/** The answer to whoever asks how to embed a page: a plain frame, which stays right where scripts are stripped. */
export function oembed(site: string, lang: Language, title: string): string {
  const src = `${site}${fileOf({view: "embed", lang})}`;
  const frame = tag("iframe", {
    src,
    title,
    width: "100%",
    height: String(EMBED.height),
    loading: "lazy",
    sandbox: "allow-scripts allow-popups allow-popups-to-escape-sandbox",
    allow: "fullscreen",
    style: "border:0",
  });
  return JSON.stringify({
    version: "1.0",
    type: "rich",
    title,
    provider_name: "Dateline",
    provider_url: site,
    ...EMBED,
    html: `${frame}</iframe>`,
    thumbnail_url: `${site}${pictureOf(lang)}`,
    thumbnail_width: PICTURE.width,
    thumbnail_height: PICTURE.height,
    cache_age: 86_400,
  });
}
