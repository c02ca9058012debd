import {pick} from "../data/localText.ts";
import type {Language} from "../data/languages.ts";
import type {LocalText} from "../data/story.ts";
import type {ViewState} from "../data/viewState.ts";
import {showView} from "./acts.ts";
import {baseOf, keepChapters, storyKey} from "./chaptersKept.ts";
import {isSameView, viewToKeep} from "./chaptersView.ts";
import type {Chapter, Session} from "./session.svelte.ts";

export type ChapterText = "title" | "text" | "notes";

/** The chapters after some change, null for the story's own; each goes by a key while it is moved and edited. */
interface Entry {
  readonly chapters: readonly Chapter[] | null;
  readonly keys: readonly number[];
}

const LIMIT = 200;
/** Typing that rests for so long, in ms, has come to an end. */
const REST = 2000;

/** The reader's own chapters of the story on screen: every change is kept in the browser and can be undone, apart from the view's own undo. */
export class ChapterList {
  #session: Session;
  #story: string;
  #base: string;
  #entries: readonly Entry[];
  #at = $state(0);
  #nextKey: number;
  /** The chapter that was last shown, what it said of its view then, and what was on screen. */
  #shown = $state.raw<{key: number; view: ViewState; screen: ViewState} | null>(null);
  /** The text that is being typed. */
  #typing: {what: string; at: number} | null = null;
  #toSave: readonly Chapter[] | null | undefined;
  #saving = false;
  /** The browser stores nothing: the chapters are gone with this page. */
  isRefused = $state(false);
  /** The story has other chapters of its own than those that the reader began with. */
  isOutdated = $state(false);

  constructor(session: Session) {
    this.#session = session;
    this.#story = storyKey(session);
    this.#base = baseOf(session);
    this.#nextKey = session.chapters.length;
    this.#entries = $state.raw([this.#fresh]);
  }

  /** The story's chapters, or whatever else was put in the session, with keys by their places. */
  get #fresh(): Entry {
    return {chapters: this.#session.ownChapters, keys: this.#session.chapters.map((_, at) => at)};
  }
  get #isInStep(): boolean {
    return this.#entries[this.#at]!.chapters === this.#session.ownChapters;
  }
  get #now(): Entry {
    return this.#isInStep ? this.#entries[this.#at]! : this.#fresh;
  }

  get chapters(): readonly Chapter[] {
    return this.#session.chapters;
  }
  /** A key for each chapter, which stays with it. */
  get keys(): readonly number[] {
    return this.#now.keys;
  }
  /** Whether there are chapters of the reader's own. */
  get isOwn(): boolean {
    return this.#session.ownChapters !== null;
  }
  get canUndo(): boolean {
    return this.#isInStep && this.#at > 0;
  }
  get canRedo(): boolean {
    return this.#isInStep && this.#at < this.#entries.length - 1;
  }

  /** The place of the chapter on screen in the list, changed or not; -1 for none. */
  get current(): number {
    const {step} = this.#session;
    if (step > 0) return step - 1;
    if (this.#shown !== null) return this.keys.indexOf(this.#shown.key);
    const view = viewToKeep(this.#session);
    return this.chapters.findIndex((chapter) => isSameView(this.#session, chapter.view, view));
  }
  /** Whether what is on screen is no longer the view of the current chapter. */
  get isChanged(): boolean {
    const view = this.chapters[this.current]?.view;
    if (view === undefined) return false;
    const wanted = this.#shown?.view === view ? this.#shown.screen : view;
    return !isSameView(this.#session, viewToKeep(this.#session), wanted);
  }

  /** Shows the view of a chapter. */
  show(at: number): void {
    if (this.chapters[at] === undefined) return;
    showView(this.#session, {step: at + 1});
    this.#mark(at);
  }

  /** Adds the view on screen as a chapter, behind the one on screen or at the end. Returns its place. */
  keep(title: string): number {
    const at = this.current === -1 ? this.chapters.length : this.current + 1;
    const view = viewToKeep(this.#session);
    const chapter: Chapter = {
      title: this.#isTranslated ? {[this.#language]: title} : title,
      text: "",
      events: view.event ? [view.event] : [],
      view,
    };
    this.#put(this.chapters.toSpliced(at, 0, chapter), this.keys.toSpliced(at, 0, this.#nextKey++));
    this.#mark(at);
    return at;
  }

  /** Changes texts of a chapter: where they are in several languages, that on screen. */
  edit(at: number, change: Partial<Record<ChapterText, string>>): void {
    const chapter = this.chapters[at];
    if (chapter === undefined) return;
    const changed = {...chapter};
    for (const [name, text] of Object.entries(change) as [ChapterText, string][])
      if (pick(chapter[name], this.#language) !== text) changed[name] = this.#written(chapter, name, text);
    if (isBlank(changed.notes)) delete changed.notes;
    const names = Object.keys(change).filter((name) => changed[name as ChapterText] !== chapter[name as ChapterText]);
    if (names.length === 0) return;
    const typing = {what: `${this.keys[at]} ${names.join()} ${this.#language}`, at: Date.now()};
    const goesOn = this.#typing?.what === typing.what && typing.at - this.#typing.at < REST;
    this.#put(this.chapters.with(at, changed), this.keys, goesOn);
    this.#typing = typing;
  }

  /** Ends a stretch of typing: what is typed next is a step of its own. */
  settle(): void {
    this.#typing = null;
  }

  /** Takes the view on screen for a chapter. */
  setView(at: number): void {
    const chapter = this.chapters[at];
    if (chapter === undefined) return;
    const view = viewToKeep(this.#session);
    const others = chapter.events.filter((id) => id !== chapter.view.event);
    const events = view.event ? [...new Set([view.event, ...(others.length > 0 ? chapter.events : [])])] : others;
    this.#put(this.chapters.with(at, {...chapter, events, view}), this.keys);
    this.#mark(at);
  }

  /** Moves a chapter to another place in the list, which is held within it. */
  move(at: number, to: number): void {
    const chapter = this.chapters[at];
    const place = Math.max(0, Math.min(to, this.chapters.length - 1));
    if (chapter === undefined || place === at) return;
    const moved = <T>(list: readonly T[]): T[] => list.toSpliced(at, 1).toSpliced(place, 0, list[at]!);
    this.#put(moved(this.chapters), moved(this.keys));
  }

  duplicate(at: number): void {
    const chapter = this.chapters[at];
    if (chapter === undefined) return;
    this.#put(this.chapters.toSpliced(at + 1, 0, {...chapter}), this.keys.toSpliced(at + 1, 0, this.#nextKey++));
  }

  remove(at: number): void {
    if (this.chapters[at] === undefined) return;
    this.#put(this.chapters.toSpliced(at, 1), this.keys.toSpliced(at, 1));
  }

  /** Goes back to the story's own chapters, which can be undone. */
  reset(): void {
    if (!this.isOwn) return;
    this.#put(
      null,
      (this.#session.loaded?.story.chapters ?? []).map(() => this.#nextKey++),
    );
    this.isOutdated = false;
  }

  undo(): void {
    if (this.canUndo) this.#goTo(this.#at - 1);
  }
  redo(): void {
    if (this.canRedo) this.#goTo(this.#at + 1);
  }

  /** Puts chapters on screen that were kept before. `base` are the story's own as they were then. */
  restore(chapters: readonly Chapter[], base: string): void {
    this.#session.ownChapters = chapters;
    this.#nextKey = chapters.length;
    this.#entries = [this.#fresh];
    this.#at = 0;
    this.isOutdated = base !== this.#base;
    if (this.isOutdated) this.#base = base;
  }

  /** Puts the reader's chapters back where the same story has been put on screen anew. */
  rejoin(): void {
    const {chapters} = this.#entries[this.#at]!;
    if (chapters !== null && this.#session.ownChapters === null) this.#session.ownChapters = chapters;
  }

  /** The page is in several languages, so that a new text is that of one of them. */
  get #isTranslated(): boolean {
    const {story} = this.#session.loaded ?? {};
    return [story?.title, ...this.chapters.map(({title}) => title)].some((text) => typeof text === "object");
  }
  get #language(): Language {
    return this.#session.settings.lang;
  }

  #written(chapter: Chapter, name: ChapterText, text: string): LocalText {
    const old = chapter[name];
    if (typeof old === "object") return {...old, [this.#language]: text};
    // What was blank becomes a text in one language where the title is.
    return !old && typeof chapter.title === "object" ? {[this.#language]: text} : text;
  }

  #mark(at: number): void {
    this.#shown = {key: this.keys[at]!, view: this.chapters[at]!.view, screen: viewToKeep(this.#session)};
  }

  #put(chapters: readonly Chapter[] | null, keys: readonly number[], instead = false): void {
    const before = this.#isInStep ? this.#entries.slice(0, this.#at + (instead ? 0 : 1)) : [this.#fresh];
    this.#entries = [...before, {chapters, keys}].slice(-LIMIT);
    this.#goTo(this.#entries.length - 1);
  }

  #goTo(at: number): void {
    this.#typing = null;
    this.#at = at;
    const {chapters} = this.#entries[at]!;
    this.#session.ownChapters = chapters;
    void this.#save(chapters);
  }

  /** One at a time, and of those that wait the last. */
  async #save(chapters: readonly Chapter[] | null): Promise<void> {
    this.#toSave = chapters;
    if (this.#saving) return;
    this.#saving = true;
    while (this.#toSave !== undefined) {
      const saved = this.#toSave;
      this.#toSave = undefined;
      const kept = saved === null ? null : {chapters: saved, base: this.#base};
      this.isRefused = !(await keepChapters(this.#session, this.#story, kept));
    }
    this.#saving = false;
  }
}

const isBlank = (text: LocalText | undefined): boolean =>
  text === undefined || Object.values(typeof text === "string" ? [text] : text).every((each) => each === "");

/** Lists by session, each of one story. */
const lists = new WeakMap<Session, {loaded: Session["loaded"]; list: ChapterList}>();

/** The list of the story on screen, with its undo, which outlives whatever shows it. */
export function chapterList(session: Session): ChapterList {
  const {loaded} = session;
  const known = lists.get(session);
  if (known?.loaded === loaded) return known.list;
  const list = new ChapterList(session);
  lists.set(session, {loaded, list});
  return list;
}
