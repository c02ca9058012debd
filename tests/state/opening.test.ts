import {describe, expect, it} from "vitest";
import type {Loaded} from "../../src/data/load.ts";
import type {ViewState} from "../../src/data/viewState.ts";
import {FileOpening, type Brought, type Host, type Opening, type Settled} from "../../src/state/opening.svelte.ts";

/** A session that notes what it is told. There is no worker here, so that files are read in the page. */
class FakeHost implements Host {
  loaded: Loaded | null = null;
  readonly keeps = true;
  view: ViewState = {};
  shown: ViewState[] = [];
  ended: Opening[] = [];
  show(loaded: Loaded, view: ViewState): void {
    this.loaded = loaded;
    this.view = view;
    this.shown.push(view);
  }
  closed(opening: Opening): void {
    this.ended.push(opening);
  }
}

const CLEAR = "date,lat,lon,title\n2024-01-28,33.3,38.7,Raid\n2024-02-29,-1.25,36.8,March\n";
const UNCLEAR = "date,lat,lon\n1/2/2024,33.3,38.7\n3/4/2024,-1.25,36.8\n";
const files = (text: string, name = "a.csv"): Brought => ({kind: "files", files: [new File([text], name)]});

function opening(source: Brought, settled: Settled = {}, view: ViewState = {}) {
  const host = new FakeHost();
  return {host, opened: new FileOpening(host, source, view, settled)};
}
const starts = ({imported}: Opening) =>
  [...imported!.dataset.columns.start].map((time) => new Date(time).toISOString().slice(0, 10));

describe("an opening", () => {
  it("shows a clear file at once, and says by what name it goes", async () => {
    const {host, opened} = opening(files(CLEAR), {}, {mode: "slide"});
    expect(opened).toMatchObject({stage: "reading", busy: true, name: "a.csv", shown: false});
    await opened.run();
    expect(host.shown).toEqual([{mode: "slide", file: "a.csv"}]);
    expect(opened).toMatchObject({stage: "review", busy: false, shown: true, failure: null, progress: null});
    expect(host.loaded!.report).toMatchObject({rows: 2, placed: 2});
  });

  it("asks before it shows a file that leaves something open, and reads it again as the reader says", async () => {
    const {host, opened} = opening(files(UNCLEAR));
    await opened.run();
    expect(opened).toMatchObject({stage: "review", shown: false, imported: {sure: false}});
    expect(host.shown).toEqual([]);
    expect(starts(opened)).toEqual(["2024-02-01", "2024-04-03"]);
    await opened.change({reading: {dates: {order: "mdy"}}});
    expect(starts(opened)).toEqual(["2024-01-02", "2024-03-04"]);
    expect(opened.imported!.understanding.doubts).toEqual([]);
    opened.commit();
    expect(host.shown).toEqual([{file: "a.csv"}]);
    expect(opened.shown).toBe(true);
  });

  it("shows an unclear file without asking where the reader has agreed before", async () => {
    const {host, opened} = opening(files(UNCLEAR), {choices: {reading: {dates: {order: "mdy"}}}, agreed: true});
    await opened.run();
    expect(host.shown).toHaveLength(1);
    expect(starts(opened)).toEqual(["2024-01-02", "2024-03-04"]);
  });

  it("that fails says why, shows nothing, and can be mended by a choice", async () => {
    const {host, opened} = opening(files("<!doctype html><html><title>404</title><body></body></html>"));
    await opened.run();
    expect(opened).toMatchObject({stage: "failed", busy: false, failure: {code: "web-page", params: {title: "404"}}});
    expect(host.shown).toEqual([]);
    const other = opening(files(CLEAR), {choices: {reading: {encoding: "no-such-encoding"}}});
    await other.opened.run();
    expect(other.opened.failure).toMatchObject({code: "unsupported"});
    await other.opened.change({reading: {encoding: "utf-8"}});
    expect(other.opened).toMatchObject({stage: "review", failure: null});
    expect(starts(other.opened)).toEqual(["2024-01-28", "2024-02-29"]);
  });

  it("never shows a file without a single row, whatever the reader says", async () => {
    const {host, opened} = opening(files("date,what\nnever,a\nsoon,b\n"), {agreed: true});
    await opened.run();
    opened.commit();
    expect(host.shown).toEqual([]);
    expect(opened.imported!.report).toMatchObject({rows: 2, rejected: 2});
  });

  it.each([0, 1, 4, 16, 64])(
    "that is cancelled %i turns after it began shows nothing, and tells the session",
    async (turns) => {
      const {host, opened} = opening(files(`date,x\n${"2024-01-28,a\n".repeat(20_000)}`), {agreed: true});
      const run = opened.run();
      for (let i = 0; i < turns; i++) await Promise.resolve();
      expect(host.shown).toEqual([]);
      opened.cancel();
      expect(opened.busy).toBe(false);
      expect(host.ended).toEqual([opened]);
      await run;
      expect(host.shown).toEqual([]);
      expect(opened).toMatchObject({stage: "reading", failure: null});
    },
  );

  it("gives back the choices on screen when a later change is cancelled", async () => {
    const {host, opened} = opening(files(CLEAR));
    await opened.run();
    await opened.change({mapping: {start: "date", title: ""}});
    expect(opened.shown).toBe(true);
    expect(opened.imported!.mapping.title).toBeUndefined();
    opened.cancel();
    expect(opened.choices).toEqual({});
    expect(opened.imported).toBe(host.loaded);
    expect(opened.imported!.mapping.title).toBe("title");
  });

  it("lets the newest of several changes win", async () => {
    const {opened} = opening(files(UNCLEAR));
    await opened.run();
    await Promise.all([
      opened.change({reading: {dates: {order: "dmy"}}}),
      opened.change({reading: {dates: {order: "mdy"}}}),
    ]);
    expect(starts(opened)).toEqual(["2024-01-02", "2024-03-04"]);
    expect(opened).toMatchObject({busy: false, failure: null});
  });

  it("shows a story at once, with what the story says", async () => {
    const story = {
      title: "Told",
      data: "t.csv",
      mapping: {start: "date", lat: "lat", lon: "lon"},
      tables: {"t.csv": CLEAR},
    };
    const {host, opened} = opening(files(JSON.stringify(story), "story.json"));
    await opened.run();
    expect(host.shown).toEqual([{file: "story.json"}]);
    expect(host.loaded!.story.title).toBe("Told");
    expect(host.ended).toEqual([opened]);
  });

  it("reads a pasted text, and names an address that cannot be read", async () => {
    const pasted = opening({kind: "text", text: "date\tlat\tlon\n2024-01-28\t33.3\t38.7\n", name: "pasted"});
    await pasted.opened.run();
    expect(pasted.host.shown).toEqual([{file: "pasted"}]);
    const address = opening({kind: "address", address: "https://localhost/x.csv"});
    await address.opened.run();
    expect(address.opened).toMatchObject({
      stage: "failed",
      failure: {code: "bad-url", params: {detail: "https://localhost/x.csv"}},
    });
  });
});
