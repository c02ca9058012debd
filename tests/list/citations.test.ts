import {beforeAll, describe, expect, it} from "vitest";
import type {I18n} from "../../src/i18n/i18n.svelte.ts";
import {citations, dateOf, publishers, shortPublisher} from "../../src/list/citations.ts";
import {events, list, sources} from "../data/shipped/tables.ts";
import {openSession, storyFiles, words} from "./session.ts";

let en: I18n;
beforeAll(async () => {
  en = await words();
});

const HOSTILE = [
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)",
  " javascript:alert(1)",
  "java\tscript:alert(1)",
  "data:text/html,<script>alert(1)</script>",
  "vbscript:msgbox(1)",
  "https://user:secret@example.org/",
  "//example.org",
  "file:///etc/passwd",
];

describe("the sources of an event", () => {
  it("are those of the table, in its order, for every row of the shipped data", async () => {
    const session = await openSession();
    await session.loadSources();
    const byId = new Map(sources.map((source) => [source.id, source]));
    for (const event of events) {
      const cited = citations(session.loaded!, session.sources, session.loaded!.dataset.find(event.id), en);
      expect(cited.map(({key}) => key)).toEqual(list(event.sources));
      for (const each of cited) {
        const source = byId.get(each.key)!;
        expect(each.publisher).toBe(source.publisher);
        expect(each.url === null).toBe(source.url === "");
        if (each.url !== null) expect(each.host).toBe(new URL(source.url).hostname.replace(/^www\./, ""));
      }
    }
  });

  it("never make a link of an address that is not http or https", async () => {
    const rows = HOSTILE.map((url, i) => `s${i},P${i},T,"${url}",,en,wire,`).join("\n");
    const {loaded, sources: none} = await openSession(
      {},
      storyFiles(
        `date,sources,link\n2024-01-02,${HOSTILE.map((_, i) => `s${i}`).join(";")},javascript:alert(2)\n2024-01-03,"${HOSTILE.join(";")}",\n`,
        {sources: "sources.csv"},
        {"sources.csv": `id,publisher,title,url,published,language,publisher_type,note\n${rows}\n`},
      ),
    );
    expect(none).toBeNull();
    const table = await loaded!.sources();
    expect(citations(loaded!, table, 0, en).map(({url}) => url)).toEqual(HOSTILE.map(() => null));
    for (const {url} of citations(loaded!, table, 1, en)) expect(url).toBeNull();
  });

  it("are names or addresses themselves when the story has no table of them", async () => {
    const {loaded} = await openSession(
      {},
      storyFiles("date,source,url\n2024-01-02,Reuters;https://www.example.org/a,https://example.net/b\n"),
    );
    expect(citations(loaded!, new Map(), 0, en)).toMatchObject([
      {publisher: "Reuters", url: null},
      {publisher: "example.org", url: "https://www.example.org/a"},
      {publisher: "example.net", url: "https://example.net/b"},
    ]);
  });

  it("are dated no more closely than they are known", () => {
    expect(dateOf("2023-12-08", 2023, en)).toBe("8 Dec");
    expect(dateOf("2021-10-19", 2023, en)).toBe("19 Oct 2021");
    expect(dateOf("2023-12", 2023, en)).toBe("Dec 2023");
    expect(dateOf("2023", 2023, en)).toBe("2023");
    expect(dateOf("", 2023, en)).toBe("");
    expect(dateOf("2023-02-30", 2023, en)).toBe("");
  });

  it("are named in short without who passed them on", async () => {
    const session = await openSession();
    const row = session.loaded!.dataset.find("2023-12-08-embassy-baghdad-rockets");
    expect(publishers(session.loaded!, null, row)).toEqual([]);
    await session.loadSources();
    expect(publishers(session.loaded!, session.sources, row).map(shortPublisher)[0]).toBe("AFP");
    expect(shortPublisher("(via nobody)")).toBe("(via nobody)");
  });
});
