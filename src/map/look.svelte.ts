import type {Session} from "../state/session.svelte.ts";
import {FLIGHT_MS, Flight} from "./flight.svelte.ts";
import {clampCamera, type Camera} from "./mercator.ts";

export interface Frame {
  width: number;
  height: number;
  /** The story's own camera in this frame. */
  home: Camera;
  /** There is too much to draw for a flight to be smooth. */
  still: boolean;
  /** Size of the map beside that of the one it is a small picture of; default 1. */
  scale?: number;
}

const SETTLE_MS = 1000;

/** Where the map looks: the story's view or the reader's, and the way from one to the other. */
export class Look {
  #session: Session;
  /** Null while it is not known yet: the map stays where it is. */
  #frame: () => Frame | null;
  #flight = new Flight();
  #own: Camera | null = null;
  #length = FLIGHT_MS;
  #before: (Frame & {target: Camera; since: number}) | null = null;

  constructor(session: Session, frame: () => Frame | null) {
    this.#session = session;
    this.#frame = frame;
  }

  /** Where it looks when it is at rest. */
  readonly target: Camera = $derived.by(() => {
    const frame = this.#frame();
    const {position} = this.#session.camera;
    if (frame === null) return position ?? this.#before?.target ?? {zoom: 0, lat: 0, lng: 0};
    return position === null ? frame.home : clampCamera(this.#zoomed(position, 1), frame.height);
  });
  /** Where it looks now. */
  readonly now: Camera = $derived(this.#flight.at ?? this.target);

  /** The reader's own move: at once. */
  moveTo(camera: Camera): void {
    this.#own = this.#zoomed(clampCamera(camera, this.#frame()?.height ?? 0), -1);
    this.#flight.stop();
    this.#session.camera.set(this.#own);
  }

  /** Goes to a camera, null for the story's, in `length` ms. */
  flyTo(camera: Camera | null, length = FLIGHT_MS): void {
    this.#length = length;
    this.#own = null;
    this.#session.camera.set(camera === null ? null : this.#zoomed(camera, -1));
  }

  /** From the session's camera to that of a small picture of it (`by` 1), or back (-1). */
  #zoomed(camera: Camera, by: 1 | -1): Camera {
    const scale = this.#frame()?.scale ?? 1;
    return scale === 1 ? camera : {...camera, zoom: camera.zoom + by * Math.log2(scale)};
  }

  /** To be called when the target or the frame has changed: sets off, or goes there at once when the frame itself has changed. */
  follow(): void {
    const frame = this.#frame();
    if (frame === null) return;
    const {position} = this.#session.camera;
    const before = this.#before;
    this.#before = {...frame, target: this.target, since: before?.since ?? performance.now()};
    if (before === null || same(before.target, this.target)) return;
    const isResize = before.width !== frame.width || before.height !== frame.height;
    const isSettling = position === null && performance.now() - before.since < SETTLE_MS;
    const isOwn = position !== null && position === this.#own;
    if (isOwn || isResize || isSettling || frame.still || this.#session.settings.reducedMotion) this.#flight.stop();
    else this.#flight.fly(this.#flight.at ?? before.target, this.target, this.#length);
    this.#length = FLIGHT_MS;
  }

  stop(): void {
    this.#flight.stop();
  }
}

const same = (a: Camera, b: Camera): boolean =>
  Math.abs(a.zoom - b.zoom) < 1e-6 && Math.abs(a.lat - b.lat) < 1e-7 && Math.abs(a.lng - b.lng) < 1e-7;
