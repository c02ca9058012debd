import type {Briefing} from "../state/briefing.svelte.ts";
import type {Session} from "../state/session.svelte.ts";

/** Whether the card with the event stands on the stage: when it was asked for, or when something else was chosen than the chapter shows. */
export class EventCard {
  #session: Session;
  #briefing: Briefing;
  /** Step that it was asked for at, -1 for none. */
  #askedAt = $state(-1);

  constructor(session: Session, briefing: Briefing) {
    this.#session = session;
    this.#briefing = briefing;
  }

  /** What is chosen is not what the chapter shows. */
  readonly #strays: boolean = $derived.by(() => {
    const {loaded, selection} = this.#session;
    if (loaded === null) return false;
    const {row, place, spot} = selection;
    const own = this.#briefing.chapter?.view ?? loaded.story.view;
    const isOther = row !== -1 && loaded.dataset.id(row) !== own.event;
    return isOther || (place !== -1 && this.#session.placeKey(place) !== own.place) || spot !== null;
  });

  readonly shown: boolean = $derived.by(() => {
    const isAsked = this.#askedAt === this.#briefing.step;
    return this.#session.selection.panel !== "none" && (isAsked || this.#strays) && !this.#briefing.moving;
  });

  /** Shows the chosen event, or the first of the chapter's; or puts the card away. */
  toggle(): void {
    if (this.shown) return this.close();
    const {selection, loaded} = this.#session;
    const first = this.#briefing.chapter?.events[0] ?? "";
    selection.select(selection.row === -1 ? (loaded?.dataset.find(first) ?? -1) : selection.row);
    this.#askedAt = this.#briefing.step;
  }

  close(): void {
    this.#askedAt = -1;
    this.#session.selection.openPanel("none");
  }
}
