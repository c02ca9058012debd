import type {Briefing} from "../state/briefing.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import {actOf, type Act} from "./acts.ts";
import {Typing} from "./typing.svelte.ts";

/** What takes keys for itself while it has the focus. */
const TAKEN = "input, textarea, select, dialog, [role=dialog], [contenteditable]";

/** What a window does by itself. Keys for what it does not are left to others. */
export type OwnActs = Partial<Record<Act, () => void>>;

/** Does what keys, clickers and buttons ask for where chapters are stepped through: on the stage and in the speaker's window. */
export class Control {
  #session: Session;
  #briefing: Briefing;
  #own: OwnActs;
  readonly typing: Typing;
  /** The focus was put where it is by a pointer, so that the keys mean what they mean everywhere. */
  #pointed = true;

  constructor(session: Session, briefing: Briefing, own: OwnActs) {
    this.#session = session;
    this.#briefing = briefing;
    this.#own = own;
    this.typing = new Typing(
      () => briefing.count,
      (step) => briefing.go(step),
    );
  }

  /** Listens for keys within `keys`. Returns how to stop. */
  listen(keys: EventTarget): () => void {
    const controller = new AbortController();
    const options = {signal: controller.signal, capture: true};
    keys.addEventListener("keydown", (event) => this.#key(event as KeyboardEvent), options);
    keys.addEventListener("pointerdown", () => (this.#pointed = true), options);
    return () => {
      controller.abort();
      this.typing.drop();
    };
  }

  /** Says whether it is anything that is done here. */
  act(what: Act): boolean {
    const briefing = this.#briefing;
    if (what === "next" || what === "previous" || what === "first" || what === "last") {
      this.typing.drop();
      briefing.blank = "none";
      briefing[what]();
    } else if (what === "black" || what === "white") briefing.toggleBlank(what);
    else if (what === "enter" || what === "back") {
      if (!(what === "enter" ? this.typing.confirm() : this.typing.drop()) && briefing.isAway) briefing.comeBack();
    } else if (what === "escape") this.#escape();
    else if (this.#own[what] === undefined) return false;
    else this.#own[what]();
    return true;
  }

  /** Puts away what is uppermost. */
  #escape(): void {
    if (this.typing.drop()) return;
    if (this.#briefing.blank !== "none") this.#briefing.blank = "none";
    else this.#own.escape?.();
  }

  #key(event: KeyboardEvent): void {
    const target = event.composedPath()[0];
    if (event.key === "Tab") this.#pointed = false;
    if (this.#session.dialog !== null || (target instanceof Element && target.closest(TAKEN) !== null)) return;
    const what = actOf(event, this.#focusOf(target));
    if (what === null) return;
    const isHeld = event.repeat && what !== "next" && what !== "previous";
    if (typeof what === "object") this.typing.add(what.digit);
    else if (!isHeld && !this.act(what)) return;
    event.preventDefault();
    event.stopPropagation();
  }

  #focusOf(target: EventTarget | undefined): "none" | "button" | "instrument" {
    if (this.#pointed || !(target instanceof Element)) return "none";
    if (target.closest("[data-instrument]") !== null) return "instrument";
    return target.closest("button, a, summary") === null ? "none" : "button";
  }
}
