const isFull = (): boolean => document.fullscreenElement !== null;

/** Has `node` fill the screen. A browser allows it only right after a key or a press; where it refuses, nothing happens. */
export function fillScreen(node: HTMLElement): void {
  if (!isFull()) node.requestFullscreen?.({navigationUI: "hide"}).catch(() => {});
}

/** Gives the screen back. Says whether it was filled. */
export function leaveScreen(): boolean {
  const was = isFull();
  if (was) document.exitFullscreen().catch(() => {});
  return was;
}

export function toggleScreen(node: HTMLElement): void {
  if (!leaveScreen()) fillScreen(node);
}
