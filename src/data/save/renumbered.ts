import type {Dataset} from "../dataset.ts";
import type {ViewState} from "../viewState.ts";

/**
 * What events are called in a file of `rows`: those without an id go by the number of their row, which changes when rows before them are left
 * out. "" for an event that is left out; an id that was never in the table stays what it is.
 */
export const renumbering =
  (dataset: Dataset, rows: Uint32Array) =>
  (id: string): string => {
    const row = dataset.find(id);
    const at = row === -1 ? -1 : rows.indexOf(row);
    if (at === -1) return row === -1 ? id : "";
    return id === `row-${dataset.columns.row[row]}` ? `row-${at + 1}` : id;
  };

/** A view with its event as `now` calls it. */
export const renumbered = <T extends ViewState>(view: T, now: (id: string) => string): T =>
  view.event === undefined ? view : {...view, event: now(view.event)};
