import type {FailureCode} from "../data/formats/table.ts";
import {LIMITS} from "../data/limits.ts";
import type {IssueCode} from "../data/report.ts";
import type {Assumption, Doubt, ReadAs, Why} from "../data/understand/understanding.ts";
import {isolate} from "./isolate.ts";

/** What is said of one cause: a name for it, how many there are, what became of them, what to do. */
export interface IssueWords {
  short: string;
  /** A sentence of its own. */
  lead: (n: string, count: number) => string;
  then: string;
  cure: string;
}

export type IssueMessages = Record<IssueCode, IssueWords>;
export type FailureParams = Readonly<Record<string, string | number>>;
export type FailureMessages = Record<FailureCode, (params: FailureParams) => string>;
export type DoubtMessages = Record<Doubt, string>;
export type WhyMessages = {[C in Why["code"]]: (why: Extract<Why, {code: C}>) => string};
export type ReadAsMessages = {[C in ReadAs["code"]]: (as: Extract<ReadAs, {code: C}>) => string};
export type AssumptionMessages = {[C in Assumption["code"]]: (as: Extract<Assumption, {code: C}>) => string};

/** A parameter as a text that keeps its own direction; "" when it was not given. */
export const given = (params: FailureParams, name: string): string => {
  const value = Object.hasOwn(params, name) ? params[name] : "";
  return value === undefined || value === "" ? "" : isolate(String(value).slice(0, 300));
};

/** The limit that was exceeded: the number given, the one of that name, or `usual`. */
export function limitOf(params: FailureParams, usual: keyof typeof LIMITS): number {
  const limit = Object.hasOwn(params, "limit") ? params["limit"] : undefined;
  if (typeof limit === "number") return limit;
  return LIMITS[typeof limit === "string" && Object.hasOwn(LIMITS, limit) ? (limit as keyof typeof LIMITS) : usual];
}

/** Chooses among forms by an untrusted key; `other` when there is none of that name. */
export const named = (names: Readonly<Record<string, string>>, key: string, other: string): string =>
  Object.hasOwn(names, key) ? names[key]! : other;

/** Limits in bytes are above this; smaller ones count what a format is made of. */
const FEWEST_BYTES = 100_000_000;

/** The limit in bytes that was exceeded; null when it was something else that there is too much of. */
export function byteLimitOf(params: FailureParams): number | null {
  const limit = limitOf(params, "bytes");
  return limit < FEWEST_BYTES ? null : limit;
}

/** Whether what was exceeded is a ratio, and not a number of bytes. */
export const isRatio = (params: FailureParams): boolean => limitOf(params, "ratio") < 10_000;

/** The words for something that has a code: `say(words.readAs, reading.readAs)`. */
export const say = <T extends {code: string}>(
  messages: {[C in T["code"]]: (item: Extract<T, {code: C}>) => string},
  item: T,
): string => (messages[item.code as T["code"]] as (item: T) => string)(item);

/** The format that a failure names, as it is called; "" when it names none. */
export const formatIn = (params: FailureParams, names: Readonly<Record<string, string>>): string => {
  const format = String(Object.hasOwn(params, "format") ? params["format"] : "");
  return Object.hasOwn(names, format) ? names[format]! : given(params, "format");
};
