import {beforeEach, describe, expect, it, vi} from "vitest";
import type {Drawing, PathItem} from "../../../src/out/drawing/drawing.ts";
import {thumbnail} from "../../../src/out/picture/thumbnail.ts";
import type {Chapter, Session} from "../../../src/state/session.svelte.ts";
import {shippedSession} from "../../shippedSession.ts";

const {paint, groundOf} = vi.hoisted(() => ({paint: vi.fn(), groundOf: vi.fn()}));
vi.mock("../../../src/out/drawing/canvas.ts", () => ({paint}));
vi.mock("../../../src/out/poster/ground.ts", () => ({groundOf}));

let session: Session;
beforeEach(async () => {
  paint.mockReset();
  groundOf.mockReset().mockResolvedValue([]);
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue({} as never);
  vi.stubGlobal("createImageBitmap", async ({width, height}: HTMLCanvasElement) => ({width, height}));
  session = await shippedSession();
});
const of = (chapter: Chapter, more: object = {}) =>
  thumbnail({loaded: session.loaded!, view: chapter.view, chapter, lang: "en", dark: false, width: 480, ...more});
const drawings = () => paint.mock.calls.map(([drawing]) => drawing as Drawing);
/** From where to where a path of the strip reaches. */
const reach = ({items}: Drawing, colour: string) => {
  const path = items.find((item): item is PathItem => item.kind === "path" && item.fill === colour)!;
  const starts = [...path.d.matchAll(/M([\d.]+) /g)].map(([, x]) => Number(x));
  return [Math.min(...starts), Math.max(...starts)] as const;
};

describe("a thumbnail", () => {
  it("is as wide as asked, and lights the columns of the chapter's window", async () => {
    const [first, later] = [session.chapters[0]!, session.chapters[4]!];
    expect(await of(first)).toEqual({width: 480, height: 270});
    await of(later);
    const [one, five] = drawings();
    expect(reach(one!, "#b8331b")[1]).toBeLessThan(reach(one!, "#b9b2a5")[0]);
    expect(reach(five!, "#b8331b")[1]).toBeGreaterThan(reach(one!, "#b8331b")[1]);
  });

  it("is made once for a chapter and a look, and leaves the screen alone", async () => {
    const chapter = session.chapters[1]!;
    const {view} = session;
    const [one, again] = await Promise.all([of(chapter), of(chapter)]);
    expect(one).toBe(again);
    expect(paint).toHaveBeenCalledTimes(1);
    expect(await of(chapter, {dark: true})).not.toBe(one);
    expect(await of({...chapter})).not.toBe(one);
    expect(session.view).toEqual(view);
  });

  it("that failed is made anew", async () => {
    const chapter = {...session.chapters[0]!};
    groundOf.mockRejectedValueOnce(new Error("gone"));
    await expect(of(chapter)).rejects.toThrow("gone");
    expect(await of(chapter)).toEqual({width: 480, height: 270});
  });
});
