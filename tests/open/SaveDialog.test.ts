import axe from "axe-core";
import {cleanup, fireEvent, render, screen, waitFor, within} from "@testing-library/svelte";
import {flushSync} from "svelte";
import {afterEach, beforeAll, beforeEach, describe, expect, it, vi} from "vitest";
import type {Language} from "../../src/data/languages.ts";
import type {Imported} from "../../src/data/import/imported.ts";
import SaveDialog from "../../src/open/SaveDialog.svelte";
import type {Session} from "../../src/state/session.svelte.ts";
import {split} from "../data/fixture.ts";
import Host from "../list/Host.svelte";
import {openSession, stubDialogs} from "../list/session.ts";
import {importedOf, understood} from "./fixture.ts";

beforeAll(stubDialogs);

/** What was handed to the reader: the name of the file and its bytes. */
let given: {name: string; blob: Blob}[];
let made: Map<string, Blob>;

beforeEach(() => {
  given = [];
  made = new Map();
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
});
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function show(session: Session) {
  const onclose = vi.fn();
  const {container} = render(Host, {session, component: SaveDialog, given: {onclose}});
  flushSync();
  return {container, onclose, text: () => container.textContent!.replace(/\s+/g, " ")};
}
const choose = (name: RegExp) => fireEvent.click(screen.getByRole("radio", {name, hidden: true}));
const press = () => fireEvent.click(screen.getByRole("button", {name: "Save", hidden: true}));
async function saved(): Promise<{name: string; text: string}> {
  await press();
  await waitFor(() => expect(given).toHaveLength(1));
  return {name: given[0]!.name, text: await given[0]!.blob.text()};
}

/** A session that shows a file that was read and understood. */
async function withFile(imported: Imported, language: Language = "en"): Promise<Session> {
  const session = await openSession({lang: language});
  session.show(imported, {file: imported.file.name, lang: language});
  return session;
}
const bound = importedOf({
  rows: 40,
  understanding: understood({
    preset: "acled",
    licence: {name: "ACLED terms", credit: "ACLED (acleddata.com)", mayPublish: false, url: "https://acleddata.com/"},
  }),
});

describe("the dialog that saves", () => {
  it("saves all rows as CSV, under the name of the file that was opened", async () => {
    const session = await withFile(bound);
    show(session);
    const {name, text} = await saved();
    expect(name).toBe("incidents-2023.csv");
    expect(split(text).length).toBe(40);
    expect(screen.getByRole("status", {hidden: true}).textContent).toMatch(/Saved as .*incidents-2023\.csv/);
  });

  it("saves what the window and the filters show, and says how many that is", async () => {
    const session = await openSession({time: "2023-10-17..2023-11-30", show: {status: ["claim_only"]}});
    const {dataset, story} = session.loaded!;
    const from = Date.UTC(2023, 9, 17);
    const until = Date.UTC(2023, 11, 1);
    const expected = [...Array(dataset.length).keys()].filter((row) => {
      const {start, background} = dataset.columns;
      const within = start[row]! >= from && start[row]! < until;
      return within && background[row] === 0 && dataset.text("status", row) === "claim_only";
    });
    expect(expected.length).toBeGreaterThan(0);
    const {text} = show(session);
    expect(text()).toContain(`What is shown now: ${expected.length} event`);
    expect(text()).toContain(`All ${dataset.length} rows`);
    await choose(/What is shown now/);
    const file = await saved();
    const ids = split(file.text).map((cells) => cells["id"]);
    expect(ids).toEqual(
      expected.sort((a, b) => dataset.columns.row[a]! - dataset.columns.row[b]!).map((row) => dataset.id(row)),
    );
    expect(story.title).toBeDefined();
  });

  it("saves a story file with the view on screen and its sources", async () => {
    const session = await openSession({time: "2023-11-01..2023-11-30"});
    show(session);
    await choose(/Story file/);
    const {name, text} = await saved();
    expect(name).toMatch(/\.story\.json$/);
    const story = JSON.parse(text) as {view: {time: string}; tables: Record<string, string>};
    expect(story.view.time).toBe("2023-11-01..2023-11-30");
    expect(Object.keys(story.tables).sort()).toEqual(["events.csv", "sites.csv", "sources.csv", "totals.csv"]);
  });

  it("saves the chapters of the reader's own in a story file, and warns that their notes can be read", async () => {
    const session = await openSession();
    session.ownChapters = [
      {title: "Mine", text: "", notes: "Secret", events: [], view: {time: "2023-11-01..2023-11-30"}},
    ];
    const {container} = show(session);
    expect(container.querySelector("[data-part=notes]")).toBeNull();
    await choose(/Story file/);
    expect(container.querySelector("[data-part=notes]")!.textContent).toMatch(/notes of the chapters are in the file/);
    const {chapters} = JSON.parse((await saved()).text) as {chapters: unknown};
    expect(chapters).toEqual(session.ownChapters);
  });

  it("says which file is not whole, and that formulas are made harmless", async () => {
    const {text} = show(await openSession());
    expect(text()).toContain("an apostrophe in front");
    expect(text()).toContain("clock times are those of \u2068Asia/Baghdad\u2069");
    expect(text()).toContain("tables of sources");
    expect(text()).toContain("background");
    await choose(/Story file/);
    flushSync();
    expect(text()).not.toContain("Not in the file");
  });

  it("warns before rows are saved whose licence binds, and gives the credit to keep", async () => {
    const {container, text} = show(await withFile(bound));
    expect(container.querySelector("[data-part=licence]")!.textContent).toContain("ACLED terms");
    expect(container.querySelector("[data-part=credit]")!.textContent).toContain("ACLED (acleddata.com)");
    expect(text()).toContain("1 row that could not be used");
    cleanup();
    const free = show(await withFile(importedOf({rows: 3})));
    expect(free.container.querySelector("[data-part=licence]")).toBeNull();
  });

  it("says so when the sources of a story cannot be had, and stays open", async () => {
    const session = await openSession();
    const {loaded} = session;
    session.show({...loaded!, sources: () => Promise.reject(new TypeError("network"))}, {});
    const {onclose} = show(session);
    await choose(/Story file/);
    await press();
    await waitFor(() => expect(screen.getByRole("status", {hidden: true}).textContent).toContain("sources"));
    expect(given).toEqual([]);
    expect(onclose).not.toHaveBeenCalled();
  });

  it("is closed by its button, by Escape and by a click beside it", async () => {
    for (const act of [
      () => fireEvent.click(screen.getByRole("button", {name: "Close", hidden: true})),
      (dialog: HTMLDialogElement) => fireEvent(dialog, new Event("cancel", {cancelable: true})),
      (dialog: HTMLDialogElement) => fireEvent.click(dialog),
    ]) {
      const {container, onclose} = show(await openSession());
      await act(container.querySelector("dialog")!);
      expect(onclose).toHaveBeenCalledOnce();
      cleanup();
    }
  });

  it.each(["en", "fr", "ar"] as const)("has no accessibility faults in %s", async (language) => {
    const session = await withFile(bound, language);
    const {container} = show(session);
    await waitFor(() => expect(container.querySelector("main")!.lang).toBe(language));
    expect(container.querySelector("main")!.dir).toBe(language === "ar" ? "rtl" : "ltr");
    const {violations} = await axe.run(container, {rules: {"color-contrast": {enabled: false}}});
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
    const groups = within(container).getAllByRole("group", {hidden: true});
    expect(groups).toHaveLength(2);
  });
});
