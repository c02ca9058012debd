// @vitest-environment node
import {unzipSync} from "fflate";
import {afterEach, describe, expect, it, vi} from "vitest";
import {bundleOf, type Named} from "../../../src/out/picture/bundle.ts";

async function* files(): AsyncGenerator<Named> {
  yield {name: "01 Été à عين.png", blob: new Blob([new Uint8Array([1, 2, 3])], {type: "image/png"})};
  yield {name: "02 b.svg", blob: new Blob(["<svg/>".repeat(200)], {type: "image/svg+xml"})};
}
const bytes = async () => new Uint8Array(await (await bundleOf(files())).arrayBuffer());
afterEach(() => vi.useRealTimers());

describe("pictures in a zip", () => {
  it("keep their names, their order and their bytes", async () => {
    const found = unzipSync(await bytes());
    expect(Object.keys(found)).toEqual(["01 Été à عين.png", "02 b.svg"]);
    expect(found["01 Été à عين.png"]).toEqual(new Uint8Array([1, 2, 3]));
    expect(new TextDecoder().decode(found["02 b.svg"])).toBe("<svg/>".repeat(200));
  });

  it("are the same bytes on another day", async () => {
    vi.useFakeTimers({toFake: ["Date"], now: Date.parse("2025-01-01T10:00Z")});
    const first = await bytes();
    vi.setSystemTime(Date.parse("2026-06-05T20:00Z"));
    expect(await bytes()).toEqual(first);
  });

  it("are none where one of them fails", async () => {
    async function* failing(): AsyncGenerator<Named> {
      yield* files();
      throw new Error("no more");
    }
    await expect(bundleOf(failing())).rejects.toThrow("no more");
  });
});
