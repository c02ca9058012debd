import type {Loaded} from "../data/load.ts";
import type {Role} from "../data/story.ts";

/** A text of a row in the language nearest to the reader's. */
export interface RoleText {
  text: string;
  /** The language it is in, if that is known. */
  lang: string | undefined;
  /** True when it is known to be in another language than the reader's. */
  foreign: boolean;
  /** The languages it can be had in. */
  languages: string[];
}

/** What a role says in a row: in the reader's language, else in English, else in the first there is. Blank when the row or the table lacks it. */
export function roleText({dataset, mapping, story}: Loaded, role: Role, row: number, language: string): RoleText {
  const named = mapping[role];
  if (named === undefined || typeof named === "string" || Array.isArray(named)) {
    const lang = story.language;
    return {
      text: dataset.text(role, row),
      lang,
      foreign: lang !== undefined && lang !== language,
      languages: lang === undefined ? [] : [lang],
    };
  }
  const languages = Object.keys(named).filter((each) => dataset.text(`${role}.${each}`, row) !== "");
  const lang = [language, "en"].find((each) => languages.includes(each)) ?? languages[0];
  return {
    text: lang === undefined ? "" : dataset.text(`${role}.${lang}`, row),
    lang,
    foreign: lang !== undefined && lang !== language,
    languages,
  };
}
