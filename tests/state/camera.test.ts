import {describe, expect, it} from "vitest";
import {Camera} from "../../src/state/camera.svelte.ts";

describe("the camera", () => {
  it("is the story's until the reader moves it", () => {
    const camera = new Camera();
    expect([camera.position, camera.text]).toEqual([null, null]);
    camera.set({zoom: 5.123456, lat: 33.123456, lng: -0.00001});
    expect(camera.position).toEqual({zoom: 5.123456, lat: 33.123456, lng: -0.00001});
    expect(camera.text!.join("/")).toBe("5.123/33.1235/0");
    camera.set(null);
    expect(camera.text).toBeNull();
  });
});
