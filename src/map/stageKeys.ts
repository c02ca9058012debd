const PAN_PX = 90;
const PANS: Record<string, readonly [dx: number, dy: number]> = {
  ArrowLeft: [PAN_PX, 0],
  ArrowRight: [-PAN_PX, 0],
  ArrowUp: [0, PAN_PX],
  ArrowDown: [0, -PAN_PX],
};

/** What the keys of the stage do. */
export interface StageActions {
  /** Moves the land by that many px. */
  pan(dx: number, dy: number): void;
  zoom(by: 1 | -1): void;
  home(): void;
  /** Lists what is in view; says whether there was anything to do. */
  list(): boolean;
  /** Puts away what is listed alone; says whether anything was. */
  close(): boolean;
}

/** Does what a key means on the map: zoom and the way home anywhere on it, the others while the stage itself has the focus. */
export function stageKey(event: KeyboardEvent, stage: EventTarget | undefined, actions: StageActions): void {
  if (event.ctrlKey || event.metaKey || event.altKey) return;
  const {key} = event;
  const isOnStage = event.target === stage;
  const pan = PANS[key];
  if (pan !== undefined) {
    if (!isOnStage) return;
    actions.pan(...pan);
  } else if (key === "+" || key === "=") actions.zoom(1);
  else if (key === "-" || key === "_") actions.zoom(-1);
  else if (key === "0") actions.home();
  else if (key === "Enter" ? !isOnStage || !actions.list() : key !== "Escape" || !actions.close()) return;
  event.preventDefault();
  event.stopPropagation();
}
