/** What a host may ask of any frame, whoever it is. */
export type Request =
  | {kind: "height"}
  /** iframe-resizer has named the frame; `version` is its own from 5 on. */
  | {kind: "introduction"; resizer: string; version: string | null}
  /** The height, said with this id. */
  | {kind: "answer"; id: string | number};

/** Longer texts are no host's. */
const LONGEST = 2000;
const RESIZER = "[iFrameSizer]";
/** Where iframe-resizer says its version, and how many fields there are before that was so. */
const VERSION_AT = 20;
const FIELDS = 10;

/** Reads what hosts send to their frames; null for all else. Cheap for anything that it does not know, and total. */
export function readRequest(data: unknown): Request | null {
  if (typeof data === "string") return data.length > LONGEST ? null : ofText(data);
  if (typeof data !== "object" || data === null) return null;
  const said = (name: string): unknown =>
    Object.hasOwn(data, name) ? (data as Readonly<Record<string, unknown>>)[name] : undefined;
  if (said("sentinel") === "amp") return said("type") === "frames-init" ? {kind: "height"} : null;
  // WordPress tells the frame that it is listening.
  if (said("message") === "ready") return typeof said("secret") === "string" ? {kind: "height"} : null;
  if (said("type") !== "setHeight") return null;
  const id = said("id");
  return (typeof id === "string" && id.length <= LONGEST) || Number.isFinite(id)
    ? {kind: "answer", id: id as string | number}
    : null;
}

function ofText(text: string): Request | null {
  if (text.startsWith("pymxPYMx")) return /^pymxPYMx\S+xPYMxwidthxPYMx\d/.test(text) ? {kind: "height"} : null;
  if (!text.startsWith(RESIZER)) return null;
  const fields = text.slice(RESIZER.length).split(":");
  if (fields.length < FIELDS) return /^(resize|reset)$/.test(fields[0]!) ? {kind: "height"} : null;
  const version = fields[VERSION_AT] ?? "";
  return fields[0] === ""
    ? null
    : {kind: "introduction", resizer: fields[0]!, version: /^\d+\.\d+\.\d+$/.test(version) ? version : null};
}
