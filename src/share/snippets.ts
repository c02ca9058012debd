import type {Language} from "../data/languages.ts";
import type {ViewState} from "../data/viewState.ts";
import type {Part} from "../state/settings.svelte.ts";
import {encodeUrl} from "../state/url.ts";

/** What is pasted: a script and an element, a plain frame, the element with the app inside it, or an address alone. */
export const FORMS = ["script", "frame", "inline", "address"] as const;
export type Form = (typeof FORMS)[number];

/** An embed as it was chosen. */
export interface Embed {
  /** Absolute address of the folder of Dateline's files, with a slash at its end. */
  home: string;
  /** Whether the pages that a build writes for embeds are there; else the page itself is asked for its lean view. */
  built: boolean;
  title: string;
  /** The view that it starts from, where that is not the story's own; without language, theme and arrangement. */
  view: ViewState;
  /** Absolute address of the data, "" for the story that comes with Dateline. */
  data: string;
  theme: "auto" | "light" | "dark";
  lang: "auto" | Language;
  play: boolean;
  hide: readonly Part[];
  /** As high as what is in it, as high as what it stands in, or so many px. */
  height: "auto" | "fit" | number;
  /** Height in px that it was last seen to have. */
  last: number;
  /** Hex digits without `#`, "" for the theme's own. */
  primary: string;
  counter: string;
  paper: string;
  /** Keeps the view in the address of the article. */
  mirror: boolean;
  /** Without the rights of a page: the server has to let pages of no origin read its scripts. */
  sealed: boolean;
  /** `sha384-…` of the script, "" for whatever version there is. */
  integrity: string;
}

const SANDBOX = "allow-scripts allow-popups allow-popups-to-escape-sandbox";
const ALLOW = "fullscreen; web-share; clipboard-write";

/** A text as it may stand between double quotes, or between tags, in HTML. */
export const escapeHtml = (text: string): string =>
  text.replace(/[&<>"'`\u2028\u2029]/g, (found) => `&#${found.charCodeAt(0)};`).replace(/[\r\n\t]+/g, " ");

/** What stands in the address of a frame, or in the attributes of an element. */
function parametersOf(embed: Embed, height: string): {view: ViewState; options: [name: string, value: string][]} {
  const {view, data, theme, lang, play, hide, primary, counter, paper} = embed;
  const options: [string, string][] = [
    ["hide", hide.join(",")],
    ["height", height],
    ["primary", primary],
    ["counter", counter],
    ["paper", paper],
  ];
  return {
    view: {
      ...view,
      ...(data !== "" && {data}),
      ...(theme !== "auto" && {theme}),
      ...(lang !== "auto" && {lang}),
      ...(play && {play: 1}),
    },
    options: options.filter(([, value]) => value !== ""),
  };
}

/** The address of the frame. Of the languages that have a page of their own the page says it, and no parameter. */
export function frameAddress(embed: Embed): string {
  const {view, options} = parametersOf(embed, embed.height === "auto" ? "" : "fit");
  const url = new URL(embed.home);
  const {lang, ...others} = view;
  const hasPage = embed.built && lang !== undefined && lang !== "en";
  url.pathname += embed.built ? (hasPage ? `embed.${lang}.html` : "embed.html") : "";
  const query = encodeUrl(
    {...(hasPage ? others : view), ...(!embed.built && {view: "embed"})},
    options.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll("%2C", ",")}`),
  );
  url.search = query;
  return url.href;
}

/** The address of the same view as a page of its own: the way in where an embed cannot be shown. */
export function pageAddress(embed: Embed): string {
  const {view} = parametersOf({...embed, theme: "auto", play: false}, "");
  const url = new URL(embed.home);
  url.hash = encodeUrl(view);
  return url.href.replace(/#$/, "");
}

/** The page itself in the language chosen, for what makes embeds out of addresses: WordPress and others that follow oEmbed. */
export function bareAddress({home, built, lang}: Embed): string {
  return built && (lang === "fr" || lang === "ar") ? new URL(`index.${lang}.html`, home).href : home;
}

const attribute = (name: string, value: string): string =>
  value === "" ? ` ${name}` : ` ${name}="${escapeHtml(value)}"`;
const attributes = (all: readonly [string, string][]): string =>
  all.map(([name, value]) => attribute(name, value)).join("");

/** What can be the name of an attribute and means the same to who reads it: HTML makes small letters of capitals. */
const isName = (name: string): boolean => /^[a-z_][a-z\d._-]*$/.test(name);

/** Columns whose filter cannot be an attribute, by their names. */
export const unnameable = ({view}: Embed): string[] =>
  Object.keys(view.show ?? {}).filter((column) => !isName(`show.${column}`));

function elementAttributes(embed: Embed, form: "script" | "inline"): [string, string][] {
  const height = embed.height === "auto" ? "" : String(embed.height);
  const {view, options} = parametersOf(embed, height);
  const {show = {}, ...plain} = view;
  const left = unnameable(embed);
  const asAddress = form === "script" && left.length > 0;
  const result: [string, string][] = [];
  if (asAddress) {
    const src = new URL("embed.html", embed.home);
    src.search = encodeUrl({show: Object.fromEntries(Object.entries(show).filter(([name]) => left.includes(name)))});
    result.push(["src", src.href]);
  }
  for (const [name, value] of Object.entries(plain))
    result.push([name, Array.isArray(value) ? value.join("/") : `${value}`]);
  if (view.show !== undefined && Object.keys(show).length === 0) result.push(["show", ""]);
  for (const [column, values] of Object.entries(show)) {
    if (left.includes(column)) continue;
    const listed = values.map((value) => value.replaceAll(",", "%2C")).join(",");
    // A lone empty value is told from none by a comma.
    result.push([`show.${column}`, listed || (values.length > 0 ? "," : "")]);
  }
  return [...result, ...options, ...(embed.mirror ? [["mirror", ""] as [string, string]] : [])];
}

/** Room is kept for it, so that nothing below it jumps when it comes. */
const roomFor = ({height, last}: Embed): string =>
  height === "fit" ? "display:block;height:100%" : `display:block;min-height:${height === "auto" ? last : height}px`;

function element(embed: Embed, form: "script" | "inline"): string {
  const all: [string, string][] = [...elementAttributes(embed, form), ["style", roomFor(embed)]];
  return [
    `<date-line${attributes(all)}>`,
    `  <a${attribute("href", pageAddress(embed))}>${escapeHtml(embed.title)}</a>`,
    "</date-line>",
  ].join("\n");
}

function frame(embed: Embed): string {
  const {height, last} = embed;
  const all: [string, string][] = [
    ["src", frameAddress(embed)],
    ["title", embed.title],
    ["loading", "lazy"],
    ["style", "width:0;min-width:100%!important;border:0"],
    ["height", height === "fit" ? "100%" : String(height === "auto" ? last : height)],
    ["scrolling", "no"],
    ...(embed.sealed ? [["sandbox", SANDBOX] as [string, string]] : []),
    ["allow", ALLOW],
    ["referrerpolicy", "strict-origin-when-cross-origin"],
  ];
  return `<iframe${attributes(all)}></iframe>`;
}

/** What to paste: HTML of five lines at most, every value escaped and nothing said that is so anyway; for `address` an address. */
export function snippet(form: Form, embed: Embed): string {
  if (form === "address") return bareAddress(embed);
  if (form === "frame") return frame(embed);
  const script: [string, string][] =
    form === "script"
      ? [
          ["async", ""],
          ["src", new URL("embed.js", embed.home).href],
        ]
      : [
          ["type", "module"],
          ["src", new URL("inline.js", embed.home).href],
        ];
  if (embed.integrity !== "") script.push(["integrity", embed.integrity], ["crossorigin", "anonymous"]);
  return `<script${attributes(script)}></script>\n${element(embed, form)}`;
}

/** What the Content-Security-Policy of the page that it is pasted into has to allow, as directives. */
export function policyFor(form: Form, home: string): string {
  const {origin} = new URL(home);
  if (form === "inline")
    return `script-src ${origin}; connect-src ${origin}; font-src ${origin}; img-src ${origin} data: blob:; worker-src blob: ${origin}`;
  return `${form === "script" ? `script-src ${origin}; ` : ""}frame-src ${origin}`;
}
