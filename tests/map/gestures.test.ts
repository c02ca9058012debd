import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {gestures, type GestureOptions} from "../../src/map/gestures.ts";

let node: HTMLElement;
let stop: () => void;
const calls = {onpan: vi.fn(), onzoom: vi.fn(), onend: vi.fn()} satisfies Partial<GestureOptions>;

function listen(cooperative: boolean) {
  stop = gestures(node, {cooperative, ...calls});
}

function pointer(type: string, x: number, y: number, extra: Partial<PointerEventInit> = {}) {
  const event = new MouseEvent(type, {clientX: x, clientY: y, bubbles: true, button: 0});
  Object.defineProperties(event, {
    pointerId: {value: extra.pointerId ?? 1},
    pointerType: {value: extra.pointerType ?? "mouse"},
  });
  node.dispatchEvent(event);
}

function wheel(init: WheelEventInit) {
  const event = new WheelEvent("wheel", {cancelable: true, clientX: 40, clientY: 30, ...init});
  node.dispatchEvent(event);
  return event.defaultPrevented;
}

beforeEach(() => {
  vi.useFakeTimers();
  node = document.body.appendChild(document.createElement("div"));
  node.setPointerCapture = vi.fn();
  for (const call of Object.values(calls)) call.mockReset();
});
afterEach(() => {
  stop();
  node.remove();
  vi.useRealTimers();
});

describe("gestures", () => {
  it("pans with the mouse, and ends when it is let go", () => {
    listen(true);
    pointer("pointerdown", 10, 10);
    pointer("pointermove", 30, 15);
    pointer("pointermove", 31, 15);
    pointer("pointerup", 31, 15);
    expect(calls.onpan.mock.calls).toEqual([
      [20, 5],
      [1, 0],
    ]);
    expect(calls.onend).toHaveBeenCalledOnce();
  });

  it("leaves a click alone", () => {
    listen(false);
    pointer("pointerdown", 10, 10);
    pointer("pointermove", 11, 11);
    pointer("pointerup", 11, 11);
    expect(calls.onpan).not.toHaveBeenCalled();
    expect(calls.onend).not.toHaveBeenCalled();
    expect(node.setPointerCapture).not.toHaveBeenCalled();
  });

  it("leaves one finger to the page when it shares the map with it", () => {
    listen(true);
    pointer("pointerdown", 10, 10, {pointerType: "touch"});
    pointer("pointermove", 60, 10, {pointerType: "touch"});
    expect(calls.onpan).not.toHaveBeenCalled();
    expect(node.style.touchAction).toBe("pan-x pan-y");
  });

  it("zooms by the spread of two fingers, around their middle", () => {
    listen(true);
    pointer("pointerdown", 0, 0, {pointerType: "touch", pointerId: 1});
    pointer("pointerdown", 100, 0, {pointerType: "touch", pointerId: 2});
    pointer("pointermove", 200, 0, {pointerType: "touch", pointerId: 2});
    expect(calls.onpan).toHaveBeenCalledWith(50, 0);
    expect(calls.onzoom).toHaveBeenCalledWith(100, 0, 1);
  });

  it("lets the wheel scroll the page unless Ctrl or Cmd is held", () => {
    listen(true);
    expect(wheel({deltaY: 90})).toBe(false);
    expect(calls.onzoom).not.toHaveBeenCalled();
    expect(wheel({deltaY: -90, metaKey: true})).toBe(true);
    expect(calls.onzoom).toHaveBeenCalledWith(40, 30, 0.2);
    vi.runAllTimers();
    expect(calls.onend).toHaveBeenCalledOnce();
  });

  it("takes the plain wheel when the map has the page to itself", () => {
    listen(false);
    expect(wheel({deltaY: 45})).toBe(true);
    expect(calls.onzoom).toHaveBeenCalledWith(40, 30, -0.1);
  });
});
