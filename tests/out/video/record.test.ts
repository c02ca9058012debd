import {describe, expect, it} from "vitest";
import {record, type Progress} from "../../../src/out/video/record.ts";
import {fakeFilm, fakeWriter} from "./fakes.ts";

const still = {rest: async () => {}, tell: () => {}};

describe("recording", () => {
  it("writes every frame once and in order, each painted before it is written", async () => {
    const film = fakeFilm(7);
    const {writer, said} = fakeWriter();
    const order: string[] = [];
    const add = writer.add;
    writer.add = (canvas, frame) => (order.push(`painted ${film.painted.at(-1)}, added ${frame}`), add(canvas, frame));
    const blob = await record(film, writer, {...still, signal: new AbortController().signal});
    expect(await blob!.text()).toBe("video");
    expect(order).toEqual([0, 1, 2, 3, 4, 5, 6].map((i) => `painted ${i}, added ${i}`));
    expect(said.at(-1)).toBe("finish");
  });

  it("tells how far it is and how long the rest takes, by the clock it is given", async () => {
    const told: Progress[] = [];
    let now = 0;
    await record(fakeFilm(5), fakeWriter().writer, {
      signal: new AbortController().signal,
      clock: () => (now += 25),
      rest: async () => {},
      tell: (progress) => told.push(progress),
    });
    expect(told.map(({frame, of}) => [frame, of])).toEqual([1, 2, 3, 4, 5].map((frame) => [frame, 5]));
    expect(told.map(({left}) => left)).toEqual([null, null, 50, 25, 0]);
  });

  it.each([0, 1, 3, 6])("is cancelled at frame %i, and leaves no file", async (at) => {
    const stop = new AbortController();
    const {writer, said} = fakeWriter();
    const film = fakeFilm(7);
    if (at === 0) stop.abort();
    const tell = ({frame}: Progress) => frame === at && stop.abort();
    await expect(record(film, writer, {...still, tell, signal: stop.signal})).rejects.toThrow(/abort/i);
    expect(said).not.toContain("finish");
    expect(said.at(-1)).toBe("cancel");
    expect(film.painted).toHaveLength(at);
  });

  it("can be cancelled while the encoder does not answer", async () => {
    const stop = new AbortController();
    const {writer, said} = fakeWriter();
    writer.add = () => new Promise(() => {});
    const done = record(fakeFilm(3), writer, {...still, signal: stop.signal});
    setTimeout(() => stop.abort());
    await expect(done).rejects.toThrow(/abort/i);
    expect(said).toEqual(["cancel"]);
  });

  it("leaves no file behind when a frame cannot be written", async () => {
    const {writer, said} = fakeWriter();
    writer.add = async () => {
      throw new Error("full");
    };
    await expect(record(fakeFilm(3), writer, {...still, signal: new AbortController().signal})).rejects.toThrow("full");
    expect(said).toEqual(["cancel"]);
  });

  it("lets the page go on between any two frames", async () => {
    let turns = 0;
    let running = true;
    const turn = () => running && (turns++, setTimeout(turn, 0));
    turn();
    await record(fakeFilm(40), fakeWriter().writer, {signal: new AbortController().signal, tell: () => {}});
    running = false;
    expect(turns).toBeGreaterThan(1);
  });
});
