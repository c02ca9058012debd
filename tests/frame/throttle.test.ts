import {expect, it} from "vitest";
import {allowedOrigins} from "../../src/frame/origins.ts";
import {Throttle} from "../../src/frame/throttle.ts";

it("reads the first messages of a second, and again in the next", () => {
  let now = 0;
  const throttle = new Throttle(() => now);
  const read = () => throttle.run(() => "read");
  const first = Array.from({length: 10_000}, read).filter((result) => result !== null).length;
  expect(first).toBeGreaterThan(0);
  expect(first).toBeLessThan(1000);
  expect(read()).toBeNull();
  now = 1000;
  expect(read()).toBe("read");
});

it("spends no more than a fortieth of a second on reading, however few the messages", () => {
  let now = 0;
  const throttle = new Throttle(() => now);
  const slow = () => throttle.run(() => (now += 10));
  for (let i = 0; i < 50; i++) slow();
  expect(now).toBeLessThanOrEqual(40);
});

it("takes commands from its own origin and the listed ones, and from nothing else", () => {
  const listed =
    "https://news.example  http://localhost:5173 https://a.example/path *.b.example null * https://c.example/ javascript:x";
  expect([...allowedOrigins("https://d.example/embed.html?x#y", listed)]).toEqual([
    "https://d.example",
    "https://news.example",
    "http://localhost:5173",
  ]);
  expect([...allowedOrigins("file:///embed.html", "")]).toEqual([]);
});
