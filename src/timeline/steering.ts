import {endOfStep} from "./brush.ts";
import type {Session} from "../state/session.svelte.ts";
import {goToEvent} from "../state/stepping.ts";

/** Puts the playhead at the end of the step that holds `time`. */
export function seekTo({selection}: Session, time: number): void {
  if (selection.dataset !== null) selection.seek(endOfStep(time, selection.step));
}

/** Chooses the first report that passes and starts in `[start, end)`, if there is one. */
export function selectFirst({selection}: Session, start: number, end: number): void {
  const {dataset, filtered} = selection;
  if (dataset === null || filtered === null) return;
  const [i0, i1] = dataset.rows(start, end);
  for (let row = i0; row < i1; row++) {
    if (dataset.columns.series[row]! < 2 && filtered.aggregates.passes(row)) return selection.select(row);
  }
}

/** Keys that work on everything in the plot. Returns whether the key meant something. */
export function plotKey(session: Session, event: KeyboardEvent): boolean {
  if (event.ctrlKey || event.metaKey || event.altKey) return false;
  const {axis, player, selection} = session;
  switch (event.key) {
    case "ArrowLeft":
    case "ArrowRight":
      if (!event.shiftKey) return false;
      goToEvent(session, event.key === "ArrowRight" ? 1 : -1);
      return true;
    case " ":
      player.toggle();
      return true;
    case "+":
    case "=":
      axis.zoomAround(selection.playhead, 0.5);
      return true;
    case "-":
      axis.zoomAround(selection.playhead, 2);
      return true;
    case "0":
      axis.zoomTo(null);
      return true;
    default:
      return false;
  }
}
