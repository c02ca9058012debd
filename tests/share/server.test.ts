// @vitest-environment node
import {createHash} from "node:crypto";
import {afterEach, describe, expect, it, vi} from "vitest";
import {firstViewOf, integrityOf, letsAnyoneRead} from "../../src/share/server.ts";

const answer = (body: string | null, init: ResponseInit = {}) =>
  vi.stubGlobal("fetch", async () => {
    if (body === null) throw new TypeError("offline");
    return new Response(body, init);
  });
afterEach(() => void vi.unstubAllGlobals());

describe("a server", () => {
  it("lets anyone read when it says so of everybody, and not otherwise", async () => {
    const ask = (headers: Record<string, string>) => (answer("", {headers}), letsAnyoneRead("https://a.example/"));
    expect(await ask({"access-control-allow-origin": "*"})).toBe(true);
    expect(await ask({"access-control-allow-origin": "https://b.example"})).toBe(false);
    expect(await ask({})).toBe(false);
    answer(null);
    expect(await letsAnyoneRead("https://a.example/")).toBe(false);
  });
});

describe("the integrity of a script", () => {
  it("is the SHA-384 of its bytes, as browsers compare it", async () => {
    const code = "customElements.define('date-line', class extends HTMLElement {}); // é";
    answer(code);
    const expected = createHash("sha384").update(code).digest("base64");
    expect(await integrityOf("https://a.example/embed.js")).toBe(`sha384-${expected}`);
  });

  it("is none where there is no script", async () => {
    answer("<h1>Not found</h1>", {status: 404});
    expect(await integrityOf("https://a.example/embed.js")).toBeNull();
    answer(null);
    expect(await integrityOf("https://a.example/embed.js")).toBeNull();
  });
});

describe("what the first view asked for", () => {
  const timeline = (drawn: number | null, resources: [startTime: number, encodedBodySize: number][]) =>
    ({
      getEntriesByName: (name: string) => (name === "dateline:idle" && drawn !== null ? [{startTime: drawn}] : []),
      getEntriesByType: (type: string) =>
        type === "navigation"
          ? [{startTime: 0, encodedBodySize: 1000}]
          : type === "resource"
            ? resources.map(([startTime, encodedBodySize]) => ({startTime, encodedBodySize}))
            : [],
    }) as unknown as Performance;

  it("is the page and all that began before the map was drawn", () => {
    const asked = timeline(900, [
      [10, 60_000],
      [880, 300_000],
      [2000, 9_000_000],
    ]);
    expect(firstViewOf(asked)).toEqual({requests: 3, bytes: 361_000});
  });

  it("is not known before the map is drawn", () => {
    expect(firstViewOf(timeline(null, [[10, 60_000]]))).toBeNull();
  });
});
