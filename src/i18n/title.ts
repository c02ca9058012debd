import type {Loaded} from "../data/load.ts";
import {BARE} from "./bare.ts";
import {cut, firstWords} from "./cut.ts";
import type {I18n} from "./i18n.svelte.ts";
import {valueLabel} from "./labels.ts";
import {roleText, type RoleText} from "./roleText.ts";

/** A title is shown to this many UTF-16 units; the card has the rest. */
export const LONGEST_TITLE = 300;
const FROM_SUMMARY = 90;
const NO_VALUE = /^(none|unknown|n\/?a|-)?$/i;

/** What a row is called. */
export interface Title extends RoleText {
  /** Whether the row states it; else it is made from what the row does state. */
  stated: boolean;
}

/**
 * What a row is called everywhere: its title, else its category and place, else the first words of its summary, else what there is of
 * category and place, else its number in the file.
 */
export function titleOf(loaded: Loaded, row: number, i18n: I18n): Title {
  const title = roleText(loaded, "title", row, i18n.lang);
  if (title.text !== "") return {...title, text: cut(title.text, LONGEST_TITLE), stated: true};
  const {dataset, mapping} = loaded;
  const category = dataset.text("category", row);
  const column = typeof mapping.category === "string" ? mapping.category : "category";
  const kind = NO_VALUE.test(category.slice(0, 20)) ? "" : valueLabel(loaded, column, category, i18n);
  const at = dataset.columns.place[row]!;
  const place = (at === -1 ? "" : dataset.placeName(at, i18n.lang)) || dataset.text("place", row);
  const named = [kind, place].filter((part) => part !== "");
  const summary = named.length === 2 ? "" : firstWords(roleText(loaded, "summary", row, i18n.lang).text, FROM_SUMMARY);
  const text =
    summary ||
    named.map((part) => firstWords(part, LONGEST_TITLE / 2)).join(i18n.lang === "ar" ? "، " : ", ") ||
    BARE[i18n.lang].row(i18n.number(dataset.columns.row[row]!));
  return {
    text,
    lang: named.length > 0 || summary !== "" ? loaded.story.language : undefined,
    foreign: false,
    languages: [],
    stated: false,
  };
}
