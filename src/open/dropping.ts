import {canDrop} from "./drop.ts";

interface Acts {
  /** Something that could be opened is over the place, or no longer. */
  over(dragging: boolean): void;
  drop(transfer: DataTransfer): void;
  paste(transfer: DataTransfer): void;
}

/** Where typing or dropping belongs to what is there, and not to the app. */
const isField = (target: EventTarget | undefined): boolean =>
  target instanceof Element && target.closest("input, textarea, select, [contenteditable]") !== null;

/** Listens on `place` for what is dropped or pasted anywhere in it; returns how to stop. */
export function listenForData(place: Window | HTMLElement, {over, drop, paste}: Acts): () => void {
  const stop = new AbortController();
  /** The drag began in this page: a link or a selection that the reader moves about. */
  let own = false;
  /** The element that the pointer came to last: the next is entered before the one before is left. */
  let last: EventTarget | null = null;

  const taken = (event: DragEvent) => {
    const files = event.dataTransfer?.types.includes("Files") ?? false;
    return !own && canDrop(event.dataTransfer) && (files || !isField(event.composedPath()[0]));
  };
  const on = <E extends Event>(type: string, act: (event: E) => void) =>
    place.addEventListener(type, act as (event: Event) => void, {signal: stop.signal});

  on("dragstart", () => (own = true));
  on("dragend", () => (own = false));
  on<DragEvent>("dragenter", (event) => {
    last = event.composedPath()[0] ?? null;
    if (!taken(event)) return;
    event.preventDefault();
    over(true);
  });
  on<DragEvent>("dragover", (event) => {
    if (!taken(event)) return;
    event.preventDefault();
    event.dataTransfer!.dropEffect = "copy";
  });
  on<DragEvent>("dragleave", (event) => {
    if (event.composedPath()[0] === last) over(false);
  });
  on<DragEvent>("drop", (event) => {
    over(false);
    if (!taken(event)) return;
    event.preventDefault();
    drop(event.dataTransfer!);
  });
  on<ClipboardEvent>("paste", (event) => {
    if (event.clipboardData === null || event.defaultPrevented || isField(event.composedPath()[0])) return;
    paste(event.clipboardData);
  });
  return () => stop.abort();
}
