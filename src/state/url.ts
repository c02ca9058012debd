import type {ViewState} from "../data/viewState.ts";
import {isField, VIEW_FIELDS} from "./viewFields.ts";

const MAX_LENGTH = 20_000;
const SHOW = "show.";
const ORDER = [
  "data",
  "file",
  "time",
  "extent",
  "mode",
  "speed",
  "event",
  "place",
  "panel",
  "show",
  "q",
  "map",
  "timeline",
  "view",
  "step",
  "theme",
  "lang",
  "play",
];

export interface DecodedUrl {
  view: ViewState;
  /** Parameters that are not ours, as they stood, to be written back. */
  unknown: string[];
  /** Names of ours whose value could not be read. */
  bad: string[];
}

/**
 * Reads a view from the query and then the hash of a URL; the hash wins. Never throws: what cannot be read is named in `bad`, and what is
 * not ours is kept in `unknown` when it stood in the hash. A bare `show=` keeps everything, whatever the story's own view does.
 */
export function decodeUrl(query: string, hash: string): DecodedUrl {
  const bad = new Set<string>();
  const unknown: string[] = [];
  const raw = new Map<string, unknown>();
  const show = new Map<string, string[]>();
  let keepsAll = false;
  const read = (text: string, keepUnknown: boolean) => {
    if (text.length > MAX_LENGTH) {
      bad.add("…");
      return;
    }
    for (const pair of text.replace(/^[?#]/, "").split("&")) {
      if (pair === "") continue;
      const at = pair.indexOf("=");
      const name = unescape(at === -1 ? pair : pair.slice(0, at));
      const value = at === -1 ? "" : pair.slice(at + 1);
      if (name === null) {
        bad.add(pair.slice(0, 20));
      } else if (name.startsWith(SHOW)) {
        const column = name.slice(SHOW.length);
        const values = value === "" ? [] : [...new Set(value.split(",").map(unescape))];
        if (column === "" || column === "__proto__" || values.includes(null)) bad.add(name);
        else show.set(column, values as string[]);
      } else if (name === "show") {
        if (value === "") keepsAll = true;
        else bad.add(name);
      } else if (isField(name)) {
        const text = unescape(value);
        if (text === null) bad.add(name);
        else raw.set(name, VIEW_FIELDS[name](text));
      } else if (keepUnknown) unknown.push(pair);
    }
  };
  read(query, false);
  read(hash, true);

  const view: Record<string, unknown> = {};
  for (const [name, value] of raw) {
    if (value === undefined) bad.add(name);
    else view[name] = value;
  }
  if (show.size > 0 || keepsAll) view["show"] = Object.fromEntries(show);
  return {view: view as ViewState, unknown, bad: [...bad]};
}

function unescape(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll("+", " "));
  } catch {
    return null;
  }
}

/** A value as it may stand in a URL, with the characters left alone that a reader of the link wants to read. */
const escape = (text: string): string =>
  encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd")).replace(/%(3A|2F|3B|40)/g, (found) =>
    decodeURIComponent(found),
  );

/** The view as `time=…&event=…`, without `#`, in a fixed order; then `unknown` as it stood. Empty for an empty view. */
export function encodeUrl(view: ViewState, unknown: readonly string[] = []): string {
  const parts: string[] = [];
  for (const name of ORDER) {
    const value = view[name as keyof ViewState];
    if (value === undefined) continue;
    if (name === "show") {
      if (Object.keys(value as object).length === 0) parts.push("show=");
      for (const [column, values] of Object.entries(value as Record<string, string[]>)) {
        const text = values.map(escape).join(",");
        parts.push(`${escape(SHOW + column)}=${text === "" && values.length > 0 ? "," : text}`);
      }
    } else parts.push(`${name}=${Array.isArray(value) ? value.join("/") : escape(String(value))}`);
  }
  return [...parts, ...unknown].join("&");
}
