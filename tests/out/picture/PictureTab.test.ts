import axe from "axe-core";
import {cleanup, fireEvent, render, screen, waitFor, within} from "@testing-library/svelte";
import {unzipSync} from "fflate";
import {flushSync} from "svelte";
import {afterEach, beforeEach, describe, expect, it, vi} from "vitest";
import {FONTS} from "../../../src/out/drawing/drawing.ts";
import type {Order, Picture} from "../../../src/out/picture/picture.ts";
import {PictureError} from "../../../src/out/picture/pictureError.ts";
import PictureTab from "../../../src/out/picture/PictureTab.svelte";
import {FORMS} from "../../../src/out/poster/forms.ts";
import type {Chapter, Session} from "../../../src/state/session.svelte.ts";
import Host from "../../list/Host.svelte";
import {openSession, storyFiles} from "../../list/session.ts";

/** What draws and what encodes need a browser: they stand in here, and tell what they were asked for. */
const {pictureOf, bytesOf} = vi.hoisted(() => ({pictureOf: vi.fn(), bytesOf: vi.fn()}));
vi.mock("../../../src/out/picture/picture.ts", async (original) => ({
  ...(await original<object>()),
  pictureOf,
  bytesOf,
}));

const drawn = (order: Order): Picture => ({
  drawing: {width: 9, height: 9, fonts: FONTS, items: []},
  form: FORMS[order.form],
  lang: order.lang,
  title: `A picture in ${order.lang}`,
});
const chapter = (title: Chapter["title"]): Chapter => ({title, text: "", events: [], view: {}});
const STORY = storyFiles("date,lat,lon,title\n2024-01-01,33,44,One\n2024-01-09,34,45,Two", {
  title: {en: "Blue: a story", fr: "Bleu"},
  chapters: [chapter({en: "First/one", fr: "Un"}), chapter("<img src=x onerror=alert(1)>"), chapter("Third")],
});

// Looking for parts by what they are takes long on a busy machine.
vi.setConfig({testTimeout: 20_000});

let given: {name: string; blob: Blob}[];
beforeEach(() => {
  given = [];
  const made = new Map<string, Blob>();
  vi.stubGlobal(
    "URL",
    Object.assign(URL, {
      createObjectURL(blob: Blob) {
        const url = `blob:test/${made.size}`;
        made.set(url, blob);
        return url;
      },
      revokeObjectURL: () => {},
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    given.push({name: this.download, blob: made.get(this.href)!});
  });
  vi.spyOn(HTMLCanvasElement.prototype, "getContext").mockReturnValue(null);
  pictureOf.mockReset().mockImplementation(async (order: Order) => drawn(order));
  bytesOf.mockReset().mockImplementation(async (picture: Picture, format: string, scale: number) => {
    return new Blob([`${picture.form.name} ${picture.lang} ${format} ${scale}`], {type: `image/${format}`});
  });
});
afterEach(cleanup);

async function show(files = STORY): Promise<{session: Session; container: HTMLElement}> {
  const session = await openSession({}, files);
  const {container} = render(Host, {session, component: PictureTab});
  flushSync();
  await waitFor(() => expect(pictureOf).toHaveBeenCalled());
  return {session, container};
}
const choose = (name: string | RegExp) => fireEvent.click(screen.getByRole("radio", {name}));
const subject = (value: string) => fireEvent.change(screen.getByLabelText("Of"), {target: {value}});
const press = (name: string | RegExp) => fireEvent.click(screen.getByRole("button", {name}));
const asked = () => pictureOf.mock.calls.map(([order]) => order as Order);

describe("the tab for pictures", () => {
  it("writes the view on screen as it is chosen, under the story's name", async () => {
    await show();
    await choose("Square 1:1");
    await choose("Dark");
    await choose("Français");
    await choose("4×");
    expect(screen.getByText("4,320 × 4,320 px")).toBeTruthy();
    await press("Save the picture");
    await waitFor(() => expect(given).toHaveLength(1));
    expect(given[0]!.name).toBe("Bleu.png");
    expect(await given[0]!.blob.text()).toBe("square fr png 4");
    expect(asked().at(-1)).toMatchObject({dark: true, lang: "fr", form: "square"});
    expect(asked().at(-1)!.chapter).toBeUndefined();
    expect(screen.getByText(/Saved as .Bleu\.png., 15 bytes/)).toBeTruthy();
  });

  it("makes what is looked at and what is saved once", async () => {
    await show();
    await screen.findByRole("img", {name: "A picture in en"});
    await press("Save the picture");
    await waitFor(() => expect(given).toHaveLength(1));
    expect(pictureOf).toHaveBeenCalledTimes(1);
  });

  it("tells the dots an inch of a sheet, and of an SVG neither scale nor density", async () => {
    await show();
    await choose("A4 landscape");
    await choose("3×");
    const width = FORMS.landscape.width * 3;
    expect(screen.getByText(/dots an inch/).textContent).toContain(String(Math.round(width / (297 / 25.4))));
    await choose("SVG");
    expect(screen.queryByText(/dots an inch/)).toBeNull();
    expect(screen.queryByRole("radio", {name: "4×"})).toBeNull();
  });

  it("writes each chapter into one zip, numbered, titled and in order, and leafs through them", async () => {
    await show();
    await subject("each");
    await waitFor(() => expect(asked().at(-1)!.chapter?.title).toEqual({en: "First/one", fr: "Un"}));
    await press("Next chapter");
    await press("Next chapter");
    await waitFor(() => expect(asked().at(-1)!.chapter?.title).toBe("Third"));
    await press("Save 3 pictures");
    await waitFor(() => expect(given).toHaveLength(1));
    expect(given[0]!.name).toBe("Blue a story.zip");
    const files = unzipSync(new Uint8Array(await given[0]!.blob.arrayBuffer()));
    expect(Object.keys(files)).toEqual(["01 First one.png", "02 img src=x onerror=alert(1).png", "03 Third.png"]);
    expect(document.querySelector("main img")).toBeNull();
  });

  it("tells how far it is, and saves nothing once it is called off", async () => {
    await show();
    await subject("each");
    let go = () => {};
    bytesOf.mockImplementation(() => new Promise((resolve) => (go = () => resolve(new Blob(["x"])))));
    await press("Save 3 pictures");
    await screen.findByText("Picture 1 of 3");
    go();
    await screen.findByText("Picture 2 of 3");
    await press("Cancel");
    await screen.findByText("Nothing was saved.");
    go();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(given).toEqual([]);
  });

  it("offers a smaller scale where the browser has no canvas of that size", async () => {
    await show();
    await choose("4×");
    bytesOf.mockImplementation(async (_picture: Picture, _format: string, scale: number) => {
      if (scale > 3) throw new PictureError("too-large");
      return new Blob([String(scale)]);
    });
    await press("Save the picture");
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toMatch(/no canvas of that size/);
    await fireEvent.click(within(alert).getByRole("button", {name: "Make it 3×"}));
    await waitFor(() => expect(given).toHaveLength(1));
    expect(await given[0]!.blob.text()).toBe("3");
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("says what could not be had, and has it again when asked", async () => {
    pictureOf.mockRejectedValueOnce(new PictureError("sources"));
    await show();
    const alert = await screen.findByRole("alert");
    expect(alert.textContent).toMatch(/no picture goes out without its sources/);
    await fireEvent.click(within(alert).getByRole("button", {name: "Try again"}));
    await screen.findByRole("img", {name: "A picture in en"});
    expect(screen.queryByRole("alert")).toBeNull();
  });

  it("shows the newest choice, even where an older one is ready later", async () => {
    await show();
    await screen.findByRole("img", {name: "A picture in en"});
    const late: (() => void)[] = [];
    pictureOf.mockImplementation((order: Order) => {
      return new Promise((resolve) => late.push(() => resolve(drawn(order))));
    });
    await choose("Français");
    await waitFor(() => expect(late).toHaveLength(1));
    await choose("العربية");
    await waitFor(() => expect(late).toHaveLength(2));
    late[1]!();
    await screen.findByRole("img", {name: "A picture in ar"});
    late[0]!();
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(screen.getByRole("img", {name: "A picture in ar"})).toBeTruthy();
  });

  it("copies a PNG where the browser can, and says so where it may not", async () => {
    const write = vi.fn(async ([item]: [{parts: Record<string, Promise<Blob>>}]) => {
      await item.parts["image/png"];
    });
    class Item {
      constructor(readonly parts: Record<string, Promise<Blob>>) {}
    }
    Object.assign(globalThis, {ClipboardItem: Item});
    Object.defineProperty(navigator, "clipboard", {value: {write}, configurable: true});
    await show();
    await press("Copy the picture");
    await screen.findByText("The picture is on the clipboard.");
    expect(await (await write.mock.calls[0]![0][0].parts["image/png"]!).text()).toBe("wide en png 2");
    write.mockRejectedValueOnce(new DOMException("no", "NotAllowedError"));
    await press("Copy the picture");
    expect((await screen.findByRole("alert")).textContent).toMatch(/did not allow/);
    await choose("SVG");
    expect(screen.queryByRole("button", {name: "Copy the picture"})).toBeNull();
    Reflect.deleteProperty(navigator, "clipboard");
    Reflect.deleteProperty(globalThis, "ClipboardItem");
  });

  it("of a table without chapters prints nothing, and says why", async () => {
    await show(storyFiles("date,lat,lon,title\n2024-01-01,33,44,One"));
    expect(screen.getByText(/There are no chapters yet/)).toBeTruthy();
    expect(screen.queryByRole("button", {name: /PDF/})).toBeNull();
    expect(screen.queryByRole("option", {name: /zip/})).toBeNull();
  });

  it("can be used with a screen reader", async () => {
    const {container} = await show();
    await subject("each");
    const {violations} = await axe.run(container, {
      // Colours are not known here, and the heading over the tab is the dialog’s.
      rules: {"color-contrast": {enabled: false}, "heading-order": {enabled: false}},
    });
    expect(violations.map(({id, nodes}) => [id, nodes.map(({html}) => html)])).toEqual([]);
  });
});
