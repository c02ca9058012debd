import type {Briefing, Pointer} from "../state/briefing.svelte.ts";
import type {Session} from "../state/session.svelte.ts";

/** What the speaker's mouse does on the map: it points, or moves the map. */
export const TOOLS = ["laser", "spotlight", "hand"] as const;
export type Tool = (typeof TOOLS)[number];

/** After this time at rest a laser goes out, in ms. A spotlight stays: what it shows is being spoken of. */
export const REST_MS = 2000;

/**
 * Has the mouse or a finger over `area` move the speaker's pointer on the map under it, a step a frame. `kind` says what it is; null for none.
 * Returns how to stop, which takes the pointer away.
 */
export function pointing(
  area: EventTarget,
  {camera, frames}: Session,
  briefing: Briefing,
  kind: () => Pointer["kind"] | null,
): () => void {
  const listening = new AbortController();
  const {signal} = listening;
  let rest: ReturnType<typeof setTimeout> | undefined;

  const put = (pointer: Pointer | null) => {
    clearTimeout(rest);
    frames.latest(pointing, () => (briefing.pointer = pointer));
    if (pointer?.kind === "laser") rest = setTimeout(() => put(null), REST_MS);
  };
  const off = () => {
    if (briefing.pointer !== null) put(null);
    else frames.drop(pointing);
  };
  const move = (event: Event) => {
    const {clientX, clientY} = event as PointerEvent;
    const {sight} = camera;
    const chosen = kind();
    if (chosen === null || sight === null) return off();
    const {left, top, width, height} = sight.node.getBoundingClientRect();
    // The map may be drawn larger than it is laid out.
    const [x, y] = [((clientX - left) / width) * sight.width, ((clientY - top) / height) * sight.height];
    if (!(x >= 0 && x <= sight.width && y >= 0 && y <= sight.height)) return off();
    const [lng, lat] = sight.unproject(x, y);
    put({kind: chosen, lng, lat});
  };
  area.addEventListener("pointermove", move, {signal});
  area.addEventListener("pointerdown", move, {signal});
  for (const type of ["pointerleave", "pointercancel"]) area.addEventListener(type, off, {signal});
  area.addEventListener("pointerup", (event) => (event as PointerEvent).pointerType === "touch" && off(), {signal});

  return () => {
    listening.abort();
    clearTimeout(rest);
    frames.drop(pointing);
    briefing.pointer = null;
  };
}
