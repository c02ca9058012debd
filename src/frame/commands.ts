import {record} from "../data/record.ts";
import type {ViewState} from "../data/viewState.ts";
import {isField, VIEW_FIELDS} from "../state/viewFields.ts";
import type {Asked} from "./protocol.ts";

/** A command that has been understood; or one of ours that has not, with the reason. */
export type Read =
  {[N in keyof Asked]: {call: number; name: N; data: Asked[N]}}[keyof Asked] | {call: number; error: string};

const LONGEST_TEXT = 2000;
/** Tables that are handed over as text, in characters. */
const LONGEST_TABLE = 20_000_000;
const MOST_NAMES = 100;
const MOST_VALUES = 1000;

type Plain = Readonly<Record<string, unknown>>;
const isPlain = (data: unknown): data is Plain => {
  if (typeof data !== "object" || data === null) return false;
  const parent: unknown = Object.getPrototypeOf(data);
  return parent === Object.prototype || parent === null;
};
const own = (data: Plain, name: string): unknown => (Object.hasOwn(data, name) ? data[name] : undefined);
const isText = (data: unknown, longest = LONGEST_TEXT): data is string =>
  typeof data === "string" && data.length <= longest;

/** Reads a command. Null for whatever is not one of ours; never throws, and keeps nothing of what it does not know. */
export function readCommand(message: unknown): Read | null {
  if (!isPlain(message) || own(message, "source") !== "dateline") return null;
  if (own(message, "v") !== 1 || own(message, "type") !== "command") return null;
  const call = own(message, "call");
  if (!Number.isSafeInteger(call) || (call as number) < 0) return null;
  return {call: call as number, ...asked(own(message, "name"), own(message, "data"))} as Read;
}

function asked(name: unknown, data: unknown): {name: keyof Asked; data: Asked[keyof Asked]} | {error: string} {
  switch (name) {
    case "play":
    case "pause":
      return {name, data: null};
    case "seek":
    case "select":
      return isText(data) ? {name, data} : {error: `${name} takes a text`};
    case "open":
      return isText(data, LONGEST_TABLE) || data instanceof File
        ? {name, data}
        : {error: "open takes a file, an address or the text of a table"};
    case "view": {
      const view = readView(data);
      return typeof view === "string" ? {error: `view: ${view}`} : {name, data: view};
    }
    default:
      return {error: "unknown command"};
  }
}

/** A view as plain JSON, or what is wrong with it. */
function readView(data: unknown): ViewState | string {
  if (!isPlain(data)) return "not an object";
  const names = Object.keys(data);
  if (names.length > MOST_NAMES) return "too many names";
  const view: [string, unknown][] = [];
  for (const name of names) {
    const value = name === "show" ? readShow(data[name]) : isField(name) ? readField(name, data[name]) : undefined;
    if (value === undefined) return `cannot read ${name.slice(0, 50)}`;
    view.push([name, value]);
  }
  return Object.fromEntries(view) as ViewState;
}

/** By the rules of the URL, but of the right type: a number is no text. */
function readField(name: keyof typeof VIEW_FIELDS, value: unknown): unknown {
  if (Array.isArray(value) ? value.length > 3 : !isText(value) && typeof value !== "number") return undefined;
  const read = VIEW_FIELDS[name](Array.isArray(value) ? value.join("/") : String(value));
  return JSON.stringify(read) === JSON.stringify(value) ? read : undefined;
}

function readShow(value: unknown): Record<string, string[]> | undefined {
  if (!isPlain(value)) return undefined;
  const columns = Object.entries(value);
  const isList = (values: unknown): values is string[] =>
    Array.isArray(values) && values.length <= MOST_VALUES && values.every((text) => isText(text));
  if (columns.length > MOST_NAMES) return undefined;
  return columns.every((column): column is [string, string[]] => column[0] !== "__proto__" && isList(column[1]))
    ? record(columns)
    : undefined;
}
