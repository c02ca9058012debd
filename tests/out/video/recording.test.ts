import {afterEach, describe, expect, it, vi} from "vitest";
import {placeFor, LARGE} from "../../../src/out/video/place.ts";
import {Recording, recordingOf} from "../../../src/out/video/recording.svelte.ts";
import {VideoError} from "../../../src/out/video/writer.ts";
import {Session} from "../../../src/state/session.svelte.ts";
import {fakeFilm, fakeWriter} from "./fakes.ts";

const job = (writer = fakeWriter().writer, count = 5) => {
  const film = {...fakeFilm(count), playhead: () => null, close: vi.fn()};
  return {film, name: "story.mp4", writer: Promise.resolve(writer)};
};

describe("a recording", () => {
  it("hands the file over, says how long it took, and gives the film's memory back", async () => {
    const recording = new Recording();
    const save = vi.fn();
    const made = job();
    await recording.start(made, save);
    expect(save).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({size: 5}), "story.mp4");
    expect(recording.now).toMatchObject({kind: "done", name: "story.mp4"});
    expect(made.film.close).toHaveBeenCalledOnce();
  });

  it("is one at a time", async () => {
    const recording = new Recording();
    const [first, second] = [job(), job()];
    const done = recording.start(first, () => {});
    await recording.start(second, () => {});
    await done;
    expect(second.film.painted).toEqual([]);
    expect(first.film.painted).toHaveLength(5);
  });

  it("is cancelled, which is no fault and leaves nothing to save", async () => {
    const recording = new Recording();
    const save = vi.fn();
    const {writer} = fakeWriter();
    const made = job(writer, 1000);
    const {add} = writer;
    writer.add = (...frame) => {
      if (made.film.painted.length === 4) recording.cancel();
      return add(...frame);
    };
    await recording.start(made, save);
    expect(recording.now).toEqual({kind: "cancelled"});
    expect(made.film.painted.length).toBeLessThan(1000);
    expect(save).not.toHaveBeenCalled();
    expect(made.film.close).toHaveBeenCalledOnce();
    await recording.start(job(), save);
    expect(recording.now.kind).toBe("done");
  });

  it.each([
    [new VideoError("encoder"), "encoder"],
    [new RangeError("Array buffer allocation failed"), "disk"],
    [new Error("whatever"), "picture"],
  ])("says of %s what kind of fault it is", async (error, fault) => {
    const recording = new Recording();
    const {writer} = fakeWriter();
    writer.add = () => Promise.reject(error);
    await recording.start(job(writer), () => {});
    expect(recording.now).toEqual({kind: "failed", fault});
  });

  it("keeps the page from being closed by mistake, as long as it runs", async () => {
    const left = () => !globalThis.dispatchEvent(new Event("beforeunload", {cancelable: true}));
    const recording = new Recording();
    const done = recording.start(job(undefined, 20), () => {});
    expect(left()).toBe(true);
    await done;
    expect(left()).toBe(false);
  });

  it("does nothing when the reader thinks better of where to put it", async () => {
    const recording = new Recording();
    const made = {...job(), writer: Promise.resolve(null)};
    await recording.start(made, () => {});
    expect(recording.now).toEqual({kind: "choosing"});
    expect(made.film.painted).toEqual([]);
  });

  it("belongs to its session, and to no other", () => {
    const session = new Session(() => () => {});
    expect(recordingOf(session)).toBe(recordingOf(session));
    expect(recordingOf(session)).not.toBe(recordingOf(new Session(() => () => {})));
  });
});

describe("a large file", () => {
  afterEach(() => Reflect.deleteProperty(globalThis, "showSaveFilePicker"));
  const pick = (answer: () => Promise<unknown>) => {
    const picker = vi.fn(answer);
    Object.assign(globalThis, {showSaveFilePicker: picker});
    return picker;
  };

  it("is written to where the reader wants it, as it grows; a small one is not asked for", async () => {
    const written: unknown[] = [];
    const stream = {write: async (chunk: unknown) => void written.push(chunk), close: async () => {}};
    const picker = pick(async () => ({createWritable: async () => stream}));
    expect(await (await placeFor(1000, "story.mp4", "video/mp4"))!.close()).toMatchObject({size: 0});
    expect(picker).not.toHaveBeenCalled();
    const sink = (await placeFor(LARGE + 1, "story.mp4", "video/mp4"))!;
    await sink.write(new Uint8Array([1]), 7);
    expect(await sink.close()).toBeNull();
    expect(written).toEqual([{type: "write", data: new Uint8Array([1]), position: 7}]);
    expect(picker.mock.calls[0]).toMatchObject([
      {suggestedName: "story.mp4", types: [{accept: {"video/mp4": [".mp4"]}}]},
    ]);
  });

  it("is not made when the reader closes that box, and is kept in memory where no box may open", async () => {
    pick(() => Promise.reject(new DOMException("no", "AbortError")));
    expect(await placeFor(LARGE + 1, "story.mp4", "video/mp4")).toBeNull();
    pick(() => Promise.reject(new DOMException("a frame", "SecurityError")));
    expect(await (await placeFor(LARGE + 1, "story.mp4", "video/mp4"))!.close()).toMatchObject({type: "video/mp4"});
  });
});
