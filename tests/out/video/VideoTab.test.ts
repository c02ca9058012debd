import axe from "axe-core";
import {cleanup, fireEvent, render, screen, waitFor} from "@testing-library/svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import type {Language} from "../../../src/data/languages.ts";
import {VIDEO} from "../../../src/i18n/video.ts";
import {FONTS} from "../../../src/out/drawing/drawing.ts";
import type {PosterInput} from "../../../src/out/poster/poster.ts";
import {recordingOf} from "../../../src/out/video/recording.svelte.ts";
import VideoTab from "../../../src/out/video/VideoTab.svelte";
import type {Session} from "../../../src/state/session.svelte.ts";
import * as saving from "../../../src/ui/download.ts";
import Host from "../../list/Host.svelte";
import {openSession} from "../../list/session.ts";
import {stubEncoder, type Made} from "./fakes.ts";

const prepared: PosterInput[] = [];
let isAway = false;
vi.mock("../../../src/out/poster/poster.ts", () => ({
  async preparePoster(input: PosterInput) {
    prepared.push(input);
    if (isAway) throw new TypeError("no network");
    const {width, height} = input.form;
    const drawing = {width, height, fonts: FONTS, items: []};
    const {quietSession} = await import("../../../src/out/poster/quiet.ts");
    const session = await quietSession(input.loaded, input.view, input.settings.lang, false, new Map());
    return {width, height, session, ground: drawing, moment: () => drawing, title: "A map"};
  },
}));

// Each draws hundreds of frames, on whatever machine.
vi.setConfig({testTimeout: 20_000});

const EVENT = "2023-12-08-embassy-baghdad-rockets";

let encoder: Made;
let saved: {blob: Blob; name: string}[];
beforeEach(() => {
  prepared.length = 0;
  isAway = false;
  saved = [];
  encoder = stubEncoder({slowly: true});
  vi.spyOn(saving, "download").mockImplementation((blob, name) => void saved.push({blob, name}));
  vi.stubGlobal(
    "Path2D",
    class {
      rect() {}
    },
  );
  const nothing = () => {};
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockImplementation(function (this: HTMLCanvasElement) {
    const known = {canvas: this, measureText: () => ({width: 10})} as Record<string, unknown>;
    return new Proxy(known, {get: (from, name: string) => from[name] ?? nothing, set: () => true}) as never;
  });
  vi.spyOn(HTMLCanvasElement.prototype, "toBlob").mockImplementation((done) => done(new Blob(["png"])));
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

async function show(session: Session, isReady = true) {
  const {container} = render(Host, {session, component: VideoTab});
  if (isReady) await waitFor(() => expect(make().disabled).toBe(false));
  return container;
}
const make = () => document.querySelector<HTMLButtonElement>("[data-action=make-video]")!;
const choose = (choice: string) => fireEvent.click(document.querySelector(`[data-choice=${choice}]`)!);
async function type(name: string, value: string) {
  const input = document.querySelector<HTMLInputElement>(`input[name=${name}]`)!;
  await fireEvent.change(input, {target: {value}});
  return input;
}
const refuse = (pattern: RegExp) =>
  Object.assign(VideoEncoder, {
    isConfigSupported: async ({codec}: VideoEncoderConfig) => ({supported: !pattern.test(codec)}),
  });

describe("the tab", () => {
  it("says what it will be before it is made, and makes that", async () => {
    await show(await openSession());
    expect(screen.getByText(/MP4 with H\.264: plays everywhere/)).toBeTruthy();
    await choose("form-story");
    await type("play", "2");
    await type("hold", "1");
    await waitFor(() => expect(screen.getByText(/3 secs?, 90 frames/)).toBeTruthy());
    expect(screen.getByText("1080 × 1920 pixels")).toBeTruthy();
    await waitFor(() => expect(screen.getByText(/MP4 with H\.264\. About/)).toBeTruthy());
    encoder.timestamps.length = 0;
    await waitFor(() => expect(make().disabled).toBe(false));
    await fireEvent.click(make());
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(saved[0]!.name).toMatch(/^Attack by attack.*\.mp4$/);
    expect(encoder.config).toMatchObject({width: 1080, height: 1920, framerate: 30});
    expect(encoder.timestamps).toHaveLength(90);
    await waitFor(() => expect(screen.getByText(/^Saved as/)).toBeTruthy());
  });

  it("plays the window on screen, or the whole record, and marks nothing that was chosen", async () => {
    const session = await openSession({time: "2023-11-01..2023-12-08", event: EVENT});
    expect(session.selection.row).toBeGreaterThan(-1);
    await show(session);
    expect(prepared.at(-1)!.view).toMatchObject({time: "2023-11-01..2023-12-08", event: ""});
    expect(screen.getByText("Adds events up, 1 November – 8 December 2023.")).toBeTruthy();
    await choose("stretch-record");
    await waitFor(() => expect(prepared.at(-1)!.view.time).toBe("2023-10-17..2024-02-09"));
    expect(screen.getByText("Adds events up, 17 October 2023 – 9 February 2024.")).toBeTruthy();
  });

  it("slides where the view does", async () => {
    await show(await openSession({time: "2023-12-02..2023-12-08", mode: "slide"}));
    expect(screen.getByText("Slides the window along, 17 October – 8 December 2023.")).toBeTruthy();
    expect(prepared.at(-1)!.view).toMatchObject({mode: "slide", time: "2023-12-02..2023-12-08"});
  });

  it("takes no length that nothing could be made of", async () => {
    await show(await openSession());
    expect((await type("play", "0")).value).toBe("1");
    expect((await type("play", "")).value).toBe("1");
    expect((await type("hold", "-3")).value).toBe("0");
  });

  it("says so where it can only be WebM, before one begins", async () => {
    refuse(/^avc1/);
    await show(await openSession());
    expect(screen.getByText(/cannot write H\.264, so it will be WebM with VP9/)).toBeTruthy();
  });

  it.each<Language>(["en", "fr", "ar"])("offers pictures where nothing can be written, in %s", async (lang) => {
    refuse(/./);
    await show(await openSession({lang}));
    const t = VIDEO[lang];
    await waitFor(() => expect(screen.getByText(t.nothing)).toBeTruthy());
    expect(make().textContent).toBe(t.make.pictures);
    await type("play", "1");
    await type("hold", "0");
    await waitFor(() => expect(make().disabled).toBe(false));
    await fireEvent.click(make());
    await waitFor(() => expect(saved.map(({name}) => name)).toEqual([expect.stringMatching(/\.zip$/)]));
  });

  it("says so where the picture cannot be made ready, and tries again", async () => {
    isAway = true;
    await show(await openSession(), false);
    await waitFor(() => expect(screen.getByRole("alert").textContent).toMatch(/could not be fetched/));
    expect(make().disabled).toBe(true);
    isAway = false;
    await fireEvent.click(screen.getByRole("button", {name: "Try again"}));
    await waitFor(() => expect(make().disabled).toBe(false));
  });

  it("can be used by everybody", async () => {
    const container = await show(await openSession());
    const {violations} = await axe.run(container, {
      rules: {"color-contrast": {enabled: false}, region: {enabled: false}},
    });
    expect(violations.map(({id, nodes}) => [id, nodes[0]?.html])).toEqual([]);
  });
});

describe("a video that is being made", () => {
  it("is cancelled, and says that there is no file", async () => {
    await show(await openSession());
    await fireEvent.click(make());
    await waitFor(() => expect(screen.getByText(/^Frame \d+ of 660 · about/)).toBeTruthy());
    expect(document.querySelector("fieldset.options")!.hasAttribute("disabled")).toBe(true);
    await fireEvent.click(document.querySelector("[data-action=cancel-video]")!);
    await waitFor(() => expect(screen.getByText("Cancelled. There is no file.")).toBeTruthy());
    expect(saved).toEqual([]);
    expect(make().disabled).toBe(false);
  });

  it("goes on when the tab is left, is found again there, and is saved in the end", async () => {
    const session = await openSession();
    await show(session);
    await type("play", "4");
    await waitFor(() => expect(make().disabled).toBe(false));
    await fireEvent.click(make());
    await waitFor(() => expect(recordingOf(session).isWriting).toBe(true));
    cleanup();
    render(Host, {session, component: VideoTab});
    expect(document.querySelector("[data-action=cancel-video]")).toBeTruthy();
    cleanup();
    await waitFor(() => expect(saved).toHaveLength(1));
    expect(recordingOf(session).now.kind).toBe("done");
  });

  it("says what to do when the encoder gives up", async () => {
    await show(await openSession());
    await fireEvent.click(make());
    await waitFor(() => expect(screen.getByText(/^Frame [1-9]\d* of 660/)).toBeTruthy());
    encoder.fail(new DOMException("no", "EncodingError"));
    await waitFor(() => expect(screen.getByRole("status").textContent).toMatch(/encoder gave up\. Try 30 frames/));
    expect(saved).toEqual([]);
  });
});

describe("the words", () => {
  it("are all there in every language, and say what they are given", () => {
    const shape = (words: object): string[] =>
      Object.entries(words).flatMap(([name, word]) =>
        typeof word === "object" ? shape(word).map((each) => `${name}.${each}`) : [`${name} ${typeof word}`],
      );
    for (const words of Object.values(VIDEO)) {
      expect(shape(words)).toEqual(shape(VIDEO.en));
      for (const part of ["story.mp4", "7 MB", "28 s"])
        expect(words.saved("story.mp4", "7 MB", "28 s")).toContain(part);
      expect(words.readMe("A title", "600", "30", "ISW")).toMatch(/A title[^]*600[^]*-framerate 30 [^]*ISW/);
    }
  });
});
