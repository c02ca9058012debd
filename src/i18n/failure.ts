import type {Failure} from "../data/import/imported.ts";
import type {Language} from "../data/languages.ts";
import {OPEN} from "./open.ts";
import {WAYS} from "./ways.ts";

/** Why something could not be had or read, and what to do: for any code of a LoadError or an ImportError. */
export function failureWords(language: Language, code: string, params: Failure["params"]): string {
  const ways: Record<string, (detail: string) => string> = WAYS[language].failures;
  if (Object.hasOwn(ways, code)) return ways[code]!(String(params["detail"] ?? "").slice(0, 300));
  const open: Record<string, (params: Failure["params"]) => string> = OPEN[language].failures;
  return open[Object.hasOwn(open, code) ? code : "unreadable"]!(params);
}

/** Whether a failure's `detail` is what its words speak of, and not just the name of the file. */
export const speaksOfDetail = (code: string): boolean => Object.hasOwn(WAYS.en.failures, code) || code === "bad-story";
