// @vitest-environment node
import fc from "fast-check";
import {expect, it} from "vitest";
import {Latest} from "../../src/list/latest.ts";

it("is the last row that passes before any other, in whatever order they are asked for", () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), {maxLength: 30}), fc.array(fc.nat(30)), (passes, ends) => {
      const latest = new Latest((row) => passes[row]!);
      for (const end of ends.map((each) => Math.min(each, passes.length)))
        expect(latest.before(end)).toBe(passes.slice(0, end).lastIndexOf(true));
    }),
  );
});

it("looks at no row twice while the other goes onwards, and at a gap once while it comes back", () => {
  let looks = 0;
  const latest = new Latest((row) => (looks++, row % 1000 === 0));
  for (let end = 0; end <= 5000; end += 7) latest.before(end);
  expect(looks).toBeLessThanOrEqual(5000);
  looks = 0;
  for (let end = 5000; end >= 0; end -= 7) latest.before(end);
  expect(looks).toBeLessThanOrEqual(5000);
});
