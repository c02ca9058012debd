// @vitest-environment node
import {describe, expect, it} from "vitest";
import {controlsAt, controlsBox, footBoxes, footEdges, type Room} from "../../src/map/furniture.ts";

const room = (dir: Room["dir"], padding: Partial<Room["padding"]> = {}): Room => ({
  width: 1400,
  height: 500,
  size: "wide",
  padding: {top: 22, right: 404, bottom: 10, left: 364, ...padding},
  dir,
});

describe("what stands on the stage", () => {
  it("keeps clear of the panels on both sides, which change places where words run the other way", () => {
    expect(footEdges(room("ltr"))).toEqual({start: 404, end: 416, bottom: 0});
    expect(footEdges(room("rtl", {left: 404, right: 364}))).toEqual({start: 404, end: 416, bottom: 0});
  });

  it("has its boxes where it is drawn, mirrored where words run the other way", () => {
    const [left] = footBoxes(room("ltr"), 200, 60);
    expect([left.x + 4, left.width - 8]).toEqual([404, 200]);
    expect(left.y + left.height).toBe(500);
    const [right] = footBoxes(room("rtl", {left: 404, right: 364}), 200, 60);
    expect(right.x + right.width - 4).toBe(1400 - 404);
    const buttons = controlsBox(room("ltr"));
    expect(buttons.x + buttons.width - 4).toBe(1400 - 416);
    expect(controlsBox(room("rtl", {left: 404, right: 364})).x + 4).toBe(416);
  });

  it("has none while nothing has a size, and leaves the corner to the button that brings the card back", () => {
    expect(footBoxes(room("ltr"), 0, 60)).toEqual([]);
    expect(controlsAt(room("ltr")).top).toBeLessThan(20);
    expect(controlsAt(room("ltr", {right: 24})).top).toBeGreaterThan(50);
  });
});
