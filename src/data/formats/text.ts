/** Elements after which a reader sees a new line. */
const BLOCKS = new Set(
  "address article aside blockquote br center dd div dl dt figcaption figure footer form h1 h2 h3 h4 h5 h6 header hr li main nav ol p pre section table tbody tfoot thead tr ul".split(
    " ",
  ),
);
const CELLS = new Set(["td", "th"]);
/** Elements whose content nobody reads. */
const UNREAD = new Set(["script", "style"]);

/** Names of U+00A0 to U+00FF in HTML, in that order. */
const LATIN =
  "nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide oslash ugrave uacute ucirc uuml yacute thorn yuml";
const ENTITIES = new Map<string, string>([
  ...LATIN.split(" ").map((name, index): [string, string] => [name, String.fromCharCode(160 + index)]),
  ...Object.entries({
    amp: "&",
    lt: "<",
    gt: ">",
    quot: '"',
    apos: "'",
    OElig: "Œ",
    oelig: "œ",
    Scaron: "Š",
    scaron: "š",
  }),
  ...Object.entries({ndash: "–", mdash: "—", lsquo: "‘", rsquo: "’", sbquo: "‚", ldquo: "“", rdquo: "”", bdquo: "„"}),
  ...Object.entries({
    hellip: "…",
    bull: "•",
    dagger: "†",
    Dagger: "‡",
    permil: "‰",
    lsaquo: "‹",
    rsaquo: "›",
    euro: "€",
  }),
  ...Object.entries({trade: "™", larr: "←", uarr: "↑", rarr: "→", darr: "↓", minus: "−", ne: "≠", le: "≤", ge: "≥"}),
  ...Object.entries({prime: "′", Prime: "″", thinsp: "\u2009", ensp: "\u2002", emsp: "\u2003", zwnj: "\u200c"}),
  ...Object.entries({zwj: "\u200d", lrm: "\u200e", rlm: "\u200f"}),
]);
/** What numbers 128 to 159 mean in HTML: Windows-1252. */
const WINDOWS = "€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ";

/**
 * The text that a reader of this markup would see: tags and comments gone, `<br>` and blocks as new lines, entities decoded once, scripts and
 * styles dropped with what is in them. Text without tags keeps its spaces. It is for reading only and makes nothing safe. Linear in its length.
 */
export function plainText(html: string): string {
  if (!/[<&]/.test(html)) return html;
  const pieces: string[] = [];
  const scan: Scan = {html, last: html.lastIndexOf(">"), hasOpenQuote: false};
  let from = 0;
  let hasTags = false;
  for (let at = html.indexOf("<"); at !== -1; at = html.indexOf("<", at)) {
    const tag = tagAt(scan, at);
    if (tag === null) {
      at++;
      continue;
    }
    hasTags = true;
    pieces.push(decodeEntities(html.slice(from, at).replace(/[ \t\r\n\f]+/g, " ")));
    from = at = tag.end;
    if (BLOCKS.has(tag.name)) pieces.push("\n");
    else if (CELLS.has(tag.name)) pieces.push(" ");
    else if (UNREAD.has(tag.name) && !tag.isClosing) from = at = contentEnd(html, tag.name, at);
  }
  if (!hasTags) return decodeEntities(html);
  pieces.push(decodeEntities(html.slice(from).replace(/[ \t\r\n\f]+/g, " ")));
  const lines = pieces.join("").split("\n");
  return lines
    .map((line) => line.replace(/ {2,}/g, " ").replace(/^ /, "").replace(/ $/, ""))
    .join("\n")
    .replace(/\n{3,}/g, "\n\n")
    .trim();
}

interface Tag {
  name: string;
  isClosing: boolean;
  end: number;
}

/** What was found out on the way, so that nothing is looked for twice in vain. */
interface Scan {
  html: string;
  /** Where the last tag ends at the latest. */
  last: number;
  /** Set once a quote in a tag was found to be open up to the end: from there on quotes mean nothing. */
  hasOpenQuote: boolean;
}

/** The tag or comment that begins here; null where "<" is a sign like any other. */
function tagAt(scan: Scan, at: number): Tag | null {
  const {html} = scan;
  if (html.startsWith("<!--", at)) {
    const close = html.indexOf("-->", at + 4);
    return {name: "", isClosing: false, end: close === -1 ? html.length : close + 3};
  }
  if (at > scan.last) return null;
  const match = /^<(?:[!?]|(\/?)([a-zA-Z][a-zA-Z0-9:-]{0,40})(?=[\s/>]))/.exec(html.slice(at, at + 45));
  if (match === null) return null;
  const end = tagEnd(scan, at + match[0].length);
  return {name: (match[2] ?? "").toLowerCase(), isClosing: match[1] === "/", end};
}

/** Behind the ">" that ends a tag, which one within quotes does not. */
function tagEnd(scan: Scan, start: number): number {
  const {html} = scan;
  if (!scan.hasOpenQuote) {
    for (let at = start; at < html.length; at++) {
      const letter = html[at];
      if (letter === ">") return at + 1;
      if (letter !== '"' && letter !== "'") continue;
      at = html.indexOf(letter, at + 1);
      if (at === -1) break;
    }
    scan.hasOpenQuote = true;
  }
  return html.indexOf(">", start) + 1 || html.length;
}

function contentEnd(html: string, name: string, from: number): number {
  const closing = new RegExp(`</${name}(?=[\\s/>])`, "gi");
  closing.lastIndex = from;
  return closing.exec(html)?.index ?? html.length;
}

function decodeEntities(text: string): string {
  return text.replace(
    /&(?:#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6})|([a-zA-Z][a-zA-Z0-9]{1,7}));/g,
    (whole, decimal, hex, name) => {
      if (name !== undefined) return ENTITIES.get(name as string) ?? whole;
      const code = decimal === undefined ? parseInt(hex as string, 16) : Number(decimal);
      if (code >= 128 && code < 160) return WINDOWS[code - 128]!;
      return code === 0 || code > 0x10ffff || (code >= 0xd800 && code < 0xe000) ? "\ufffd" : String.fromCodePoint(code);
    },
  );
}
