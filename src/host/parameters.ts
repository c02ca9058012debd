import type {ViewState} from "../frame/protocol.ts";
import {loop} from "./loop.ts";
import {ARTICLES, FRAMED} from "./names.ts";

/** Names and values as they stand in a URL. */
export type Parameters = Record<string, string>;

export const merged = (first?: Parameters, second?: Parameters): Parameters =>
  Object.assign(Object.create(null), first, second);

const escape = (text: unknown): string => encodeURIComponent(`${text}`);

const link = document.createElement("a");

/** An address as it stands in the page, in full. */
export function absolute(address: string): string {
  link.href = address;
  return link.href;
}

/** An attribute as a parameter. Commas part the values of `show.<column>`; one within a value is written `%2C`. */
export function parameterOf(name: string, value: string): string {
  if (name === "data") return escape(absolute(value));
  return /^show/.test(name) ? escape(value).replace(/%2C/g, ",").replace(/%252C/gi, "%2C") : escape(value);
}

/** The attributes of the names that are wanted, as parameters. */
export function viewOf(element: Element, wanted: RegExp): Parameters {
  const result = merged();
  loop(element.getAttributeNames(), (name) => {
    if (wanted.test(name)) result[escape(name)] = parameterOf(name, element.getAttribute(name)!);
  });
  return result;
}

/** A view as parameters. What is no text, number or list is left out. */
export function parametersOf(view: ViewState): Parameters {
  const result = merged();
  each(view as Record<string, unknown>, (name, value) => {
    if (name === "show") addShow(result, value as Record<string, string[]>);
    else if (name === "map") result[name] = joined(value as number[], "/");
    else result[escape(name)] = escape(value);
  });
  return result;
}

function addShow(result: Parameters, show: Record<string, string[]>): void {
  if (Object.keys(show).length === 0) result["show"] = "";
  // A lone empty value is told from none by a comma.
  each(show, (column, values: string[]) => {
    result[`show.${escape(column)}`] = joined(values, ",") || (values.length > 0 ? "," : "");
  });
}

function each<T>(given: Readonly<Record<string, T>>, callback: (name: string, value: T) => void): void {
  loop(Object.keys(given), (name) => callback(name, given[name]!));
}

/** `by` is one character. */
function joined(list: readonly unknown[], by: string): string {
  let text = "";
  loop(list, (item) => (text += by + escape(item)));
  return text.slice(1);
}

/** `time=…&event=…`. With a `prefix` it stands before each name, and what the article itself says is left out. */
export function written(parameters: Parameters, prefix = ""): string {
  let text = "";
  each(parameters, (name, value) => {
    if (!prefix || !ARTICLES.test(name)) text += `&${prefix}${name}=${value}`;
  });
  return text.slice(1);
}

/** The address of an element's frame: `home` with the attributes in its query, a height in px told as `fit`, and the view in its hash. */
export function addressOf(element: Element, home: string, view: Parameters): string {
  const url = new URL(home);
  loop(element.getAttributeNames(), (name) => {
    const value = element.getAttribute(name)!;
    if (FRAMED.test(name)) url.searchParams.set(name, name === "height" && /\d/.test(value) ? "fit" : value);
  });
  url.hash = written(view);
  return url.href;
}
