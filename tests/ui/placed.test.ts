import {flushSync} from "svelte";
import {afterEach, describe, expect, it} from "vitest";
import {placed} from "../../src/ui/placed.svelte.ts";
import {Pair, rooted} from "../state/pair.svelte.ts";

/** An animation of two key frames, as far as it is used: how far it stands between them. */
class Still {
  currentTime: number | null = 0;
  playbackRate = 1;
  isPaused = false;
  isGone = false;
  sets = 0;
  readonly frames: Record<string, [string, string]>;
  readonly duration: number;
  constructor(frames: Record<string, [string, string]>, {duration}: {duration: number}) {
    this.frames = frames;
    this.duration = duration;
    let time = 0;
    Object.defineProperty(this, "currentTime", {
      get: () => time,
      set: (to: number) => {
        // Browsers count thousandths of a ms.
        time = Math.round(to * 1000) / 1000;
        this.sets++;
      },
    });
  }
  pause() {
    this.isPaused = true;
  }
  cancel() {
    this.isGone = true;
  }
  get value(): number {
    const [from, to] = Object.values(this.frames)[0]!.map((text) => parseFloat(text)) as [number, number];
    return from + ((to - from) * this.currentTime!) / this.duration;
  }
}

const stops: (() => void)[] = [];
afterEach(() => {
  for (const stop of stops.splice(0)) stop();
  delete (HTMLElement.prototype as {animate?: unknown}).animate;
});

function shown(isAnimated: boolean, isStretched = true) {
  const made: Still[] = [];
  if (isAnimated)
    Object.defineProperty(HTMLElement.prototype, "animate", {
      configurable: true,
      value: (...given: ConstructorParameters<typeof Still>) => made[made.push(new Still(...given)) - 1],
    });
  const element = document.createElement("div");
  /** Its value is where it stands, and what that is of how wide it is. */
  const at = Object.assign(new Pair(), {value: 12.5, of: 3});
  const attach = isStretched
    ? placed(
        () => at.value,
        () => at.of,
      )
    : placed(() => at.value);
  let leave: (() => void) | void;
  const stop = rooted(() => (leave = attach(element)));
  flushSync();
  stops.push(stop);
  return {element, at, made, leave: () => leave?.()};
}

describe("an element that is placed", () => {
  it("stands where it is told to, and follows", () => {
    const {at, made} = shown(true);
    expect(made.map(({value}) => value)).toEqual([12.5, 3]);
    for (const [value, of] of [
      [0, 0],
      [-371.25, 0.001],
      [1439.984375, 2879.5],
      [99_999.015625, 9999.5],
    ] as const) {
      Object.assign(at, {value, of});
      flushSync();
      expect(made[0]!.value).toBeCloseTo(value, 9);
      expect(made[1]!.value).toBeCloseTo(of, 4);
    }
  });

  it("never runs by itself, and leaves nothing behind", () => {
    const {made, leave} = shown(true);
    expect(made.every(({isPaused, playbackRate}) => isPaused && playbackRate === 0)).toBe(true);
    leave();
    expect(made.every(({isGone}) => isGone)).toBe(true);
  });

  it("is not touched by what cannot be seen", () => {
    const {at, made} = shown(true);
    const before = made.map(({sets}) => sets);
    Object.assign(at, {value: 12.5 + 1e-9, of: 3 - 1e-9});
    flushSync();
    expect(made.map(({sets}) => sets)).toEqual(before);
  });

  it("stays within reach, whatever it is told", () => {
    const {at, made} = shown(true);
    Object.assign(at, {value: 1e12, of: 1e12});
    flushSync();
    expect(made.map(({value}) => value)).toEqual([100_000, 10_000]);
    Object.assign(at, {value: -1e12, of: -5});
    flushSync();
    expect(made.map(({value}) => value)).toEqual([-100_000, 0]);
  });

  it("is moved by its style where there are no animations", () => {
    const {element, at} = shown(false);
    expect(element.style.transform).toBe("translateX(12.5px) scaleX(3)");
    at.value = 40;
    flushSync();
    expect(element.style.transform).toBe("translateX(40px) scaleX(3)");
    expect(shown(false, false).element.style.transform).toBe("translateX(12.5px)");
  });
});
