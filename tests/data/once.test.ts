import {expect, it, vi} from "vitest";
import {once} from "../../src/data/once.ts";

it("makes a thing when it is first asked for, and no other", () => {
  const make = vi.fn(() => ({}));
  const made = once(make);
  expect(make).not.toHaveBeenCalled();
  expect(made()).toBe(made());
  expect(make).toHaveBeenCalledTimes(1);
});
