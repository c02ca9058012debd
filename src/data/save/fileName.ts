/** What no file name may hold: path and wildcard signs, control characters, marks that are not seen or turn the direction, half characters. */
const UNSAFE =
  /[\u0000-\u001f\u007f-\u009f<>:"/\\|?*%~#\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|\p{Cs}/gu;
/** Names of devices on Windows, whatever follows a full stop. */
const DEVICE = /^(?:con|prn|aux|nul|clock\$|conin\$|conout\$|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
const LONGEST = 80;
/** Bytes of UTF-8, of which file systems allow 255 for the whole name. */
const BYTES = 180;

/** A name for a file to save, of what the data is called and an ending such as `csv`. Nothing in it leads elsewhere or misleads the eye. */
export function fileName(title: string, ending: string): string {
  const plain = title.slice(0, 1000).normalize("NFC").replace(UNSAFE, " ").replace(/\s+/g, " ");
  const stem = shortened(plain.replace(/^[.\s-]+/, "")).replace(/[.\s]+$/, "");
  const named = stem === "" ? "dateline" : DEVICE.test(stem) ? `dateline ${stem}` : stem;
  return `${named}.${ending}`;
}

/** In whole characters, at most so many and so many bytes. */
function shortened(text: string): string {
  let short = "";
  let bytes = 0;
  let count = 0;
  for (const letter of text) {
    const code = letter.codePointAt(0)!;
    bytes += code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (++count > LONGEST || bytes > BYTES) break;
    short += letter;
  }
  return short;
}

/** What a file that was opened is called, without its endings: `events.csv.gz` is `events`. */
export const withoutEnding = (name: string): string =>
  name.slice(-300).replace(/(?:\.(?=[a-z0-9]{0,7}[a-z])[a-z0-9]{1,8}){1,2}$/i, "") || name;
