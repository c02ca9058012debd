import {parsePeriod, type Period} from "../data/period.ts";
import type {Briefing} from "../state/briefing.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import {carried, placeOf, stepAt, type Held, type Place} from "./place.ts";

/** What a reader scrolls in: an element, or the page. */
export type Scroller = HTMLElement | null;

/** What `node` is scrolled in: the nearest box around it that scrolls, across shadow roots; null for the page itself. */
export function scrollerOf(node: Node): Scroller {
  for (let at = around(node); at !== null; at = around(at)) {
    if (at === document.body || at === document.documentElement) return null;
    if (at instanceof HTMLElement && /auto|scroll/.test(getComputedStyle(at).overflowY)) return at;
  }
  return null;
}
const around = (node: Node): Node | null =>
  node.parentNode instanceof ShadowRoot ? node.parentNode.host : node.parentNode;

/** Least way to the first chapter, as a share of the height of what is scrolled in. */
const LEAST_WAY = 0.3;

interface Parts {
  /** Holds everything; places are measured from its top. */
  root: HTMLElement;
  cards: readonly HTMLElement[];
  scroller: Scroller;
  /** Where in the height of what is scrolled in a card is read, from 0 to 1. */
  eye: () => number;
}

/** Carries a session through its chapters as their cards are scrolled past. */
export class Scrolling {
  #session: Session;
  #briefing: Briefing;
  #parts: Parts;
  #held: Held[] = [];
  #start = 0;
  #place = "";
  #step = 0;
  #listening = new AbortController();
  #sizes: ResizeObserver;

  constructor(session: Session, briefing: Briefing, parts: Parts) {
    this.#session = session;
    this.#briefing = briefing;
    this.#parts = parts;
    const {root, cards, scroller} = parts;
    const {signal} = this.#listening;
    const ask = () => session.frames.latest(this, () => this.#follow());
    (scroller ?? window).addEventListener("scroll", ask, {signal, passive: true});
    window.addEventListener("resize", ask, {signal, passive: true});
    // Cards move when any of them, or what stands above them, changes its height; nothing is measured while the page scrolls.
    this.#sizes = new ResizeObserver(() => {
      this.#measure();
      ask();
    });
    for (const node of [root, ...cards]) this.#sizes.observe(node);
  }

  /** The chapter that the reader has scrolled to; another one was shown by something else. */
  get step(): number {
    return this.#step;
  }

  stop(): void {
    this.#listening.abort();
    this.#sizes.disconnect();
    this.#session.frames.drop(this);
  }

  /** Scrolls to where a chapter is read. */
  scrollTo(step: number, smoothly: boolean): void {
    this.#measure();
    const held = this.#held[step - 1];
    if (held === undefined) return;
    const inset = Math.min(24, (held.bottom - held.top) / 2);
    const by = held.top + inset - this.#eye();
    (this.#parts.scroller ?? window).scrollBy({top: by, behavior: smoothly ? "smooth" : "instant"});
  }

  #measure(): void {
    const {root, cards} = this.#parts;
    const {top} = root.getBoundingClientRect();
    this.#held = cards.map((card) => {
      const box = card.getBoundingClientRect();
      return {top: box.top - top, bottom: box.bottom - top};
    });
    // The way to the first chapter begins where a page begins, or, where its card is on screen from the start, a little before that.
    const height = this.#height();
    this.#start = Math.min(height * this.#parts.eye(), (this.#held[0]?.top ?? 0) - height * LEAST_WAY);
  }

  /** How high what is scrolled in is, in px. */
  #height = (): number => this.#parts.scroller?.clientHeight ?? window.innerHeight;

  /** Where the reader's eye is, in px from the top of everything. */
  #eye(): number {
    const {root, scroller, eye} = this.#parts;
    const top = scroller === null ? 0 : scroller.getBoundingClientRect().top + scroller.clientTop;
    return top + this.#height() * eye() - root.getBoundingClientRect().top;
  }

  #follow(): void {
    if (this.#held.length === 0) this.#measure();
    const place = placeOf(this.#held, this.#start, this.#eye());
    const text = JSON.stringify(place);
    // Within a card nothing moves, so that the reader may, by hand.
    if (text === this.#place) return;
    this.#place = text;
    this.#show(place);
  }

  #show(place: Place): void {
    const {selection, settings, player} = this.#session;
    const step = stepAt(place);
    this.#step = step;
    const {from, to, share} = place;
    const isThere = from === to || settings.reducedMotion;
    const isOther = step !== this.#session.step;
    if (isOther || (isThere && this.#briefing.isAway)) this.#briefing.go(step, "cut");
    else player.pause();
    if (!isThere) selection.setWindow(...carried(this.#windowOf(from), this.#windowOf(to), share));
  }

  /** The window of a chapter; before the first its first day. */
  #windowOf(step: number): Period {
    const {chapters, loaded, selection} = this.#session;
    const {extent} = selection.dataset!;
    const time = chapters[Math.max(0, step - 1)]?.view.time ?? loaded?.story.view.time;
    const period = time === undefined ? null : parsePeriod(time);
    const [start, end] = [period?.start ?? extent[0], period?.end ?? extent[1]];
    return step === 0 ? [start, Math.min(end, start + selection.step)] : [start, end];
  }
}
