// @vitest-environment node
import {describe, expect, it} from "vitest";
import {storySchema, type LocalText, type Story} from "../../../src/data/story.ts";
import {
  LANGUAGES,
  core,
  count,
  events,
  firstDay,
  isRealDay,
  isReport,
  lastDay,
  list,
  readJson,
  readTable,
  repeated,
  sources,
  totalAt,
  totals,
  within,
  type Language,
  type Row,
} from "./tables.ts";

const file = readJson("story.json");
const story: Story = storySchema.parse(file);
const byId = new Map(events.map((e) => [e.id, e]));
const table = readTable("events.csv");

/** Every text a reader can meet, with where it stands. */
function* texts(): Generator<[where: string, text: LocalText | undefined]> {
  for (const name of ["title", "name", "kicker", "dek", "credit"] as const) yield [name, story[name]];
  yield ["totals.label", story.totals?.label];
  yield ["totals.statedBy", story.totals?.statedBy];
  for (const [column, text] of Object.entries(story.totals?.parts ?? {})) yield [`totals.parts.${column}`, text];
  for (const side of ["primary", "counter"] as const) yield [`series.${side}.label`, story.series?.[side]?.label];
  for (const [column, {label, values}] of Object.entries(story.columns)) {
    yield [`columns.${column}`, label];
    for (const [value, text] of Object.entries(values)) yield [`columns.${column}.${value}`, text];
  }
  for (const a of story.annotations) yield [`annotation ${a.time}`, a.text];
  for (const [i, chapter] of story.chapters.entries())
    for (const part of ["title", "text", "notes"] as const) yield [`chapter ${i + 1} ${part}`, chapter[part]];
  for (const [i, paragraph] of story.method.entries()) yield [`method ${i + 1}`, paragraph];
}

const inLanguage = (text: LocalText | undefined, language: Language): string =>
  typeof text === "object" ? (text[language] ?? "") : "";

function ends(time: string): [first: string, last: string] {
  const [first, last = first] = time.split("..");
  return [first, last];
}

const numbers = (text: string) => text.match(/\d+/g) ?? [];

const MONTHS: Record<Language, string[]> = {
  en: ["January", "February", "October", "November", "December"],
  fr: ["janvier", "février", "octobre", "novembre", "décembre"],
  ar: ["يناير", "فبراير", "أكتوبر", "نوفمبر", "ديسمبر"],
};
const ISO_MONTHS = ["2024-01", "2024-02", "2023-10", "2023-11", "2023-12"];
const DATE: Record<Language, RegExp> = {
  en: new RegExp(`(\\d+) (${MONTHS.en.join("|")})`, "g"),
  fr: new RegExp(`(\\d+) (${MONTHS.fr.join("|")})`, "g"),
  ar: new RegExp(`(\\d+) (${MONTHS.ar.join("|")})`, "g"),
};

/** The days named in `text`, all of them in the winter of 2023 to 2024. */
const daysIn = (text: string, language: Language) =>
  [...text.matchAll(DATE[language])].map(
    ([, day, month]) => `${ISO_MONTHS[MONTHS[language].indexOf(month)]}-${day.padStart(2, "0")}`,
  );

const HOLDS: Record<Language, RegExp> = {
  en: /By ([^.;]*?) this record holds (\d+) (reports?)\b/,
  fr: /Au ([^.;]*?), ce relevé compte (\d+) (signalements?)(?!\p{L})/u,
  ar: /حتى ([^.،]*?) يضم هذا السجل (\d+) ([\p{L}\p{M}]+)/u,
};
const WEEK: Record<Language, RegExp> = {
  en: /(?<now>\d+) reports? in the week to (?<day>\d+ \w+), against (?<before>\d+) in the week before/,
  fr: /(?<now>\d+) signalements? dans la semaine jusqu’au (?<day>\d+ \p{L}+), contre (?<before>\d+) la semaine d’avant/u,
  ar: /البلاغات في الأسبوع حتى (?<day>\d+ \p{L}+): (?<now>\d+)، مقابل (?<before>\d+) في الأسبوع السابق/u,
};
const US_COUNT: Record<Language, string> = {en: "US count", fr: "décompte américain", ar: "العدد الأمريكي"};
const REPORT_FORMS: Record<Language, Partial<Record<Intl.LDMLPluralRule, string>>> = {
  en: {one: "report", other: "reports"},
  fr: {one: "signalement", other: "signalements"},
  ar: {one: "بلاغ", two: "بلاغان", few: "بلاغات", many: "بلاغًا", other: "بلاغ"},
};

const daysBefore = (day: string, n: number) =>
  new Date(Date.parse(`${day}T00:00:00Z`) - n * 86_400_000).toISOString().slice(0, 10);
const reportsStarting = (first: string, last: string) =>
  core.filter((e) => isReport(e) && firstDay(e) >= first && firstDay(e) <= last).length;
const touches = (e: Row, day: string) => firstDay(e) === day || lastDay(e) === day;

describe("story.json", () => {
  it("satisfies the schema that every story must, and loses nothing in it", () => {
    const result = storySchema.safeParse(file);
    expect(result.error?.issues ?? []).toEqual([]);
    expect(result.data).toMatchObject(file);
  });

  it("says everything in three languages", () => {
    for (const [where, text] of texts()) {
      expect(Object.keys((text as object) ?? {}), where).toEqual(LANGUAGES);
      for (const language of LANGUAGES) {
        const words = inLanguage(text, language);
        expect(words.trim(), `${where}, ${language}`).toBe(words);
        expect(words, `${where}, ${language}`).not.toBe("");
      }
    }
  });

  it("keeps to each language's letters, digits and spacing", () => {
    for (const [where, text] of texts()) {
      expect(inLanguage(text, "ar"), where).toMatch(/\p{Script=Arabic}/u);
      expect(inLanguage(text, "ar"), where).not.toMatch(/[٠-٩۰-۹,;?]\s|[٠-٩۰-۹]/u);
      expect(inLanguage(text, "fr"), where).not.toMatch(/[ \u00a0][;:?!»]|«[ \u00a0]|[^\s\d\u202f][;?!»]/u);
      for (const language of LANGUAGES) expect(inLanguage(text, language), where).not.toMatch(/['"]|\s\s/);
    }
  });

  it("has every plural form that its languages tell apart", () => {
    for (const side of ["primary", "counter"] as const)
      for (const language of LANGUAGES) {
        const forms: Record<string, string | undefined> = story.series?.[side]?.noun?.[language] ?? {};
        const wanted = new Intl.PluralRules(language).resolvedOptions().pluralCategories;
        expect(Object.keys(forms).toSorted(), `${side} ${language}`).toEqual(wanted.toSorted());
        expect(Object.values(forms).filter((form) => !form?.trim())).toEqual([]);
      }
  });

  it("maps roles, series, certainty, background and facets to columns and values that exist", () => {
    const columns = new Set(table.columns);
    for (const [role, column] of Object.entries(story.mapping ?? {}))
      for (const name of typeof column === "string" ? [column] : Object.values(column))
        expect(columns.has(name), `${role}: ${name}`).toBe(true);
    const conditions = [story.series?.primary?.where, story.series?.counter?.where, story.background];
    for (const condition of conditions)
      for (const [column, values] of Object.entries(condition ?? {}))
        for (const value of values) expect(count(events, column)[value], `${column}: ${value}`).toBeGreaterThan(0);
    expect(Object.keys(story.certainty ?? {}).toSorted()).toEqual(Object.keys(count(events, "status")).toSorted());
    for (const facet of story.facets ?? []) expect(columns.has(facet), facet).toBe(true);
  });

  it("finds the tables it names, with the columns it reads", () => {
    for (const name of [story.data, story.sources, story.sites])
      expect(readTable(name!).rows.length).toBeGreaterThan(0);
    const {columns} = readTable(story.totals!.data);
    const {date, value, source, note, parts} = story.totals!;
    for (const column of [date, value, source, note, ...Object.keys(parts)]) expect(columns).toContain(column);
  });

  it.each([...(story.facets ?? []), "actor", "target", "claimed_by"])(
    "names every value of %s, and no other",
    (column) => {
      const values = Object.keys(count(events, column)).filter((v) => v !== "");
      expect(Object.keys(story.columns[column].values).toSorted()).toEqual(values.toSorted());
      expect(story.columns[column].label).toBeDefined();
    },
  );

  it("names every kind of publisher", () => {
    const kinds = Object.keys(count(sources, "publisher_type"));
    expect(Object.keys(story.columns["publisher_type"].values).toSorted()).toEqual(kinds.toSorted());
  });

  it("names every place that a row calls other than its site is called", () => {
    const siteNames = new Map(readTable("sites.csv").rows.map((s) => [s.site_id, s.name_en]));
    const others = events.filter((e) => e.place !== siteNames.get(e.site)).map((e) => e.place);
    expect(Object.keys(story.columns["place"].values).toSorted()).toEqual([...new Set(others)].toSorted());
  });

  it("opens on an event inside its window, with the places of Iraq, Syria and Jordan in view", () => {
    const [first, last] = ends(story.view.time!);
    expect(within(first, last).map((e) => e.id)).toContain(story.view.event);
    const [west, south, east, north] = story.bounds!;
    for (const e of core.filter((row) => row.country !== "IL" && row.site !== "golan")) {
      expect(+e.lon > west && +e.lon < east, e.id).toBe(true);
      expect(+e.lat > south && +e.lat < north, e.id).toBe(true);
    }
    for (const country of story.focus) expect(count(core, "country")[country], country).toBeGreaterThan(0);
  });
});

describe("annotations", () => {
  const days = core.flatMap((e) => [firstDay(e), lastDay(e)]).toSorted();

  it("come in order of time and each has a rank of its own", () => {
    expect(story.annotations.map((a) => a.time)).toEqual(story.annotations.map((a) => a.time).toSorted());
    expect(story.annotations.map((a) => a.rank).toSorted((a, b) => a - b)).toEqual(
      story.annotations.map((_, i) => i + 1),
    );
  });

  it.each(story.annotations)("$time rests on what happened that day", ({time, events: ids, series}) => {
    const [first, last] = ends(time);
    for (const day of [first, last]) {
      expect(isRealDay(day)).toBe(true);
      expect(day >= days[0] && day <= days.at(-1)!).toBe(true);
    }
    const rows = ids.map((id) => byId.get(id));
    expect(rows).not.toContain(undefined);
    expect(repeated(ids)).toEqual([]);
    if (rows.length === 0) expect(totals.map((t) => t.as_of)).toContain(first);
    else
      for (const day of [first, last])
        expect(
          rows.some((e) => touches(e!, day)),
          day,
        ).toBe(true);
    for (const e of rows) {
      expect(firstDay(e!) >= first && lastDay(e!) <= last, e!.id).toBe(true);
      if (series === "counter") expect(e!.category).toBe("us_strike");
      if (series === "primary") expect(isReport(e!), e!.id).toBe(true);
    }
  });

  it.each(story.annotations)("$time fits on two lines", ({text}) => {
    for (const language of LANGUAGES) expect(inLanguage(text, language).length).toBeLessThanOrEqual(45);
  });

  it("state the US count as it stood that day", () => {
    const stated = story.annotations.filter((a) => /US (officials )?count/.test(inLanguage(a.text, "en")));
    expect(stated.map((a) => a.time)).toEqual(["2023-11-07", "2023-11-23", "2023-12-21"]);
    for (const a of stated)
      for (const language of LANGUAGES)
        expect(numbers(inLanguage(a.text, language)), a.time).toEqual([totalAt(a.time)]);
  });

  it("show a claim as a claim", () => {
    const claims = story.annotations.filter((a) => a.events.some((id) => byId.get(id)?.status === "claim_only"));
    expect(claims.length).toBe(1);
    for (const {text} of claims) {
      expect(inLanguage(text, "en")).toMatch(/^Claim\b.*unconfirmed/);
      expect(inLanguage(text, "fr")).toMatch(/revendiqué.*non confirmé/);
      expect(inLanguage(text, "ar")).toMatch(/^تبني.*دون تأكيد/);
    }
  });
});

describe("chapters", () => {
  const chapters = story.chapters.map((chapter, i) => ({step: i + 1, ...chapter}));

  it("come in order of time", () => {
    const last = chapters.map((c) => ends(c.view.time!)[1]);
    expect(last).toEqual(last.toSorted());
    expect(repeated(last)).toEqual([]);
  });

  it.each(chapters)("$step ends on a day of one of its events, all of them in its window", ({events: ids, view}) => {
    const [first, last] = ends(view.time!);
    const rows = ids.map((id) => byId.get(id));
    expect(rows).not.toContain(undefined);
    expect(repeated(ids)).toEqual([]);
    expect(rows.some((e) => touches(e!, last))).toBe(true);
    for (const e of rows) expect(firstDay(e!) >= first && lastDay(e!) <= last, e!.id).toBe(true);
    expect(ids).toContain(view.event);
  });

  const cases = chapters.flatMap((c) => LANGUAGES.map((language) => ({...c, language})));

  it.each(cases)(
    "$step in $language states how many reports this record holds by its last day",
    ({text, view, language}) => {
      const [first, last] = ends(view.time!);
      const match = HOLDS[language].exec(inLanguage(text, language));
      expect(match).not.toBeNull();
      const [, day, n, noun] = match!;
      expect(daysIn(day, language)).toEqual([last]);
      expect(+n).toBe(within(first, last).filter(isReport).length);
      expect(noun).toBe(REPORT_FORMS[language][new Intl.PluralRules(language).select(+n)]);
    },
  );

  it.each(cases)("$step in $language states the US count as totals.csv has it", ({text, view, language}) => {
    const mentions = inLanguage(text, language)
      .split(new RegExp(`${US_COUNT[language]}(?!\\p{L})`, "u"))
      .slice(1);
    expect(mentions.length).toBeGreaterThan(0);
    for (const mention of mentions) {
      const sentence = mention.split(/\.(?:\s|$)/)[0];
      const named = daysIn(sentence, language);
      const wanted = (named.length > 0 ? named : [ends(view.time!)[1]]).map(totalAt);
      expect(numbers(sentence.replace(DATE[language], "")).toSorted()).toEqual(wanted.toSorted());
      for (const day of named) expect(totals.map((t) => t.as_of)).toContain(day);
    }
  });

  it.each(cases)("$step in $language compares weeks, where it does, as the rows do", ({text, view, language}) => {
    const words = inLanguage(text, language);
    const match = WEEK[language].exec(words);
    expect(match !== null).toBe(WEEK.en.test(inLanguage(text, "en")));
    if (match === null) return;
    const [, last] = ends(view.time!);
    const {now, before, day} = match.groups!;
    expect(daysIn(day, language)).toEqual([last]);
    expect(+now).toBe(reportsStarting(daysBefore(last, 6), last));
    expect(+before).toBe(reportsStarting(daysBefore(last, 13), daysBefore(last, 7)));
  });

  /** What a text states by figures or words for small numbers, apart from days, clock times and counts of the record. */
  const WORDS = ["zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];
  const stated = (text: string) =>
    text
      .replace(HOLDS.en, "")
      .replace(WEEK.en, "")
      .replace(new RegExp(`[^.;]*${US_COUNT.en}(?!\\p{L})[^.;]*`, "gu"), "")
      .replace(/, and \d+ reports rest on claims alone|\b[A-Z]+-\d+/g, "")
      .replace(/(\d+)(?: to \d+)? (?:January|February|October|November|December)/g, "")
      .replace(/\ba day later|by hostile|nobody|no one/gi, "")
      .toLowerCase()
      .match(new RegExp(`\\b(?:\\d+|${WORDS.slice(2).join("|")})\\b`, "g")) ?? [];

  it.each(chapters)("$step states no number that its events do not", ({text, events: ids}) => {
    const said = ids
      .map((id) => byId.get(id)!)
      .flatMap((e) => [e.title_en, e.summary_en, e.casualties_note, e.notes, e.killed, e.wounded, e.munitions])
      .join(" ")
      .toLowerCase();
    for (const number of stated(inLanguage(text, "en"))) {
      const forms = [number, String(WORDS.indexOf(number)), WORDS[Number(number)] ?? number];
      const between = number === "five" && /five days before/i.test(inLanguage(text, "en"));
      expect(
        between || forms.some((form) => new RegExp(`(?<![\\d-])${form}s?(?![\\d-])`).test(said)),
        `${number} in: ${said}`,
      ).toBe(true);
    }
  });

  it("compares dates as they are: Erbil was hit five days before Al-Asad", () => {
    const [asad, erbil] = ["2024-01-20-al-asad-ballistic", "2024-01-15-irgc-erbil"].map((id) =>
      firstDay(byId.get(id)!),
    );
    expect(daysBefore(asad, 5)).toBe(erbil);
    expect(story.chapters.filter(({text}) => /five days before/i.test(inLanguage(text, "en")))).toHaveLength(1);
  });

  it("say of the record only what the rows say", () => {
    const inAll = (pattern: Record<Language, RegExp>) =>
      LANGUAGES.map((language) => {
        const all = story.chapters.flatMap((chapter) =>
          [chapter.text, chapter.notes].map((t) => inLanguage(t, language)),
        );
        const found = all.flatMap((words) => [...words.matchAll(new RegExp(pattern[language], "g"))]);
        expect(found, language).toHaveLength(1);
        return found[0].slice(1).map(Number);
      });
    const by = (last: string) => count(within("2023-10-17", last).filter(isReport), "status");
    const early = by("2023-10-27");
    for (const said of inAll({
      en: /(\d+) of our (\d+) reports rest on media or claims alone/,
      fr: /(\d+) de nos (\d+) signalements reposent sur des médias ou des revendications/,
      ar: /(\d+) من بلاغاتنا الـ(\d+) تستند إلى الإعلام أو إلى التبني وحده/,
    }))
      expect(said).toEqual([early["media_report"] + early["claim_only"], 20]);
    for (const said of inAll({
      en: /Of the (\d+) reports, (\d+) rest on a claim alone/,
      fr: /Sur les (\d+) signalements, (\d+) reposent sur une revendication seule/,
      ar: /من (\d+) بلاغًا يستند (\d+) إلى التبني وحده/,
    }))
      expect(said).toEqual([143, by("2024-01-07")["claim_only"]]);
    for (const said of inAll({
      en: /, and (\d+) reports rest on claims alone/,
      fr: /, et (\d+) signalements reposent sur une revendication seule/,
      ar: /، ويستند (\d+) بلاغًا إلى التبني وحده/,
    }))
      expect(said).toEqual([by("2024-02-07")["claim_only"]]);
  });

  it.each(chapters)("$step names the same days and figures in every language", ({text, notes}) => {
    for (const part of [text, notes]) {
      const days = (language: Language) => daysIn(inLanguage(part, language), language).toSorted();
      const figures = (language: Language) =>
        numbers(
          inLanguage(part, language)
            .replace(/(\d{2}):(\d{2})|(\d{1,2})\u00a0h(?:\u00a0(\d{2}))?/g, "")
            .replace(DATE[language], ""),
        )
          .filter((n) => +n > 12)
          .toSorted();
      for (const language of ["fr", "ar"] as const) {
        expect(days(language)).toEqual(days("en"));
        expect(figures(language)).toEqual(figures("en"));
      }
    }
  });

  it.each(chapters)(
    "$step is made for a stage: a short title, and no more words than are read at a glance",
    (chapter) => {
      for (const language of LANGUAGES) expect(inLanguage(chapter.title, language).length).toBeLessThanOrEqual(45);
      const words = (language: Language) => inLanguage(chapter.text, language).split(/\s+/).length;
      expect(words("en")).toBeLessThanOrEqual(57);
      expect(words("fr")).toBeLessThanOrEqual(70);
      expect(words("ar")).toBeLessThanOrEqual(57);
    },
  );

  it.each(chapters.filter(({view}) => view.map !== undefined))("$step has its chosen event in view", ({view}) => {
    const [zoom, lat, lng] = view.map!;
    const at = byId.get(view.event!)!;
    // The narrowest map is some 320 px wide and 140 px high.
    const degrees = 360 / (512 * 2 ** zoom);
    expect(Math.abs(+at.lon - lng)).toBeLessThan(150 * degrees);
    expect(Math.abs(+at.lat - lat)).toBeLessThan(65 * degrees);
  });

  it("end with the last of the record", () => {
    expect(ends(story.chapters.at(-1)!.view.time!)[1]).toBe(core.map(firstDay).toSorted().at(-1));
  });

  it.each(chapters)("$step tells it in two to four sentences", ({text}) => {
    for (const language of LANGUAGES) {
      const sentences = inLanguage(text, language)
        .split(/\.(?:\s|$)/)
        .filter((s) => s !== "");
      expect(sentences.length, language).toBeGreaterThanOrEqual(2);
      expect(sentences.length, language).toBeLessThanOrEqual(5);
    }
  });
});

describe("method", () => {
  const reports = core.filter(isReport);
  const status = count(reports, "status");
  const claimHeavy = within("2023-12-10", "2023-12-19").filter(isReport);
  const figures = (paragraph: number, language: Language) =>
    numbers(inLanguage(story.method[paragraph], language).replace(/(\d)[,\u202f](\d{3})/g, "$1$2")).map(Number);

  it.each(LANGUAGES)("counts pages, reports and single sources as the tables do, in %s", (language) => {
    expect(figures(0, language)).toContain(sources.length);
    expect(figures(1, language)).toEqual([
      reports.length,
      status["us_official"],
      status["host_government"],
      status["media_report"],
      status["claim_only"],
      status["disputed"],
    ]);
    const single = events.filter((e) => new Set(list(e.sources)).size === 1).length;
    for (const n of [count(claimHeavy, "status")["claim_only"], claimHeavy.length, single])
      expect(figures(3, language)).toContain(n);
  });
});
