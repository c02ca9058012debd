import type {Language} from "../../../src/data/languages.ts";
import {english} from "../../../src/i18n/english.ts";
import {I18n} from "../../../src/i18n/i18n.svelte.ts";

/** The words of a language. */
export async function wordsOf(language: Language): Promise<I18n> {
  const i18n = new I18n(() => language, english);
  await i18n.load(language);
  return i18n;
}
