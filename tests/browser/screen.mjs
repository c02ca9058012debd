import {dayNumber, dayOfNumber} from "./record.mjs";

// Reads the app from outside: roles, accessible names and states.

/** Waits until the card (which comes after the first numbers) stands. */
export const waitForCard = (page) =>
  page.waitForFunction(
    () => document.querySelector("#dateline-card [role=tab], #dateline-card h2, #dateline-card button") !== null,
  );

export const timeline = (page) => page.locator("#dateline-timeline .timeline");
export const plot = (page) => timeline(page).locator("[role=presentation].surface");
export const handle = (page, name) =>
  timeline(page).getByRole("slider", {
    name: {start: /^(Start of the window|Début|بداية)/, end: /^(End of the window|Fin|نهاية)/, both: /^(The window)/}[
      name
    ],
  });
export const playhead = (page) => timeline(page).getByRole("slider", {name: /^(Playhead|Tête de lecture|رأس)/});
export const playButton = (page) => page.getByRole("button", {name: /^(Play|Pause)$/});

/** Changes the hash as a link would and waits until the window is `from` to `to`. */
export async function showWindow(page, from, to, more = {}) {
  const hash = Object.entries({time: `${from}..${to}`, ...more})
    .map(([name, value]) => `${name}=${[value].flat().map(encodeURIComponent).join(",")}`)
    .join("&");
  await page.evaluate((text) => (location.hash = text), hash);
  await waitForWindow(page, from, to);
}

export function waitForWindow(page, from, to, timeout = 20_000) {
  return page.waitForFunction(
    ([first, last]) => {
      const [start, end] = [...document.querySelectorAll(".timeline .handle[role=slider]")].map((handle) =>
        Number(handle.getAttribute("aria-valuenow")),
      );
      return start === first && end === last;
    },
    [dayNumber(from), dayNumber(to)],
    {timeout},
  );
}

/** First and last day of the window, and the day on the date readout. */
export async function windowOf(page) {
  const [start, end, day] = await page.evaluate(() => [
    ...[...document.querySelectorAll(".timeline .handle[role=slider]")].map((each) =>
      Number(each.getAttribute("aria-valuenow")),
    ),
    document.querySelector("#dateline-timeline time").dateTime,
  ]);
  return {from: dayOfNumber(start), to: dayOfNumber(end), day};
}

/** The day under the playhead. */
export const dayOnScreen = (page) => page.locator("#dateline-timeline time").getAttribute("datetime");

export const waitForDay = (page, day) => page.waitForSelector(`#dateline-timeline time[datetime="${day}"]`);

/** Where the middle of a day's column is, in px of the page, and where the plot is, from where the two handles stand. */
export async function columns(page) {
  const {from, to} = await windowOf(page);
  const box = async (name) => {
    const {x, width} = await handle(page, name).boundingBox();
    return x + width / 2;
  };
  const [left, right] = [await box("start"), await box("end")];
  const day = (right - left) / (dayNumber(to) + 1 - dayNumber(from));
  const area = await plot(page).boundingBox();
  return {
    day,
    x: (date) => left + (dayNumber(date) - dayNumber(from) + 0.5) * day,
    y: area.y + area.height / 2,
    area,
  };
}

const digits = (text) => Number(/\d+/.exec(text)?.[0] ?? (/^No /.test(text) ? 0 : NaN));

/** Every number that the wide layout shows of the window, in English. */
export async function numbers(page) {
  const found = await page.evaluate(() => {
    const text = (element) => element?.textContent.replace(/\s+/g, " ").trim() ?? "";
    const story = document.querySelector("section.story");
    const tempo = document.querySelector("#dateline-timeline .tempo");
    const blocks = {};
    for (const rect of document.querySelectorAll(".timeline svg g > rect")) {
      const kind = ["official", "media", "claim", "disputed"].find((name) => rect.classList.contains(name));
      if (kind === undefined) continue;
      const where = rect.parentElement.classList.contains("fut") ? "outside" : "lit";
      const key = `${where} ${rect.classList.contains("counter") ? "strikes" : "reports"} ${kind}`;
      blocks[key] = (blocks[key] ?? 0) + 1;
    }
    return {
      sentence: text(story.querySelector(".sentence")),
      certainty: [...story.querySelectorAll("ul.column > li button[aria-pressed]")].map(text),
      facets: [...story.querySelectorAll(".pair ul[aria-label]")].map((list) => ({
        facet: list.getAttribute("aria-label"),
        values: [...list.querySelectorAll("li > button")].map((button) => ({
          text: text(button),
          other: button.getAttribute("aria-haspopup") === "dialog",
        })),
      })),
      tab: text(document.querySelector('#dateline-card [role="tab"][data-tab="list"]')),
      listbox: document.querySelector('#dateline-card [role="listbox"]')?.getAttribute("aria-label") ?? "",
      setsize: document.querySelector('#dateline-card [role="option"]')?.getAttribute("aria-setsize") ?? "0",
      groups: [...document.querySelectorAll('#dateline-card [role="listbox"] [role="group"]')].map((each) =>
        each.getAttribute("aria-label"),
      ),
      tempo: [...(tempo?.querySelectorAll(".n") ?? [])].map(text),
      total: text(document.querySelector(".timeline svg.top .number")),
      blocks,
    };
  });
  return {
    ...found,
    reports: /holds no report/.test(found.sentence) ? 0 : digits(/holds (\d+) report/.exec(found.sentence)?.[0] ?? ""),
    tab: digits(found.tab),
    listbox: digits(found.listbox),
    setsize: Number(found.setsize),
    tempo: found.tempo.map(Number),
  };
}

/** Accessible names of the map's glyphs. */
export const glyphNames = (page) =>
  page
    .locator("[data-place][role=button]")
    .evaluateAll((glyphs) => glyphs.map((each) => each.getAttribute("aria-label")));

/** Everything a reader can see or hear of the view, as lines: to be compared with another. */
export async function everything(page) {
  const aria = await page.locator("body").ariaSnapshot();
  const more = await page.evaluate(() => {
    const lines = [];
    const {lang, dir} = document.documentElement;
    lines.push(`page ${lang} ${dir} ${document.title}`);
    lines.push(`dark ${document.querySelector(".dateline").dataset.dark}`);
    for (const slider of document.querySelectorAll("[role=slider]"))
      lines.push(`slider ${slider.getAttribute("aria-label")}: ${slider.getAttribute("aria-valuetext")}`);
    for (const text of document.querySelectorAll(".timeline svg text")) lines.push(`svg ${text.textContent.trim()}`);
    for (const name of ["official", "media", "claim", "disputed", "counter"])
      for (const state of [":not(.fut)", ".fut"])
        lines.push(`${name} ${state} ${document.querySelectorAll(`.timeline svg g${state} > .${name}`).length}`);
    for (const input of document.querySelectorAll("input, select")) lines.push(`input ${input.value}`);
    return lines;
  });
  return [...aria.split("\n"), ...more];
}

/** Where each glyph of the map is and how large: `{place: [x, y, r]}`. */
export const glyphSpots = (page) =>
  page
    .locator("[data-place][role=button]")
    .evaluateAll((glyphs) =>
      Object.fromEntries(
        glyphs.map((glyph) => [
          glyph.dataset.place,
          ["cx", "cy", "r"].map((name) => Number(glyph.querySelector("circle.hit").getAttribute(name))),
        ]),
      ),
    );

/** Waits until the chosen event's sources are listed. */
export async function waitForSources(page) {
  await page.waitForSelector("#dateline-card .sources .source");
  // The last that comes, once the map is drawn.
  await page.waitForSelector("input[type=file]", {state: "attached"});
}
