import type {ViewState} from "../data/viewState.ts";
import {decodeUrl, type DecodedUrl} from "../state/url.ts";
import {isField} from "../state/viewFields.ts";

const SHOW = "show.";
/** Attributes that say what a page's brand looks like; `--dateline-primary` and so on say the same. */
export const BRANDED = ["primary", "counter", "paper", "font", "serif"] as const;
/** What an attribute says of the element itself, and nothing of the view in it. */
const OPTIONS: readonly string[] = ["hide", "height", ...BRANDED];

/** Commas part the values of a facet, and one within a value is written `%2C`; all else stands for itself, `%` too. */
const listed = (values: string): string => encodeURIComponent(values).replaceAll("%2C", ",").replace(/%252C/gi, "%2C");

const isOption = (name: string): boolean => OPTIONS.includes(name);

/** What the attributes of an element ask for; each stands for the URL parameter of its name. */
export interface Asked extends Pick<DecodedUrl, "view" | "bad"> {
  /** `hide=map&height=560`, as the query of a frame would say it. */
  options: string;
}

/**
 * Reads the attributes that are parameters, and no others: `id`, `class` and the like are the page's own. Values that cannot be read are
 * named in `bad`. A `data` address stands relative to `base`.
 */
export function readAttributes(element: Element, base: string): Asked {
  const view: string[] = [];
  const options = new URLSearchParams();
  for (const {name, value} of element.attributes) {
    if (isOption(name)) options.set(name, value);
    else if (name === "show" || name.startsWith(SHOW)) view.push(`${encodeURIComponent(name)}=${listed(value)}`);
    else if (isField(name)) view.push(`${name}=${encodeURIComponent(value)}`);
  }
  const decoded = decodeUrl(view.join("&"), "");
  return {view: withAddress(decoded.view, base), bad: decoded.bad, options: options.toString()};
}

/** The view after a change of attributes: names that were asked for and are no longer go back to the story's own. */
export function changedView(shown: ViewState, before: ViewState, now: ViewState): ViewState {
  const next: Record<string, unknown> = {...shown};
  for (const name of Object.keys(before)) if (!(name in now)) delete next[name];
  for (const [name, value] of Object.entries(now))
    if (JSON.stringify(value) !== JSON.stringify(before[name as keyof ViewState])) next[name] = value;
  return next;
}

function withAddress(view: ViewState, base: string): ViewState {
  if (view.data === undefined) return view;
  try {
    return {...view, data: new URL(view.data, base).href};
  } catch {
    return view;
  }
}
