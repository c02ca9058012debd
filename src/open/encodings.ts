/** Encodings to choose from, by the label that `TextDecoder` knows, with the scripts they are for. */
export const ENCODINGS = [
  ["utf-8", "UTF-8", "all"],
  ["utf-16le", "UTF-16 LE", "all"],
  ["utf-16be", "UTF-16 BE", "all"],
  ["windows-1252", "Windows-1252", "western"],
  ["iso-8859-15", "ISO 8859-15", "western"],
  ["macintosh", "Mac Roman", "western"],
  ["windows-1250", "Windows-1250", "central"],
  ["iso-8859-2", "ISO 8859-2", "central"],
  ["windows-1251", "Windows-1251", "cyrillic"],
  ["koi8-r", "KOI8-R", "cyrillic"],
  ["windows-1253", "Windows-1253", "greek"],
  ["windows-1254", "Windows-1254", "turkish"],
  ["windows-1255", "Windows-1255", "hebrew"],
  ["windows-1256", "Windows-1256", "arabic"],
  ["windows-1257", "Windows-1257", "baltic"],
  ["windows-1258", "Windows-1258", "vietnamese"],
  ["shift_jis", "Shift JIS", "japanese"],
  ["euc-jp", "EUC-JP", "japanese"],
  ["gb18030", "GB 18030", "chinese"],
  ["big5", "Big5", "chinese"],
  ["euc-kr", "EUC-KR", "korean"],
] as const;

export const encodingName = (label: string): string =>
  ENCODINGS.find(([known]) => known === label.toLowerCase())?.[1] ?? label;

export const DELIMITERS = [",", ";", "\t", "|"] as const;
