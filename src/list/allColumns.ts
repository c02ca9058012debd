import {safeLink} from "../data/links.ts";
import type {Loaded} from "../data/load.ts";
import {textAt} from "../data/text.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import {columnLabel} from "../i18n/labels.ts";

/** One cell of the file as it stands there. */
export interface Cell {
  column: string;
  label: string;
  value: string;
  /** Where it leads, if it is an address that may be followed. */
  url: string | null;
  host: string;
}

/** Whether a file was opened that has such columns. The author of a story has chosen what is shown of its table. */
export const hasColumns = (loaded: Loaded): boolean =>
  loaded.bare === true && Object.keys(loaded.dataset.columns.others).length > 0;

/** What the file says of a row in columns that no role took, in the order of the file; blank cells are left out. */
export function cellsOf(loaded: Loaded, row: number, i18n: I18n): Cell[] {
  return Object.entries(loaded.dataset.columns.others).flatMap(([column, texts]) => {
    const value = textAt(texts, row);
    if (value === "") return [];
    const url = safeLink(value);
    const label = columnLabel(loaded, column, i18n);
    return [{column, label, value, url, host: url === null ? "" : new URL(url).hostname}];
  });
}
