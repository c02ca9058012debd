import {scaleOf} from "../ui/scale.ts";

export interface GestureOptions {
  /** Leaves the wheel (without Ctrl or Cmd) and one finger to the page. */
  cooperative: boolean;
  /** The pointer dragged the land by this many pixels. */
  onpan(dx: number, dy: number): void;
  /** Zoom by `dz` levels around this pixel of the node. */
  onzoom(x: number, y: number, dz: number): void;
  onend(): void;
}

const DRAG_PX = 3;
const WHEEL_REST_MS = 150;
const LINE_PX = 40;

/** Pan and zoom by mouse, pen, fingers and wheel, for a node that is not a MapLibre map. */
export function gestures(node: HTMLElement, options: GestureOptions): () => void {
  const {cooperative, onpan, onzoom, onend} = options;
  const pointers = new Map<number, {x: number; y: number}>();
  const fingers = cooperative ? 2 : 1;
  let started = {x: 0, y: 0};
  let dragging = false;
  let wheelRest: ReturnType<typeof setTimeout> | undefined;
  const listening = new AbortController();
  const {signal} = listening;

  function spot({clientX, clientY}: MouseEvent): {x: number; y: number} {
    const {left, top} = node.getBoundingClientRect();
    const scale = scaleOf(node);
    return {x: (clientX - left) / scale, y: (clientY - top) / scale};
  }

  /** The middle of the pointers and their spread. */
  function grip() {
    const [a, b = a] = [...pointers.values()];
    return {x: (a.x + b.x) / 2, y: (a.y + b.y) / 2, spread: Math.hypot(a.x - b.x, a.y - b.y)};
  }

  function down(event: PointerEvent) {
    if (event.pointerType === "mouse" && event.button !== 0) return;
    if (pointers.size === 2) return;
    pointers.set(event.pointerId, spot(event));
    started = grip();
  }

  function move(event: PointerEvent) {
    if (!pointers.has(event.pointerId)) return;
    const before = grip();
    pointers.set(event.pointerId, spot(event));
    if (event.pointerType === "touch" && pointers.size < fingers) return;
    const after = grip();
    if (!dragging) {
      if (pointers.size === 1 && Math.hypot(after.x - started.x, after.y - started.y) < DRAG_PX) return;
      dragging = true;
      before.x = pointers.size === 1 ? started.x : before.x;
      before.y = pointers.size === 1 ? started.y : before.y;
      // Captured only now: a capture on press would send the click to this node instead of the mark under it.
      for (const id of pointers.keys()) node.setPointerCapture(id);
    }
    if (after.x !== before.x || after.y !== before.y) onpan(after.x - before.x, after.y - before.y);
    if (before.spread && after.spread !== before.spread)
      onzoom(after.x, after.y, Math.log2(after.spread / before.spread));
  }

  function up(event: PointerEvent) {
    if (!pointers.delete(event.pointerId)) return;
    if (pointers.size) started = grip();
    else if (dragging) {
      dragging = false;
      onend();
    }
  }

  function wheel(event: WheelEvent) {
    const held = event.ctrlKey || event.metaKey;
    if (cooperative && !held) return;
    event.preventDefault();
    const pixels = event.deltaMode === WheelEvent.DOM_DELTA_LINE ? event.deltaY * LINE_PX : event.deltaY;
    // A trackpad's pinch arrives as a wheel with Ctrl and small steps.
    const dz = Math.abs(pixels) < 25 && event.ctrlKey ? -pixels / 100 : -pixels / 450;
    const {x, y} = spot(event);
    onzoom(x, y, Math.min(Math.max(dz, -1), 1));
    clearTimeout(wheelRest);
    wheelRest = setTimeout(onend, WHEEL_REST_MS);
  }

  function doubleClick(event: MouseEvent) {
    const {x, y} = spot(event);
    onzoom(x, y, event.shiftKey ? -1 : 1);
    onend();
  }

  // `touch-action` alone would let the page scroll under two fingers.
  function keepFromPage(event: TouchEvent) {
    if (event.touches.length >= fingers && event.cancelable) event.preventDefault();
  }

  node.style.touchAction = cooperative ? "pan-x pan-y" : "none";
  node.addEventListener("pointerdown", down, {signal});
  node.addEventListener("pointermove", move, {signal});
  for (const type of ["pointerup", "pointercancel"] as const) node.addEventListener(type, up, {signal});
  node.addEventListener("wheel", wheel, {signal, passive: false});
  node.addEventListener("dblclick", doubleClick, {signal});
  node.addEventListener("touchmove", keepFromPage, {signal, passive: false});

  return () => {
    listening.abort();
    clearTimeout(wheelRest);
    node.style.touchAction = "";
  };
}
