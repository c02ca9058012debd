import {cleanup, render} from "@testing-library/svelte";
import {createRawSnippet} from "svelte";
import {afterEach, expect, it} from "vitest";
import Crop from "../../src/timeline/Crop.svelte";

const WIDTH = 300;
const children = createRawSnippet(() => ({render: () => "<i></i>"}));
afterEach(cleanup);

/** What of the picture is seen, and where it stands, by where its boxes are moved to. */
function seen(from: number, to: number) {
  const {container} = render(Crop, {width: WIDTH, height: 20, from, to, children});
  let [at, first, last] = [0, -Infinity, Infinity];
  const boxes = [...container.querySelectorAll("div")];
  expect(boxes.at(-1)!.querySelector("i")).not.toBeNull();
  for (const box of boxes) {
    if (box.style.transform !== "") at += Number(/^translateX\((.+)px\)$/.exec(box.style.transform)![1]);
    if (box.classList.contains("cuts")) [first, last] = [Math.max(first, at), Math.min(last, at + WIDTH)];
  }
  cleanup();
  return {at, first: Math.max(first, at), last: Math.min(last, at + WIDTH)};
}

it.each([
  ["within", 40.3, 120.7, 40.3, 120.7],
  ["to the end and beyond it", 40, 9000, 40, WIDTH],
  ["from before the start", -5000, 120, 0, 120],
  ["all of it, from far before to far behind", -1e6, 1e6, 0, WIDTH],
])("shows the picture where it stands, %s", (_, from, to, first, last) => {
  const is = seen(from, to);
  expect(is.at).toBe(0);
  expect(is.first).toBeCloseTo(first, 1);
  expect(is.last).toBeCloseTo(last, 1);
});

it.each([
  [60, 60],
  [80, 60],
  [-90, -20],
  [400, 500],
])("shows nothing between %i and %i", (from, to) => {
  const {first, last} = seen(from, to);
  expect(last - first).toBeLessThanOrEqual(0);
});
