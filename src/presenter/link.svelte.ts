import {untrack} from "svelte";
import {parsePeriod} from "../data/period.ts";
import {shownOnly} from "../data/shownOnly.ts";
import type {ViewState} from "../data/viewState.ts";
import type {Briefing} from "../state/briefing.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import {Exchange, textOf, type Message, type Role, type Shared} from "./channel.ts";
import {popupOf} from "./popup.svelte.ts";
import {readHanded, recordOf, storyKey, take} from "./record.ts";
import {connect, type Transport} from "./transport.ts";

/** How often a window that is alone asks whether another has come, in ms. */
const KNOCK_MS = 1000;

/** Keeps a briefing in step with the window beside it. Made within a component, whose life it has. */
export class Link {
  #session: Session;
  #briefing: Briefing;
  #role: Role;
  #exchange: Exchange;
  #transport: Transport;
  #waiting: Shared | null = null;
  #hasAsked = false;
  #company = $state(0);
  /** What the speaker's window wants, where it does not play itself: the stage's clock moves both. */
  #playing = $state(false);
  #frame = $state.raw<Shared["frame"]>(null);

  constructor(session: Session, briefing: Briefing, role: Role) {
    this.#session = session;
    this.#briefing = briefing;
    this.#role = role;
    const id = Array.from(crypto.getRandomValues(new Uint32Array(2)), (n) => n.toString(36)).join("");
    this.#exchange = new Exchange(role, id, () => storyKey(session, document.baseURI), this.#read());
    this.#transport = connect(
      window,
      () => popupOf(session).window,
      (data) => this.#hear(data),
    );

    $effect(() => {
      this.#read();
      untrack(() => session.frames.latest(this, () => this.#tell()));
    });
    $effect(() => {
      const listening = new AbortController();
      const {signal} = listening;
      addEventListener("pagehide", () => this.#transport.post(this.#exchange.bye()), {signal});
      addEventListener("pageshow", () => this.#knock(), {signal});
      // A stage without company is an ordinary thing; a speaker without a stage is waiting for one.
      const timer = role === "stage" ? undefined : setInterval(() => this.#company === 0 && this.#knock(), KNOCK_MS);
      untrack(() => this.#knock());
      return () => {
        listening.abort();
        clearInterval(timer);
        untrack(() => this.#transport.post(this.#exchange.bye()));
        this.#transport.close();
        session.frames.drop(this);
      };
    });
  }

  /** How many windows of the other kind are there. */
  get company(): number {
    return this.#company;
  }
  /** Width and height of the stage's map in px, null while it is not known. */
  get frame(): Shared["frame"] {
    return this.#frame;
  }
  /** Time plays, in this window or in the other. */
  get playing(): boolean {
    return this.#isClock ? this.#session.player.playing : this.#playing;
  }

  /** Plays or pauses, wherever the clock is. */
  toggle(): void {
    if (this.#isClock) this.#session.player.toggle();
    else this.#playing = !this.#playing;
  }

  /** The stage's clock runs; a speaker who is alone has their own. */
  get #isClock(): boolean {
    return this.#role === "stage" || this.#company === 0;
  }

  #knock(): void {
    this.#transport.post(this.#exchange.hello());
  }

  #post(message: Message | null | undefined): void {
    if (message != null) this.#transport.post(message);
  }

  #tell(): void {
    this.#post(this.#exchange.tell(this.#read()));
  }

  #hear(data: unknown): void {
    const {answer, state, wants, record} = this.#exchange.hear(data);
    if (this.#company !== this.#exchange.company) this.#meet(this.#exchange.company);
    this.#post(answer);
    if (wants) void recordOf(this.#session).then((found) => this.#post(found && this.#exchange.hand(found)));
    // The record of a file may be in the other window alone.
    const {wanted} = this.#session;
    if (wanted !== null && this.#company > 0 && !this.#hasAsked) {
      this.#hasAsked = true;
      this.#post(this.#exchange.want());
    }
    const handed = record === undefined ? null : readHanded(record);
    if (handed !== null && wanted?.file === handed.name) {
      const view = {...wanted, ...this.#session.tastes, view: this.#session.settings.mode};
      void take(this.#session, handed, view).then(() => this.#knock());
    }
    if (state === undefined) return;
    this.#waiting = state;
    // A window that is not seen has no frames.
    if (document.hidden) this.#follow();
    else this.#session.frames.latest(this.#exchange, () => this.#follow());
  }

  #meet(company: number): void {
    this.#company = company;
    if (this.#role === "presenter") this.#session.player.pause();
    if (company === 0) this.#playing = false;
  }

  /** What is on screen now. */
  #read(): Shared {
    const {blank, pointer, moving, step} = this.#briefing;
    // What the card shows is each window's own affair.
    const {panel: _, ...shown} = shownOnly(this.#session.view);
    const view = {...shown, ...(step > 0 && {step})};
    return {view: moving ? {step} : view, blank, pointer, playing: this.playing, frame: this.#ownFrame};
  }

  get #ownFrame(): Shared["frame"] {
    if (this.#role === "presenter") return this.#frame;
    const {sight} = this.#session.camera;
    return sight === null || sight.width === 0 || sight.height === 0 ? null : [sight.width, sight.height];
  }

  /** Shows what has been heard. */
  #follow(): void {
    const state = this.#waiting;
    this.#waiting = null;
    if (state === null || this.#session.wanted !== null) return;
    const {player} = this.#session;
    const {pointer, blank, playing, frame} = state;
    this.#show(state.view, playing);
    this.#briefing.blank = blank;
    this.#briefing.pointer = pointer;
    if (!this.#isClock) [this.#playing, this.#frame] = [playing, frame];
    else if (playing !== player.playing) player.toggle();
    this.#exchange.shown(this.#read());
  }

  #show(view: ViewState, isPlaying: boolean): void {
    const now = this.#read().view;
    if (textOf(view) === textOf(now)) return;
    const {selection, tastes, settings} = this.#session;
    const [{time, ...others}, {time: _, ...rest}] = [view, now];
    const period = time === undefined ? null : parsePeriod(time);
    // A step by itself is a move, which this window makes with its own frames.
    if (Object.keys(view).join() === "step") this.#briefing.go(view.step!, isPlaying ? "cut" : "move");
    else if (period !== null && textOf(others) === textOf(rest))
      selection.setWindow(period.start ?? -Infinity, period.end ?? Infinity);
    else this.#session.view = {...tastes, ...view, view: settings.mode};
  }
}
