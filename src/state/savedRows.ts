import {allRows, shownRows, type Which} from "../data/save/rows.ts";
import type {Session} from "./session.svelte.ts";

/** The rows of a session that are to be saved: all of the record, or those that the window and the filters show. None before there is a record. */
export function rowsToSave({loaded, selection: {counts}}: Session, which: Which): Uint32Array {
  if (loaded === null) return new Uint32Array();
  return which === "all" || counts === null
    ? allRows(loaded.dataset)
    : shownRows(loaded.dataset, counts.rows, (row) => counts.aggregates.passes(row));
}
