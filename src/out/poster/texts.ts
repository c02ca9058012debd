import type {Period} from "../../data/period.ts";
import type {Part} from "../../i18n/rich.ts";
import type {Chapter, Session} from "../../state/session.svelte.ts";
import {sentence} from "../../story/sentence.ts";
import type {Item} from "../drawing/drawing.ts";
import {linesAt, tall, type Line, type Page, type Style} from "./page.ts";
import {sentencesWithin, wrapped} from "./wrap.ts";

export interface TextsInput {
  page: Page;
  session: Session;
  chapter: Chapter | undefined;
  /** Size of the title. */
  title: number;
  start: number;
  width: number;
  /** Whether there is room for all that is known of how sure the reports are. */
  long: boolean;
  /** How tall they may be. */
  room: number;
  over: Period;
}

/** Windows that the numbers are tried in, to know how many lines they take. */
const TRIED = 12;

/** Title, text of the chapter and numbers, from the top down. */
export class Texts {
  #input: TextsInput;
  #styles: Record<"kicker" | "title" | "text" | "numbers", Style>;
  #kicker: Line[];
  #title: Line[];
  #text: Line[];
  #length: "long" | "short";
  #lines: number;

  constructor(input: TextsInput) {
    this.#input = input;
    const {page, session, chapter, title, width, room} = input;
    const {i18n, inks} = page;
    const arabic = i18n.lang === "ar";
    const body = title > 30 ? 15.5 : 14;
    const strong = {weight: 650, fill: inks.ink};
    this.#styles = {
      kicker: {family: "sans", size: 11.5, weight: 600, fill: inks.muted, leading: 16},
      title: {
        family: "serif",
        size: title,
        weight: 640,
        fill: inks.ink,
        leading: title * (arabic ? 1.36 : 1.12),
        tracking: -0.01,
      },
      text: {family: "serif", size: body, weight: 400, fill: inks.ink2, leading: body * (arabic ? 1.6 : 1.36), strong},
      numbers: {
        family: "serif",
        size: chapter === undefined ? body : body * 0.95,
        weight: 400,
        fill: inks.ink2,
        leading: body * (arabic ? 1.58 : 1.36),
        strong,
      },
    };
    const {story} = session.loaded!;
    const own = i18n.text(story.title) || i18n.text(story.name);
    const above = chapter === undefined ? i18n.text(story.kicker) : own;
    const head = chapter === undefined ? own || decodeName(session.loaded!.url) : i18n.text(chapter.title) || own;
    const lines = above === "" ? [] : wrapped(page, above, width, this.#styles.kicker);
    this.#kicker = lines.length > (chapter === undefined ? 1 : 2) ? [] : lines;
    this.#title = wrapped(page, head, width, this.#styles.title, {most: 4, even: true});
    this.#length = chapter === undefined && input.long ? "long" : "short";
    this.#lines = this.#most();
    if (this.#length === "long" && this.#used() > room) {
      this.#length = "short";
      this.#lines = this.#most();
    }
    this.#text = [];
    if (chapter === undefined) return;
    const {text} = this.#styles;
    const most = Math.max(2, Math.floor((room - this.#used() - 6) / text.leading));
    this.#text = sentencesWithin(page, i18n.text(chapter.text), width, text, most);
  }

  /** Lines that the numbers take, in any window of the stretch. */
  #most(): number {
    const {session, over} = this.#input;
    const {window} = session.selection;
    let most = this.#numbers().length;
    for (let i = 1; i <= TRIED; i++) {
      session.selection.setWindow(over[0], over[0] + ((over[1] - over[0]) * i) / TRIED);
      most = Math.max(most, this.#numbers().length);
    }
    session.selection.setWindow(window[0], window[1]);
    return most;
  }

  #numbers(most = Infinity): Line[] {
    const {page, session, width} = this.#input;
    const parts: Part[] = sentence(session, page.i18n, this.#length);
    return wrapped(page, parts, width, this.#styles.numbers, {most, full: true});
  }

  #used(): number {
    const {kicker, title, numbers} = this.#styles;
    return tall(this.#kicker, kicker) + 2 + tall(this.#title, title) + 6 + this.#lines * numbers.leading;
  }

  get height(): number {
    return this.#used() + (this.#text.length === 0 ? 0 : tall(this.#text, this.#styles.text) + 6);
  }

  #tops(top: number) {
    const {kicker, title, text} = this.#styles;
    const head = top + tall(this.#kicker, kicker) + 2;
    const body = head + tall(this.#title, title) + 6;
    return {head, body, numbers: body + (this.#text.length === 0 ? 0 : tall(this.#text, text) + 6)};
  }

  ground(top: number): Item[] {
    const {page, start} = this.#input;
    const {kicker, title, text} = this.#styles;
    const {head, body} = this.#tops(top);
    return [
      ...linesAt(page, this.#kicker, start, top, kicker),
      ...linesAt(page, this.#title, start, head, title),
      ...linesAt(page, this.#text, start, body, text),
    ];
  }

  moment(top: number): Item[] {
    const {page, start} = this.#input;
    return linesAt(page, this.#numbers(this.#lines), start, this.#tops(top).numbers, this.#styles.numbers);
  }
}

/** What a table without a title is called. */
function decodeName(url: string): string {
  const name = url.split(/[?#]/)[0]!.split("/").at(-1) ?? "";
  try {
    return decodeURIComponent(name);
  } catch {
    return name;
  }
}
