import {cleanup, fireEvent, render, screen} from "@testing-library/svelte";
import {flushSync, tick} from "svelte";
import {afterEach, expect, it, vi} from "vitest";
import {Dataset, type Columns} from "../../src/data/dataset.ts";
import type {Loaded} from "../../src/data/load.ts";
import {storySchema} from "../../src/data/story.ts";
import {packText} from "../../src/data/text.ts";
import {Totals} from "../../src/data/totals.ts";
import CardFace from "../../src/list/CardFace.svelte";
import EventList from "../../src/list/EventList.svelte";
import {Session} from "../../src/state/session.svelte.ts";
import Host from "./Host.svelte";
import {day} from "./session.ts";

const N = 1_000_000;

vi.mock("../../src/data/load.ts", async (original) => ({
  ...(await original<typeof import("../../src/data/load.ts")>()),
  load: async (): Promise<Loaded> => million(),
}));

function million(): Loaded {
  const first = day("2000-01-01");
  const start = Float64Array.from({length: N}, (_, i) => first + i * 600_000);
  const columns: Columns = {
    length: N,
    start,
    end: start.map((time) => time + 86_400_000),
    datePrecision: new Uint8Array(N).fill(4),
    series: new Uint8Array(N),
    certainty: new Uint8Array(N),
    background: new Uint8Array(N),
    place: new Int32Array(N).fill(-1),
    placePrecision: new Uint8Array(N),
    row: Uint32Array.from({length: N}, (_, i) => i + 1),
    numbers: {},
    categories: {},
    others: {},
    texts: {title: packText(Array.from({length: N}, (_, i) => `Event ${i}`))},
    places: {
      lat: new Float64Array(0),
      lon: new Float64Array(0),
      precision: new Uint8Array(0),
      key: packText([]),
      names: {"": packText([])},
      fullNames: {"": packText([])},
      offsets: new Uint32Array(1),
      rows: new Uint32Array(0),
    },
  };
  return {
    url: "http://localhost/events.csv",
    story: storySchema.parse({data: "events.csv"}),
    mapping: {start: "start", title: "title"},
    dataset: new Dataset(columns, [first, Math.ceil(start[N - 1]! / 86_400_000 + 1) * 86_400_000]),
    totals: new Totals([]),
    report: {issues: []} as unknown as Loaded["report"],
    sources: async () => new Map(),
  };
}

afterEach(cleanup);

it("draws fewer than 60 lines of a million, wherever it is scrolled to", async () => {
  const session = new Session(() => () => {});
  await session.open("x", document.baseURI);
  const {container} = render(Host, {session, component: EventList});
  flushSync();
  const shown = () =>
    [...container.querySelectorAll<HTMLElement>("[role=option]")].map((each) => Number(each.dataset["row"]));
  expect(shown().length).toBeGreaterThan(5);
  expect(shown().length).toBeLessThan(60);
  expect(shown()[0]).toBe(N - 1);

  const viewport = container.querySelector<HTMLElement>(".viewport")!;
  const height = parseFloat(container.querySelector<HTMLElement>(".lines")!.style.height);
  expect(height).toBeLessThan(17_000_000);
  viewport.scrollTop = height / 2;
  await fireEvent.scroll(viewport);
  flushSync();
  expect(shown().length).toBeLessThan(60);
  expect(Math.abs(shown()[0]! - N / 2)).toBeLessThan(N / 100);

  await fireEvent.keyDown(screen.getByRole("listbox"), {key: "End"});
  flushSync();
  expect(shown()).toContain(0);
  expect(shown().length).toBeLessThan(60);
});

it("lists a million in a task after that which shows them, and stays there when the card goes from tab to tab", async () => {
  const session = new Session(() => () => {});
  await session.open("x", document.baseURI);
  render(Host, {session, component: CardFace});
  session.selection.openPanel("list");
  flushSync();
  expect(screen.getByRole("tab", {selected: true}).textContent).toBe("All 1,000,000 events");
  expect(screen.queryByRole("listbox")).toBeNull();
  await screen.findByRole("listbox");

  session.selection.openPanel("event");
  await tick();
  session.selection.openPanel("list");
  flushSync();
  expect(screen.queryByRole("listbox")).not.toBeNull();
});
