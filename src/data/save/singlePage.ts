import type {Brand} from "../brand.ts";
import type {Language} from "../languages.ts";
import type {ViewState} from "../viewState.ts";

/** What a single file says of itself beside its story. */
export interface Content {
  language: Language;
  brand: Brand | null;
  /** What is seen first, as it differs from the story's own first view. */
  view: ViewState;
}

/** A face for characters that the fonts of every page lack. */
export interface Face {
  family: string;
  weight: string;
  /** As in CSS: `U+0400-045F, U+2116`. */
  range: string;
  /** Name of the file. */
  file: string;
}

/** Faces with the files that they name, as base64: those that the letters of a story need. */
export interface OwnFaces {
  faces: Face[];
  files: Record<string, string>;
}

/** What a single file keeps in blocks of data, by the id of the element. None of them is code. */
export const BLOCKS = {
  /** JSON: language, brand and the view that it opens in. */
  content: "dateline-content",
  /** JSON: a story file with its tables in it. */
  story: "dateline-story",
  /** JSON: faces for characters that the fonts of the page lack. */
  faces: "dateline-faces",
  /** Base64: an excerpt of the basemap, as PMTiles. */
  basemap: "dateline-basemap",
  /** Base64 of gzip: the light map and the names on the map, as JSON. */
  world: "dateline-world",
  labels: "dateline-labels",
  /** Base64 of gzip: the styles, with the fonts of every file in them, and the script of the app. */
  style: "dateline-style",
  app: "dateline-app",
} as const;

/** What says that the file cannot be shown here; hidden until then. */
export const UNABLE = "dateline-unable";

/** What differs from file to file, in the order in which it stands in a file. */
export const GAPS = ["lang", "dir", "title", "unable", "noscript", "content", "story", "faces", "basemap"] as const;
export type Gap = (typeof GAPS)[number];

/** What all files of one build of the app have in common. */
export interface Frame {
  /** The content security policy. */
  policy: string;
  /** Address of the icon. */
  icon: string;
  style: string;
  world: string;
  labels: string;
  app: string;
  loader: string;
}

const gap = (name: Gap): string => `<!--dateline:${name}-->`;

const block = (id: string, type: string, text: string): string =>
  `<script type="${type}" id="${id}">${text}</script>\n`;
const JSON_TYPE = "application/json";
const BYTES_TYPE = "application/octet-stream";

/** The text of a single file, with gaps in it. What it is given has to be fit to stand where it does. */
export const templateOf = ({policy, icon, style, world, labels, app, loader}: Frame): string =>
  `<!doctype html>
<html lang="${gap("lang")}" dir="${gap("dir")}">
<head>
<meta charset="utf-8">
<meta http-equiv="Content-Security-Policy" content="${policy}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="generator" content="Dateline">
<meta name="referrer" content="no-referrer">
<title>${gap("title")}</title>
<link rel="icon" href="${icon}">
</head>
<body>
<date-line></date-line>
<p id="${UNABLE}" hidden>${gap("unable")}</p>
<noscript><p>${gap("noscript")}</p></noscript>
${block(BLOCKS.content, JSON_TYPE, gap("content"))}${block(BLOCKS.story, JSON_TYPE, gap("story"))}${block(BLOCKS.faces, JSON_TYPE, gap("faces"))}${block(BLOCKS.basemap, BYTES_TYPE, gap("basemap"))}${block(BLOCKS.world, BYTES_TYPE, world)}${block(BLOCKS.labels, BYTES_TYPE, labels)}${block(BLOCKS.style, BYTES_TYPE, style)}${block(BLOCKS.app, BYTES_TYPE, app)}<script>${loader}</script>
</body>
</html>
`;

/** The pieces between the gaps of a template, one more than there are gaps. Throws where it is no template. */
export function piecesOf(template: string): string[] {
  const pieces: string[] = [];
  let rest = template;
  for (const name of GAPS) {
    const at = rest.indexOf(gap(name));
    if (at === -1) throw new Error(`no gap for ${name}`);
    pieces.push(rest.slice(0, at));
    rest = rest.slice(at + gap(name).length);
  }
  return [...pieces, rest];
}

/** JSON, or a piece of it, as it may stand in a block: nothing in it can end the block or open a comment. */
export const inBlock = (json: string): string =>
  json.replace(/[<\u2028\u2029]/g, (found) => `\\u${found.charCodeAt(0).toString(16).padStart(4, "0")}`);

const ENTITIES: Record<string, string> = {"&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;"};

/** Text as it may stand in an element or in quotes; control characters, which HTML forbids, are left out. */
export const inMarkup = (text: string): string =>
  text.replace(/[\u0000-\u001f\u007f-\u009f]+/g, " ").replace(/[&<>"']/g, (found) => ENTITIES[found]!);
