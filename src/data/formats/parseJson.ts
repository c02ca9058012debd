import {LIMITS} from "../limits.ts";
import {findJsonFault, placeOf} from "./jsonFault.ts";
import {quoteNumbers, scanJson} from "./jsonScan.ts";
import {ImportError} from "./table.ts";

/**
 * Parses a JSON text; `JSON.parse` is the judge of what is one. Numbers that a double cannot hold come as strings of their digits, and of
 * equal keys the last wins. Throws `empty-file`, `too-deep`, or `broken` with `line` and `column` from 1, `position` from 0, `detail` (what
 * stands there) and `expected` (a `JsonExpectation`).
 */
export function parseJson(text: string): unknown {
  const body = text.charCodeAt(0) === 0xfeff ? text.slice(1) : text;
  if (!/\S/.test(body)) throw new ImportError("empty-file", {format: "json"});
  const {tooDeepAt, inexact} = scanJson(body);
  if (tooDeepAt !== -1) {
    throw new ImportError("too-deep", {format: "json", limit: LIMITS.depth, ...placeOf(body, tooDeepAt)});
  }
  try {
    const value: unknown = JSON.parse(body);
    return inexact.length === 0 ? value : JSON.parse(quoteNumbers(body, inexact));
  } catch (cause) {
    const {position, expected} = findJsonFault(body) ?? {position: 0, expected: "value"};
    const detail = body.slice(position, position + 20);
    throw new ImportError("broken", {format: "json", ...placeOf(body, position), position, detail, expected}, cause);
  }
}

/** A member of an object, undefined where there is no object or it has no such member of its own. */
export function member(value: unknown, key: string): unknown {
  return isRecord(value) && Object.hasOwn(value, key) ? value[key] : undefined;
}

/** Whether a value is an object and no array. */
export function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
