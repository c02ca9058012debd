import type {Frames} from "../state/frames.ts";
import {scaleOf} from "../ui/scale.ts";

/** What a surface under the pointer does; px are from its own left and top. What moves comes in a step a frame. */
export interface Surface {
  /** The pointer was dragged to `x`. */
  scrub(x: number): void;
  /** A drag or pinch begins or ends. */
  hold(on: boolean): void;
  tap(x: number, y: number, touch: boolean): void;
  hover(x: number, y: number): void;
  leave(): void;
  zoom(x: number, factor: number): void;
  pan(px: number): void;
}

const MOUSE_SLOP = 3;
const TOUCH_SLOP = 8;

/** Whether a movement has become a drag: for a finger only when it goes sideways, since up and down scroll the page. */
export const isDrag = (dx: number, dy: number, touch: boolean): boolean =>
  touch ? Math.abs(dx) > TOUCH_SLOP && Math.abs(dx) > Math.abs(dy) : Math.hypot(dx, dy) > MOUSE_SLOP;

/** Listens for drags, taps, pinches and wheels on a node. Returns how to stop. */
export function listen(node: HTMLElement, frames: Frames, surface: Surface): () => void {
  const controller = new AbortController();
  const {signal} = controller;
  const touches = new Map<number, {x: number; y: number}>();
  let start: {id: number; x: number; y: number} | null = null;
  let dragging = false;
  let pinch: {x: number; distance: number} | null = null;
  /** The drag or the hover that waits: a new one takes the place of either. */
  const pointer = Symbol("pointer");
  const view = Symbol("view");
  const change = (move: () => void) =>
    frames.gather(view, move, (moves) => {
      for (const each of moves) each();
    });
  const at = (event: MouseEvent) => {
    const box = node.getBoundingClientRect();
    const scale = scaleOf(node);
    return {x: (event.clientX - box.left) / scale, y: (event.clientY - box.top) / scale};
  };
  const spread = () => {
    const [a, b] = [...touches.values()] as [{x: number; y: number}, {x: number; y: number}];
    return {x: (a.x + b.x) / 2, distance: Math.max(20, Math.hypot(a.x - b.x, a.y - b.y))};
  };
  const leave = () => {
    frames.drop(pointer);
    surface.leave();
  };
  const stop = (event: PointerEvent, cancelled: boolean) => {
    touches.delete(event.pointerId);
    if (pinch !== null) {
      if (touches.size === 0) {
        pinch = null;
        frames.flush(view);
        surface.hold(false);
      }
      return;
    }
    if (start?.id !== event.pointerId) return;
    const was = start;
    start = null;
    if (dragging) {
      if (cancelled) frames.drop(pointer);
      else frames.flush(pointer);
      dragging = false;
      surface.hold(false);
    } else if (!cancelled) surface.tap(was.x, was.y, event.pointerType === "touch");
  };

  node.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0) return;
      const {x, y} = at(event);
      if (event.pointerType === "touch") {
        touches.set(event.pointerId, {x, y});
        if (touches.size === 2) {
          if (dragging) frames.flush(pointer);
          else surface.hold(true);
          [start, dragging, pinch] = [null, false, spread()];
          leave();
        }
      }
      if (touches.size < 2 && pinch === null) start = {id: event.pointerId, x, y};
    },
    {signal},
  );
  node.addEventListener(
    "pointermove",
    (event) => {
      const {x, y} = at(event);
      if (touches.has(event.pointerId)) touches.set(event.pointerId, {x, y});
      if (pinch !== null) {
        if (touches.size !== 2) return;
        const was = pinch;
        const now = spread();
        pinch = now;
        change(() => {
          surface.zoom(now.x, was.distance / now.distance);
          surface.pan(was.x - now.x);
        });
      } else if (start?.id === event.pointerId) {
        if (!dragging && isDrag(x - start.x, y - start.y, event.pointerType === "touch")) {
          dragging = true;
          node.setPointerCapture?.(event.pointerId);
          leave();
          surface.hold(true);
        }
        if (dragging) frames.latest(pointer, () => surface.scrub(x));
      } else if (event.pointerType !== "touch") frames.latest(pointer, () => surface.hover(x, y));
    },
    {signal},
  );
  node.addEventListener("pointerup", (event) => stop(event, false), {signal});
  node.addEventListener("pointercancel", (event) => stop(event, true), {signal});
  node.addEventListener("pointerleave", () => (dragging ? undefined : leave()), {signal});
  node.addEventListener(
    "dblclick",
    (event) => {
      frames.flush(view);
      surface.zoom(at(event).x, 0.5);
    },
    {signal},
  );
  node.addEventListener(
    "wheel",
    (event) => {
      const k = event.deltaMode === 1 ? 16 : 1;
      if (event.ctrlKey || event.metaKey) {
        event.preventDefault();
        const {x} = at(event);
        const factor = Math.exp(Math.max(-60, Math.min(60, event.deltaY * k)) * 0.006);
        change(() => surface.zoom(x, factor));
        return;
      }
      const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
      if (Math.abs(sideways) <= Math.abs(event.deltaY) && !event.shiftKey) return;
      event.preventDefault();
      change(() => surface.pan(sideways * k));
    },
    {signal, passive: false},
  );
  return () => {
    controller.abort();
    frames.drop(pointer);
    frames.drop(view);
  };
}

/** Makes a node a grip: `begin` gives what moves, `move` gets how far the pointer has come in px, once a frame. */
export function grip<T>(
  node: HTMLElement,
  frames: Frames,
  {begin, move, end}: {begin(): T; move(grabbed: T, dx: number): void; end(): void},
): () => void {
  const controller = new AbortController();
  const {signal} = controller;
  let held: {id: number; x: number; grabbed: T} | null = null;
  const moving = Symbol("grip");
  const release = (event: PointerEvent) => {
    if (held?.id !== event.pointerId) return;
    frames.flush(moving);
    held = null;
    end();
  };
  node.addEventListener(
    "pointerdown",
    (event) => {
      if (event.button !== 0 || held !== null) return;
      event.stopPropagation();
      node.setPointerCapture?.(event.pointerId);
      held = {id: event.pointerId, x: event.clientX, grabbed: begin()};
    },
    {signal},
  );
  node.addEventListener(
    "pointermove",
    ({pointerId, clientX}) => {
      const grip = held;
      // What is dragged may be drawn wider by itself; what it stands in is not.
      const scale = () => scaleOf(node.parentElement ?? node);
      if (grip?.id === pointerId) frames.latest(moving, () => move(grip.grabbed, (clientX - grip.x) / scale()));
    },
    {signal},
  );
  node.addEventListener("pointerup", release, {signal});
  node.addEventListener("pointercancel", release, {signal});
  return () => {
    controller.abort();
    frames.drop(moving);
  };
}
