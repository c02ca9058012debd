import {stepped} from "../data/bins.ts";
import type {Session} from "./session.svelte.ts";

/** Goes to the next or previous event and brings it into view. */
export function goToEvent({selection}: Session, by: 1 | -1): void {
  const row = selection.neighbour(by);
  if (row !== -1) selection.select(row, true);
}

/** Moves the playhead to the next boundary of the axis's step, or to the one before. */
export function stepBy({selection, axis}: Session, by: 1 | -1): void {
  if (selection.dataset !== null) selection.seek(stepped(selection.playhead, axis.stepUnit, by));
}
