import type {Settings} from "../state/settings.svelte.ts";
import type {Control} from "./control.ts";
import {swipes} from "./swipe.ts";

/** Where a swipe means something else. */
const APART = "[data-instrument=plot], [data-instrument=card], dialog";
/** What two fingers move. */
const STILL = "[data-instrument=map]";

/** Has swipes within `root` step on and back, as the words run. Returns how to stop. */
export const stepSwipes = (root: HTMLElement, settings: Settings, control: Control): (() => void) =>
  swipes(root, {apart: APART, still: STILL}, (direction) =>
    control.act(direction < 0 === (settings.dir === "ltr") ? "next" : "previous"),
  );
