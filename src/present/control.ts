import type {Briefing} from "../state/briefing.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import {actOf, type Act} from "./acts.ts";
import type {EventCard} from "./eventCard.svelte.ts";
import {fillScreen, leaveScreen, toggleScreen} from "./fullScreen.ts";
import {leave} from "./leave.ts";
import {swipes} from "./swipe.ts";
import {Typing} from "./typing.svelte.ts";

/** What takes keys for itself while it has the focus. */
const TAKEN = "input, textarea, select, dialog, [role=dialog], [contenteditable]";
/** Where a swipe means something else. */
const APART = "[data-instrument=plot], [data-instrument=card], dialog";
/** What two fingers move. */
const STILL = "[data-instrument=map]";

interface Stage {
  session: Session;
  briefing: Briefing;
  card: EventCard;
  /** What fills the screen. */
  screen(): HTMLElement;
  openPresenter(): void;
  showKeys(): void;
}

/** Does what keys, clickers, swipes and buttons ask for on the stage. */
export class Control {
  #stage: Stage;
  readonly typing: Typing;
  /** The focus was put where it is by a pointer, so that the keys mean what they mean everywhere. */
  #pointed = true;

  constructor(stage: Stage) {
    this.#stage = stage;
    const {briefing} = stage;
    this.typing = new Typing(
      () => briefing.count,
      (step) => briefing.go(step),
    );
  }

  /** Listens for keys within `keys` and for fingers within `root`. Returns how to stop. */
  listen(root: HTMLElement, keys: EventTarget): () => void {
    const controller = new AbortController();
    const options = {signal: controller.signal, capture: true};
    keys.addEventListener("keydown", (event) => this.#key(event as KeyboardEvent), options);
    root.addEventListener("pointerdown", () => (this.#pointed = true), options);
    const stop = swipes(root, {apart: APART, still: STILL}, (direction) =>
      this.act(direction < 0 === (this.#stage.session.settings.dir === "ltr") ? "next" : "previous"),
    );
    return () => {
      controller.abort();
      stop();
      this.typing.drop();
    };
  }

  act(what: Act): void {
    const {session, briefing, card, screen, openPresenter, showKeys} = this.#stage;
    if (what === "next" || what === "previous" || what === "first" || what === "last") {
      this.typing.drop();
      briefing.blank = "none";
      briefing[what]();
    } else if (what === "play") session.player.toggle();
    else if (what === "black" || what === "white") briefing.toggleBlank(what);
    else if (what === "fullScreen") toggleScreen(screen());
    else if (what === "start") fillScreen(screen());
    else if (what === "presenter") openPresenter();
    else if (what === "keys") showKeys();
    else if (what === "event") card.toggle();
    else if (what === "escape") this.#escape();
    else if (!(what === "enter" ? this.typing.confirm() : this.typing.drop()) && briefing.isAway) briefing.comeBack();
  }

  /** Puts away what is uppermost; at last the presentation itself. */
  #escape(): void {
    const {session, briefing, card} = this.#stage;
    if (this.typing.drop()) return;
    if (briefing.blank !== "none") briefing.blank = "none";
    else if (card.shown) card.close();
    else if (!leaveScreen()) leave(session);
  }

  #key(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (event.key === "Tab") this.#pointed = false;
    if (this.#stage.session.dialog !== null || (target instanceof Element && target.closest(TAKEN) !== null)) return;
    const what = actOf(event, this.#focusOf(target));
    if (what === null) return;
    event.preventDefault();
    event.stopPropagation();
    if (typeof what === "object") this.typing.add(what.digit);
    else if (!event.repeat || what === "next" || what === "previous") this.act(what);
  }

  #focusOf(target: EventTarget | undefined): "none" | "button" | "instrument" {
    if (this.#pointed || !(target instanceof Element)) return "none";
    if (target.closest("[data-instrument]") !== null) return "instrument";
    return target.closest("button, a, summary") === null ? "none" : "button";
  }
}
