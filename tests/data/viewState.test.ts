// @vitest-environment node
import {describe, expect, it} from "vitest";
import {viewStateSchema} from "../../src/data/viewState.ts";

describe("a view", () => {
  it.each([
    {speed: -1},
    {speed: 1e6},
    {speed: NaN},
    {map: [23, 0, 0]},
    {map: [1, 91, 0]},
    {map: [1, 0, 181]},
    {map: [NaN, 0, 0]},
    {play: 2},
    {step: 0},
    {step: 1.5},
    {theme: "</style>"},
    {lang: "../../x"},
    {show: {status: "us"}},
    {view: "editor"},
  ])("may not be %j", (view) => {
    expect(viewStateSchema.safeParse(view).success).toBe(false);
  });
});
