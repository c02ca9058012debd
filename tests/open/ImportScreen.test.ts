import axe from "axe-core";
import {cleanup, fireEvent, render, screen, within} from "@testing-library/svelte";
import {flushSync} from "svelte";
import {afterEach, describe, expect, it, vi} from "vitest";
import type {Imported} from "../../src/data/import/imported.ts";
import type {Language} from "../../src/data/languages.ts";
import type {Issue, IssueCode} from "../../src/data/report.ts";
import {FakeOpening} from "./fakeOpening.svelte.ts";
import {COLUMNS, importedOf, ISSUES, STATUS, TYPES, understood} from "./fixture.ts";
import Host from "./Host.svelte";

afterEach(cleanup);

const plainText = (node: Element) => node.textContent.replace(/[\u2066-\u2069]/g, "").replace(/\s+/g, " ");

function show(imported: Imported = importedOf(), language: Language = "en", prepare = (_: FakeOpening) => {}) {
  const opening = new FakeOpening(imported);
  prepare(opening);
  const onclose = vi.fn();
  const {container} = render(Host, {opening, onclose, language});
  const row = (role: string) => container.querySelector<HTMLElement>(`tr[data-role="${role}"]`)!;
  return {opening, onclose, container, row, text: () => plainText(container)};
}

/** Chooses the option whose words begin with these. */
async function choose(select: Element, words: string): Promise<void> {
  await fireEvent.focus(select);
  const option = [...(select as HTMLSelectElement).options].find((each) => plainText(each).startsWith(words));
  if (option === undefined) throw new Error(`no option ${words}`);
  await fireEvent.change(select, {target: {value: option.value}});
}

/** What is handed to the reader, by its name. */
function catchDownloads(): Map<string, Blob> {
  const blobs = new Map<string, Blob>();
  const caught = new Map<string, Blob>();
  let n = 0;
  vi.stubGlobal(
    "URL",
    Object.assign(URL, {
      createObjectURL: (blob: Blob) => {
        blobs.set(`blob:${++n}`, blob);
        return `blob:${n}`;
      },
      revokeObjectURL: () => {},
    }),
  );
  vi.spyOn(HTMLAnchorElement.prototype, "click").mockImplementation(function (this: HTMLAnchorElement) {
    caught.set(this.download, blobs.get(this.href)!);
  });
  return caught;
}
const textOf = async (blob: Blob) =>
  new TextDecoder("utf-8", {ignoreBOM: true}).decode(await new Response(blob).arrayBuffer());

describe("the head", () => {
  it("says what the file is, how it was read, and takes the focus", () => {
    const {container, text} = show();
    expect(text()).toContain("2.6 MB · CSV, semicolons, UTF-8 · read in 0.2 s, on this computer only");
    expect(document.activeElement).toBe(container.querySelector("h1"));
  });

  it("lets encoding, delimiter and header row be changed, and be found out again", async () => {
    const {opening} = show();
    await choose(screen.getByLabelText("Encoding"), "Windows-1256");
    await choose(screen.getByLabelText("Names of the columns"), "none");
    await choose(screen.getByLabelText("Encoding"), "found");
    expect(opening.told).toEqual([
      {reading: {encoding: "windows-1256"}},
      {reading: {encoding: "windows-1256", headerRow: 0}},
      {reading: {headerRow: 0}},
    ]);
  });

  it("offers the tables of a file that holds several, and forgets what was said of the other's columns", async () => {
    const tables = [
      {name: "notes", rows: 3},
      {name: "All US actions", rows: 120},
    ];
    const {opening} = show(importedOf({file: {tables, table: "notes"}}), "en", (it) => {
      it.choices = {mapping: {start: "x"}, reading: {delimiter: ";", dates: {order: "dmy"}}};
    });
    await choose(screen.getByLabelText("2 tables in this file"), "All US actions · 120 rows");
    expect(opening.told[0]).toMatchObject({reading: {delimiter: ";", table: "All US actions"}, mapping: undefined});
    expect(JSON.stringify(opening.told[0])).not.toContain("order");
  });
});

describe("the ledger", () => {
  it("adds up, and follows each new reading aloud", () => {
    const {opening, container} = show();
    const part = (name: string) => plainText(container.querySelector(`[data-part="${name}"]`)!);
    expect(part("placed")).toContain("5,038 placed on map and timeline");
    expect(part("timelineOnly")).toContain("32 on the timeline only no coordinates");
    expect(part("rejected")).toContain("1 could not be used date does not exist");
    const status = screen.getAllByRole("status")[0]!;
    expect(plainText(status)).toBe(
      "5,071 rows: 5,038 placed on map and timeline, 32 on the timeline only, 1 could not be used.",
    );
    opening.busy = true;
    flushSync();
    expect(plainText(status)).toBe("");
    const next = importedOf({rows: 100, issues: []});
    opening.imported = next;
    opening.busy = false;
    flushSync();
    expect(plainText(status)).toContain(`101 rows: ${next.report.placed} placed`);
  });
});

describe("the columns", () => {
  it("show column, first value, reading, reason and fill of each role", () => {
    const {row} = show();
    expect([...row("start").querySelectorAll(".value, .read, .why")].map((each) => plainText(each).trim())).toEqual([
      "22/11/2023",
      "day/month/year; “22/11/2023” settles the order",
      "5,070 of 5,071 rows · by its name, “date”",
    ]);
    expect(plainText(row("placePrecision"))).toContain("1 exact · 2 near · 3 province");
    expect(within(row("title")).getByRole<HTMLSelectElement>("combobox").value).toBe("");
    expect(plainText(row("title"))).toContain("category and place are shown instead");
    expect(row("actor")).toBeNull();
  });

  it("offer every column with a value of it, those that fit first", () => {
    const {row} = show();
    const groups = [...row("start").querySelectorAll("optgroup")].map((group) => [
      group.label,
      [...group.querySelectorAll("option")].map(plainText),
    ]);
    expect(groups[0]).toEqual(["Likely", ["date_start", "date_end · 22/11/2023"]]);
    expect(groups[1]![1]).toHaveLength(COLUMNS.length - 2);
    expect(groups[1]![1]).toContain("event_type · Explosions");
    const [, ...names] = [...row("start").querySelectorAll("option")].map((option) => option.textContent!);
    expect(names.filter((name) => /^[\u2066-\u2069]/.test(name))).toEqual([]);
  });

  it("are changed one by one, and left empty on purpose, with the focus where it was", async () => {
    const {opening, row} = show();
    const select = within(row("title")).getByRole("combobox");
    select.focus();
    await choose(select, "notes");
    expect(opening.told).toEqual([{mapping: {title: "notes"}}]);
    expect(plainText(select.querySelector("option:checked")!)).toBe("notes");
    await choose(within(row("summary")).getByRole("combobox"), "not used");
    expect(opening.told[1]).toEqual({mapping: {title: "notes", summary: ""}});
    expect(plainText(row("summary").querySelector("option:checked")!)).toBe("not used");
    await choose(select, "not used");
    expect(opening.told[2]).toEqual({mapping: {title: "", summary: ""}});
    expect(document.activeElement).toBe(select);
  });

  it("drop how the former column was read", async () => {
    const {opening, row} = show(importedOf(), "en", (it) => {
      it.choices = {reading: {dates: {order: "mdy"}, encoding: "utf-8"}};
    });
    await choose(within(row("start")).getByRole("combobox"), "date_end");
    expect(opening.told[0]).toMatchObject({mapping: {start: "date_end"}, reading: {encoding: "utf-8"}});
    expect(JSON.stringify(opening.told[0])).not.toContain("mdy");
  });

  it("fill both coordinates from a column that holds both, and leave both", async () => {
    const point = {name: "geo_point", kind: "point" as const, samples: ["48.85, 2.35"], distinct: 9, filled: 9};
    const {opening, row} = show(importedOf({understanding: understood({columns: [...COLUMNS, point]})}));
    await choose(within(row("lat")).getByRole("combobox"), "geo_point");
    expect(opening.told[0]).toMatchObject({mapping: {lat: "geo_point", lon: "geo_point"}});
    await choose(within(row("lat")).getByRole("combobox"), "latitude");
    expect(opening.told[1]).toMatchObject({mapping: {lat: "latitude"}});
    expect((opening.told[1] as {mapping: object}).mapping).not.toHaveProperty("lon");
  });

  it("can be put together to a date", async () => {
    const {opening, row, container} = show();
    await choose(within(row("start")).getByRole("combobox"), "Several columns");
    const group = within(screen.getByRole("group", {name: /When it began: put together/}));
    await choose(group.getByLabelText("When it began: time of day"), "notes");
    expect(opening.told[0]).toMatchObject({
      mapping: {start: ["date_start", "notes"]},
      reading: {dates: {parts: ["date", "time"]}},
    });
    expect(plainText(row("start").querySelector("option[value=these]")!)).toBe("date_start + notes");
    expect(container.querySelectorAll(".split")).toHaveLength(1);
  });

  it("are found by typing where there are very many, and say when there is none of that name", async () => {
    const columns = Array.from({length: 2000}, (_, i) => ({...COLUMNS[i % COLUMNS.length]!, name: `column ${i}`}));
    const {opening, row, container} = show(importedOf({understanding: understood({columns})}));
    expect(container.querySelectorAll("option").length).toBeLessThan(2600);
    const input = within(row("title")).getByRole("combobox");
    await fireEvent.change(input, {target: {value: "column 1999"}});
    expect(opening.told[0]).toMatchObject({mapping: {title: "column 1999"}});
    await fireEvent.change(input, {target: {value: "colum"}});
    expect(opening.told).toHaveLength(1);
    expect(plainText(screen.getByRole("alert"))).toBe("There is no column “colum”.");
  });

  it("make the options of a wide table only when a list is opened", async () => {
    const columns = Array.from({length: 250}, (_, i) => ({...COLUMNS[i % COLUMNS.length]!, name: `column ${i}`}));
    const {opening, row, container} = show(importedOf({understanding: understood({columns})}));
    expect(container.querySelectorAll("tr option").length).toBeLessThan(100);
    await choose(within(row("title")).getByRole("combobox"), "column 249");
    expect(opening.told[0]).toMatchObject({mapping: {title: "column 249"}});
  });
});

describe("what was assumed", () => {
  it("is stated with its switch, which stays when it has been used", async () => {
    const {opening} = show(
      importedOf({
        understanding: understood({
          assumptions: [
            {code: "date-order", order: "dmy", example: "03/04/2023"},
            {code: "timezone", zone: "UTC", instants: true},
            {code: "two-digit-years", lastYear: 2026, example: "23"},
            {code: "date-numbers", numbers: "year", example: "2023"},
            {code: "no-header"},
            {code: "encoding", encoding: "windows-1252"},
            {code: "swapped", example: "44.4, 33.3"},
          ],
        }),
      }),
    );
    await choose(screen.getByLabelText("Read dates as"), "month first");
    expect(opening.told[0]).toEqual({reading: {dates: {order: "mdy"}, endDates: {order: "mdy"}}});
    opening.imported = importedOf();
    flushSync();
    expect(screen.getByLabelText<HTMLSelectElement>("Read dates as").value).toBe("mdy");
    expect(plainText(document.querySelector('[data-assumption="date-order"]')!)).toContain("“03/04/2023”");
  });

  it("changes zone, years, numbers, first row, encoding and the order of coordinates", async () => {
    const assumptions = [
      {code: "timezone", zone: "UTC", instants: true},
      {code: "two-digit-years", lastYear: 2026, example: "23"},
      {code: "date-numbers", numbers: "year", example: "2023"},
      {code: "no-header"},
      {code: "encoding", encoding: "windows-1252"},
      {code: "swapped", example: "44.4, 33.3"},
    ] as const;
    const {opening} = show(importedOf({understanding: understood({assumptions})}));
    await choose(screen.getByLabelText("Time zone"), "Asia/Baghdad");
    await choose(screen.getByLabelText("Two-digit years lie in"), "1900–1999");
    await choose(screen.getByLabelText("The numbers are"), "seconds");
    await choose(screen.getByLabelText("The first row"), "holds");
    await fireEvent.click(screen.getByRole("button", {name: "Swap latitude and longitude"}));
    expect(opening.choices).toMatchObject({
      timezone: "Asia/Baghdad",
      reading: {dates: {lastYear: 1999, numbers: "seconds"}, headerRow: 1},
      mapping: {lat: "longitude", lon: "latitude"},
    });
  });
});

describe("what to know", () => {
  it("groups by cause, says what became of the rows and how to mend it, and opens to the rows", async () => {
    const {container} = show();
    const causes = [...container.querySelectorAll("[data-code]")];
    expect(causes.map((each) => each.getAttribute("data-code"))).toEqual(["unreal-date", "no-coordinate"]);
    expect(plainText(causes[0]!)).toContain("1 row with a day that no calendar has. Not used");
    const details = causes[0]!.querySelector("details")!;
    expect(plainText(details.querySelector("summary")!)).toBe("Row 2,310");
    expect(details.querySelector("table")).toBeNull();
    details.open = true;
    await fireEvent(details, new Event("toggle"));
    expect([...details.querySelectorAll("tbody td")].map(plainText)).toEqual([
      "2,310",
      "2,311",
      "date_start",
      "31/02/2023",
    ]);
    expect(plainText(causes[1]!.querySelector("summary")!)).toBe("Rows 118, 402, 977…");
  });

  it("says what is well only where it is so", () => {
    const good = (container: HTMLElement) =>
      [...container.querySelectorAll("[data-good]")].map((each) => each.getAttribute("data-good"));
    expect(good(show().container)).toEqual([]);
    cleanup();
    const withId = understood({mapping: {...understood().mapping, id: "event_id"}});
    const {container} = show(importedOf({understanding: withId}));
    expect(good(container)).toEqual(["noDuplicates"]);
    cleanup();
    const repeated: Issue[] = [{code: "duplicate-id", count: 2, examples: []}];
    expect(good(show(importedOf({understanding: withId, issues: repeated})).container)).toEqual([]);
  });

  it("joins the columns of one cause and folds what is beyond six causes", async () => {
    const codes: IssueCode[] = [
      "bad-date",
      "bad-number",
      "bad-link",
      "short-row",
      "long-row",
      "error-cell",
      "near-pole",
    ];
    const issues = codes.flatMap((code) =>
      ["a", "b"].map((column): Issue => ({code, column, count: 5, examples: [{row: 1, value: "x"}]})),
    );
    const {container} = show(importedOf({issues}));
    const shown = () => container.querySelectorAll("[data-code]").length;
    expect(shown()).toBe(6);
    expect(plainText(container.querySelector('[data-code="bad-number"]')!)).toContain("10 cells without a number");
    expect(plainText(container.querySelector('[data-code="bad-number"]')!)).toContain("In a, b.");
    await fireEvent.click(screen.getByRole("button", {name: "Show 1 more cause"}));
    expect(shown()).toBe(7);
  });

  it("shows hostile cells and names as text only", async () => {
    const evil = `<img src=x onerror="boom()">\u202egnp.exe`;
    const columns = COLUMNS.map((column, i) => (i === 7 ? {...column, name: evil, samples: [evil]} : column));
    const understanding = understood({
      columns,
      mapping: {...understood().mapping, title: evil, summary: "notes"},
      roles: {
        title: {
          columns: [evil],
          why: {code: "name", word: evil},
          readAs: {code: "text"},
          read: 1,
          of: 1,
          samples: [evil],
        },
      },
    });
    const issues: Issue[] = [{code: "bad-date", column: evil, count: 1, examples: [{row: 1, value: evil}]}];
    const {container} = show(importedOf({understanding, issues, file: {name: evil}}));
    const details = container.querySelector("details:has(summary)")!;
    for (const each of container.querySelectorAll("details")) {
      each.open = true;
      await fireEvent(each, new Event("toggle"));
    }
    expect(details).not.toBeNull();
    expect(container.querySelectorAll("img, script, iframe")).toHaveLength(0);
    expect([...container.querySelectorAll("bdi")].filter((each) => each.textContent!.includes("onerror")).length).toBe(
      4,
    );
  });
});

describe("how it looks", () => {
  it("colours by a column, value by value", async () => {
    const {opening, container} = show();
    await choose(screen.getByLabelText("Colour"), "By “event_type”");
    const names = opening.choices.series!.primary!.where!["event_type"]!;
    expect([...names].sort()).toEqual([...new Set(Array.from({length: 6}, (_, i) => TYPES[(i * i) % 6]!))].sort());
    const group = within(screen.getByRole("radiogroup", {name: /Explosions/}));
    await fireEvent.click(group.getByRole("radio", {name: "cool"}));
    expect(opening.choices.series).toEqual({
      primary: {where: {event_type: names.filter((name) => name !== "Explosions")}},
      counter: {where: {event_type: ["Explosions"]}},
    });
    await choose(screen.getByLabelText("Colour"), "All one colour");
    expect(opening.choices.series).toEqual({});
    expect(container.querySelectorAll("[role=radiogroup]")).toHaveLength(0);
  });

  it("draws each value of certainty as it is told", async () => {
    const understanding = understood({mapping: {...understood().mapping, certainty: "status"}});
    const {opening} = show(importedOf({understanding, story: {certainty: {press: "media"}}}));
    const value = (name: string) =>
      screen.getByLabelText<HTMLSelectElement>(new RegExp(`How sure .${"\u2068"}${name}`)).value;
    expect(STATUS.map(value)).toEqual(["official", "media", "official"]);
    await choose(screen.getByLabelText(/How sure .*claimed/), "outline");
    expect(opening.told).toEqual([{certainty: {press: "media", claimed: "claim"}}]);
  });

  it("filters by the columns that are ticked, at most fourteen", async () => {
    const {opening} = show();
    await fireEvent.click(screen.getByRole("checkbox", {name: /status/}));
    expect(opening.told).toEqual([{facets: ["event_type", "status"]}]);
    cleanup();
    const columns = Array.from({length: 16}, (_, i) => ({...COLUMNS[8]!, name: `kind ${i}`}));
    const many = show(importedOf({understanding: understood({columns})}), "en", (it) => {
      it.choices = {facets: columns.slice(0, 14).map(({name}) => name)};
    });
    await fireEvent.click(screen.getByRole("button", {name: /Show all 16 columns/}));
    expect(screen.getByRole<HTMLInputElement>("checkbox", {name: /kind 15/}).disabled).toBe(true);
    expect(many.text()).toContain("14 filters are the most");
  });
});

describe("the preview", () => {
  it("counts what is drawn and redraws it with each reading", () => {
    const {opening, container, text} = show();
    expect(text()).toContain("Preview, by week 5,038 of 5,070 events on the map");
    const before = container.querySelectorAll("figure rect.official").length;
    expect(before).toBeGreaterThan(40);
    opening.imported = importedOf({
      story: {series: {counter: {where: {event_type: ["Explosions"]}}, primary: {where: {event_type: ["Battles"]}}}},
    });
    flushSync();
    expect(container.querySelectorAll("figure rect.strike").length).toBeGreaterThan(0);
    expect(text()).toContain("listed only");
  });
});

describe("leaving", () => {
  it("commits, and not while it reads or when there is nothing", async () => {
    const {opening, onclose} = show();
    const open = screen.getByRole("button", {name: "Open with these columns"});
    opening.busy = true;
    flushSync();
    await fireEvent.click(open);
    expect(opening.told).toEqual([]);
    opening.busy = false;
    flushSync();
    await fireEvent.click(open);
    expect(opening.told).toEqual(["commit"]);
    expect(onclose).toHaveBeenCalledOnce();
    cleanup();
    const empty = show(importedOf({rows: 0}));
    await fireEvent.click(screen.getByRole("button", {name: "Open with these columns"}));
    expect(empty.opening.told).toEqual([]);
    expect(empty.text()).toContain("Nothing can be shown yet");
  });

  it("is by Cancel or Escape, and keeps its keys to itself", async () => {
    const {opening, onclose, container} = show();
    const outside = vi.fn();
    document.body.addEventListener("keydown", outside);
    await fireEvent.keyDown(container.querySelector("h1")!, {key: " "});
    await fireEvent.keyDown(container.querySelector("h1")!, {key: "Escape"});
    expect(outside).not.toHaveBeenCalled();
    await fireEvent.click(screen.getByRole("button", {name: "Cancel"}));
    expect(opening.told).toEqual(["cancel", "cancel"]);
    expect(onclose).toHaveBeenCalledTimes(2);
    opening.shown = true;
    flushSync();
    expect(screen.getByRole("button", {name: "Apply"})).toBeTruthy();
    expect(screen.getByRole("button", {name: "Back"})).toBeTruthy();
  });

  it("hands over the report and the rows that could not be used", async () => {
    const files = catchDownloads();
    const {opening} = show(
      importedOf({
        issues: [
          ...ISSUES,
          {
            code: "bad-number",
            column: "=cmd()",
            count: 1,
            examples: [
              {row: 3, value: "-5"},
              {row: 4, value: "@SUM(1)"},
            ],
          },
        ],
      }),
    );
    for (const button of screen.getAllByRole("button", {name: /^Download/})) await fireEvent.click(button);
    expect([...files.keys()]).toEqual([
      "incidents-2023-report.csv",
      "incidents-2023-report.json",
      "incidents-2023-not-used.csv",
    ]);
    const csv = await textOf(files.get("incidents-2023-report.csv")!);
    expect(csv.startsWith("\ufeffcause,column,count,")).toBe(true);
    expect(csv).toContain("placed,,5038,,,,placed on map and timeline,");
    expect(csv).toContain("unreal-date,date_start,1,2310,2311,31/02/2023,");
    expect(csv).toContain("bad-number,'=cmd(),1,3,,-5,");
    expect(csv).toContain("bad-number,'=cmd(),1,4,,'@SUM(1),");
    expect(JSON.parse(await textOf(files.get("incidents-2023-report.json")!))).toEqual(opening.imported!.report);
    expect(files.get("incidents-2023-not-used.csv")).toBe(opening.imported!.rejected);
  });
});

describe("what is asked and warned of", () => {
  it("names the credit of a licence and warns before publishing", () => {
    const licence = {
      name: "ACLED Terms of Use",
      credit: "ACLED (acleddata.com)",
      mayPublish: false,
      url: "javascript:alert(1)",
    };
    const {text, container} = show(importedOf({understanding: understood({licence})}));
    expect(text()).toContain("forbids passing on the rows");
    expect(text()).toContain("ACLED (acleddata.com)");
    expect(container.querySelector("a")).toBeNull();
  });

  it("states each doubt, but not twice, and why the last change could not be read", () => {
    const understanding = understood({
      doubts: ["no-start", "date-order"],
      assumptions: [{code: "date-order", order: "dmy", example: "1/2/2023"}],
    });
    const {container, opening} = show(importedOf({understanding}));
    expect([...container.querySelectorAll("[data-doubt]")].map((each) => each.getAttribute("data-doubt"))).toEqual([
      "no-start",
    ]);
    opening.failure = {code: "no-start-column", params: {columns: "a, b"}};
    flushSync();
    expect(plainText(screen.getByRole("alert"))).toContain("The columns are: a, b.");
  });

  it("offers a recipe and saves one when something was decided", async () => {
    const {opening} = show(importedOf(), "en", (it) => (it.recipe = {}));
    await fireEvent.click(screen.getByRole("button", {name: "Use the choices made then"}));
    expect(screen.queryByRole("button", {name: /Remember/})).toBeNull();
    opening.choices = {timezone: "UTC"};
    flushSync();
    await fireEvent.click(screen.getByRole("button", {name: /Remember/}));
    expect(opening.told).toEqual(["useRecipe", "saveRecipe"]);
    expect(screen.getByText("Remembered on this computer.")).toBeTruthy();
  });
});

describe.each<Language>(["en", "fr", "ar"])("in %s", (language) => {
  it("has no accessibility faults", async () => {
    const understanding = understood({
      mapping: {...understood().mapping, certainty: "status"},
      assumptions: [{code: "date-order", order: "dmy", example: "03/04/2023"}],
      doubts: ["many-rejected"],
    });
    const series = {primary: {where: {event_type: ["Battles"]}}};
    const {container} = show(importedOf({understanding, story: {series}, rows: 200}), language);
    await vi.waitFor(() => expect(container.querySelector("main")!.lang).toBe(language));
    for (const each of container.querySelectorAll("details")) {
      each.open = true;
      await fireEvent(each, new Event("toggle"));
    }
    const {violations} = await axe.run(container, {rules: {"color-contrast": {enabled: false}}});
    expect(violations.map(({id, nodes}) => `${id}: ${nodes[0]!.html}`)).toEqual([]);
  });
});
