import type {Failure} from "../data/import/imported.ts";
import type {Language} from "../data/languages.ts";
import type {IssueCode} from "../data/report.ts";
import {open as ar} from "./ar/open.ts";
import {open as en} from "./en/open.ts";
import {open as fr} from "./fr/open.ts";

/** The words of opening a file, which come with that screen and not before. */
export const OPEN: Record<Language, typeof en> = {en, fr, ar};

/** What is wrong with a file, what was expected, and what to do. */
export const failureText = (language: Language, {code, params}: Failure): string =>
  OPEN[language].failures[code](params);

/** How many of one cause there are, what became of them and what to do, in one line. `n` is `count` as it is to be written. */
export function issueText(language: Language, code: IssueCode, n: string, count: number): string {
  const {lead, then, cure} = OPEN[language].issues[code];
  return `${lead(n, count)} ${then} ${cure}`;
}
