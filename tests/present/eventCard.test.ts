import {flushSync} from "svelte";
import {afterEach, describe, expect, it, vi} from "vitest";
import {EventCard} from "../../src/present/eventCard.svelte.ts";
import {Briefing} from "../../src/state/briefing.svelte.ts";
import {Session} from "../../src/state/session.svelte.ts";
import {BASE, fakeFetch, FakeClock} from "../state/fixture.ts";

afterEach(() => void vi.unstubAllGlobals());

const STORY = {
  data: "rows.csv",
  mapping: {id: "id", start: "date"},
  view: {event: "b"},
  chapters: [
    {title: "One", text: "", view: {event: "a"}},
    {title: "Two", text: "", view: {}},
  ],
};

describe("the card with the event", () => {
  it("stands where another event is chosen than the chapter shows, also the one of the story's first view", async () => {
    fakeFetch({"own.json": JSON.stringify(STORY), "rows.csv": "id,date\na,2024-01-01\nb,2024-03-02\n"});
    const session = new Session(new FakeClock().request);
    await session.open("own.json", BASE, {view: "present"});
    const briefing = new Briefing(session);
    const card = new EventCard(session, briefing);
    const choose = (step: number, row: number) => {
      briefing.go(step, "cut");
      session.selection.select(row);
      flushSync();
      return card.shown;
    };
    expect([choose(1, 0), choose(1, 1), choose(2, -1), choose(2, 0), choose(2, 1)]).toEqual([
      false,
      true,
      false,
      true,
      true,
    ]);
  });
});
