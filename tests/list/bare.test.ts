import {cleanup, fireEvent, render, screen} from "@testing-library/svelte";
import {flushSync} from "svelte";
import {afterEach, describe, expect, it, vi} from "vitest";
import Card from "../../src/list/Card.svelte";
import {citations, sourceKeys} from "../../src/list/citations.ts";
import {facts} from "../../src/list/facts.ts";
import {where} from "../../src/list/where.ts";
import {bareSession} from "../bareSession.ts";
import Host from "./Host.svelte";
import {words} from "./session.ts";

afterEach(cleanup);

const saidOf = async (text: string, row: number) => {
  const {loaded, facets} = await bareSession(text);
  return facts(loaded!, facets, row, await words());
};

describe("numbers of killed and hurt as a file states them", () => {
  it.each([
    ["12-15", "12–15 killed"],
    ["at least 5", "at least 5 killed"],
    ["5+", "at least 5 killed"],
    ["up to 10", "up to 10 killed"],
    ["3", "3 killed"],
    ["0", "0 killed"],
    ["unknown", "Not known"],
    ["", "Not known"],
  ])("%s is %s", async (cell, said) => {
    const known = await saidOf(`date,title,killed\n2024-01-01,A,${cell}\n2024-01-02,B,12-15\n2024-01-03,C,2\n`, 0);
    expect(known.find(({label}) => label === "Killed, hurt")?.value).toBe(said);
  });

  it("are never written as something that is no number", async () => {
    const {loaded, facets} = await bareSession(
      "date,title,killed,injured\n2024-01-01,A,,\n2024-01-02,B,nan,Infinity\n",
    );
    for (const language of ["en", "fr", "ar"] as const)
      for (const row of [0, 1])
        expect(JSON.stringify(facts(loaded!, facets, row, await words(language)))).not.toMatch(
          /NaN|undefined|Infinity|∞/,
        );
  });
});

describe("where a row of a file happened", () => {
  it("is its coordinates where nothing names the place", async () => {
    const {loaded} = await bareSession("date,title,lat,lon\n2024-01-01,A,30.51,47.78\n2024-01-02,B,,\n");
    const en = await words();
    expect(where(loaded!, 0, en)).toMatchObject({text: "30.51, 47.78", precision: ""});
    expect(where(loaded!, 1, en)).toBeNull();
  });

  it("says that only the country is known of what stands on the map for a whole one", async () => {
    const {loaded} = await bareSession(
      "date,title,lat,lon,how\n2024-01-01,A,48,31,country\n2024-01-02,B,50,30,city\n",
      {
        settled: {mapping: {start: "date", title: "title", lat: "lat", lon: "lon", placePrecision: "how"}},
      },
    );
    expect([0, 1].map((row) => loaded!.dataset.columns.place[row])).not.toContain(-1);
    expect(where(loaded!, 0, await words())!.precision).toBe("known to the country only");
    expect(where(loaded!, 1, await words("fr"))!.precision).toBe("ville");
  });
});

describe("the sources of a file", () => {
  const MAPPING = {start: "date", title: "title", sources: "source", link: "link"};
  const opened = (source: string, link: string, separator?: string) =>
    bareSession(`date,title,source,link\n2024-01-01,A,"${source}","${link}"\n2024-01-02,B,,`, {
      settled: {mapping: MAPPING, ...(separator === undefined ? {} : {reading: {separator}})},
    });

  it("are parted by what the file parts them with", async () => {
    const {loaded} = await opened("Agence X| Agence Y |Agence X", "", "|");
    expect(sourceKeys(loaded!, 0)).toEqual(["Agence X", "Agence Y"]);
    const whole = await opened("['a', 'b'] and so on", "", "");
    expect(sourceKeys(whole.loaded!, 0)).toEqual(["['a', 'b'] and so on"]);
    expect(sourceKeys(whole.loaded!, 1)).toEqual([]);
  });

  it("are links only where an address may be followed, and text where not", async () => {
    const {loaded} = await opened("javascript:alert(1)", "data:text/html,<b>x</b>");
    const cited = citations(loaded!, null, 0, await words());
    expect(cited.map(({publisher, url}) => [publisher, url])).toEqual([
      ["javascript:alert(1)", null],
      ["data:text/html,<b>x</b>", null],
    ]);
  });

  it("name one address once", async () => {
    const {loaded} = await opened("https://example.org/a", "https://example.org/a");
    expect(citations(loaded!, null, 0, await words()).map(({host}) => host)).toEqual(["example.org"]);
  });
});

describe("the card of a row that nobody prepared", () => {
  it("shows two million characters in steps", async () => {
    const summary = "A sentence of some words. ".repeat(77_000);
    const session = await bareSession(`date,title,summary\n2024-01-01,A,${summary}\n2024-01-02,B,short`, {
      settled: {mapping: {start: "date", title: "title", summary: "summary"}},
      view: {event: "row-1"},
    });
    const {container} = render(Host, {session, component: Card, given: {size: "wide"}});
    flushSync();
    const shown = () => container.querySelector(".summary")!.textContent!.length;
    expect(shown()).toBeLessThan(1700);
    await fireEvent.click(screen.getByRole("button", {name: /^Show more/}));
    expect(shown()).toBeGreaterThan(5000);
    expect(shown()).toBeLessThan(7000);
  });

  it("calls notes notes, since they need not be other accounts", async () => {
    const session = await bareSession("date,title,notes\n2024-01-01,A,seen from afar\n", {
      settled: {mapping: {start: "date", title: "title", notes: "notes"}},
      view: {event: "row-1"},
    });
    const {container} = render(Host, {session, component: Card, given: {size: "wide"}});
    flushSync();
    expect(container.querySelector(".notes")!.textContent).toMatch(/Notes\s+seen from afar/);
  });

  it("holds no word of the program's own for what is not there", async () => {
    const session = await bareSession(
      "date,title,category,place,lat,lon,killed,source\n2024-01-01,,,,10,20,,\n2024-01-02,,,,,,,\n",
    );
    for (const row of [0, 1]) {
      session.selection.select(row);
      for (const size of ["wide", "phone"]) {
        const {container} = render(Host, {session, component: Card, given: {size}});
        await vi.waitFor(() => expect(container.textContent).toContain(`Row ${row + 1}`));
        expect(container.innerHTML).not.toMatch(/NaN|undefined|Invalid Date|\[object/);
        cleanup();
      }
    }
  });
});
