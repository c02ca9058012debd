/** How far a handle is dragged before it counts, in px. */
const ENOUGH = 40;

/**
 * Reports vertical drags of a handle: `onmove` with the way so far, `onend` with -1 for up, 1 for down and 0 for not far enough. Positive is
 * down. Give the handle `touch-action: none`.
 */
export function verticalDrag(onmove: (by: number) => void, onend: (way: -1 | 0 | 1) => void) {
  return (element: HTMLElement) => {
    let from: number | null = null;
    const down = (event: PointerEvent) => {
      if (event.button !== 0) return;
      from = event.clientY;
      element.setPointerCapture(event.pointerId);
    };
    const move = (event: PointerEvent) => {
      if (from !== null) onmove(event.clientY - from);
    };
    const up = (event: PointerEvent) => {
      if (from === null) return;
      const by = event.type === "pointercancel" ? 0 : event.clientY - from;
      from = null;
      onend(by <= -ENOUGH ? -1 : by >= ENOUGH ? 1 : 0);
    };
    element.addEventListener("pointerdown", down);
    element.addEventListener("pointermove", move);
    element.addEventListener("pointerup", up);
    element.addEventListener("pointercancel", up);
    return () => {
      element.removeEventListener("pointerdown", down);
      element.removeEventListener("pointermove", move);
      element.removeEventListener("pointerup", up);
      element.removeEventListener("pointercancel", up);
    };
  };
}
