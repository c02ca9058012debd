const LEAST_PX = 48;
const LONGEST_MS = 700;

interface Swipe {
  /** Px that the finger went to the right and down, and for how long, in ms. */
  dx: number;
  dy: number;
  ms: number;
}

/** Whether a finger's way was a swipe to the left (-1) or the right (1), or neither (0). */
export const swiped = ({dx, dy, ms}: Swipe): -1 | 0 | 1 =>
  ms > LONGEST_MS || Math.abs(dx) < LEAST_PX || Math.abs(dx) < 2 * Math.abs(dy) ? 0 : dx < 0 ? -1 : 1;

/**
 * Tells of each quick swipe of one finger on `node`, unless it began within `apart`. What lies within `still` takes two fingers to be moved, and
 * hears of one only that it tapped. Returns how to stop.
 */
export function swipes(
  node: HTMLElement,
  {apart, still}: {apart: string; still: string},
  onswipe: (direction: -1 | 1) => void,
): () => void {
  const controller = new AbortController();
  const options = {signal: controller.signal, capture: true};
  const fingers = new Set<number>();
  let began: {id: number; x: number; y: number; time: number} | null = null;

  node.addEventListener(
    "pointerdown",
    (event) => {
      if (event.pointerType !== "touch") return;
      fingers.add(event.pointerId);
      const isApart = (event.target as Element).closest(apart) !== null;
      const {pointerId: id, clientX: x, clientY: y, timeStamp: time} = event;
      began = fingers.size > 1 || isApart ? null : {id, x, y, time};
    },
    options,
  );
  const end = (event: PointerEvent) => {
    fingers.delete(event.pointerId);
    const from = began;
    if (from?.id !== event.pointerId) return;
    began = null;
    if (event.type === "pointercancel") return;
    const direction = swiped({
      dx: event.clientX - from.x,
      dy: event.clientY - from.y,
      ms: event.timeStamp - from.time,
    });
    if (direction !== 0) onswipe(direction);
  };
  node.addEventListener("pointerup", end, options);
  node.addEventListener("pointercancel", end, options);
  const isStill = (event: Event) => (event.target as Element).closest(still) !== null;
  node.addEventListener(
    "pointermove",
    (event) => {
      if (event.pointerType === "touch" && fingers.size < 2 && isStill(event)) event.stopPropagation();
    },
    options,
  );
  for (const type of ["touchstart", "touchmove", "touchend"] as const)
    node.addEventListener(
      type,
      (event) => {
        if (event.touches.length < 2 && fingers.size < 2 && isStill(event)) event.stopPropagation();
      },
      {...options, passive: true},
    );
  return () => controller.abort();
}
