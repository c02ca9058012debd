import {parseDate, UTC} from "./data/calendar.ts";
import {record} from "./data/record.ts";
import type {ImportReport} from "./data/report.ts";
import type {ViewState} from "./data/viewState.ts";
import type {Session} from "./state/session.svelte.ts";

/** What the window and the filters let through: all, and by value of each facet. */
export interface Counts {
  events: number;
  facets: Record<string, Record<string, number>>;
}

/** `<date-line>` as scripts of the page see it: what is shown, and the same acts that the reader has. */
export class DateLine extends HTMLElement {
  #session: Session | null = null;
  #attached!: (session: Session) => void;
  #ready = new Promise<Session>((resolve) => (this.#attached = resolve));

  attach(session: Session): void {
    this.#session = session;
    this.#attached(session);
  }

  /** Kept when the first data is on screen. */
  get ready(): Promise<void> {
    return this.#ready.then(() => undefined);
  }

  get view(): ViewState {
    return this.#session?.view ?? {};
  }
  set view(view: ViewState) {
    void this.#ready.then((session) => (session.view = view));
  }

  /** What became of every row of the data on screen; null before there is any. */
  get report(): ImportReport | null {
    return this.#session?.loaded?.report ?? null;
  }

  get counts(): Counts {
    const session = this.#session;
    const aggregates = session?.selection.counts?.aggregates;
    const facets: Counts["facets"] = record([]);
    if (session === null || aggregates === undefined) return {events: 0, facets};
    session.facets.forEach((column, index) => {
      const {values} = session.loaded!.dataset.columns.categories[column]!;
      const counts = aggregates.byFacet[index]!;
      facets[column] = record(values.map((value, code) => [value, counts[code]!] as const).filter(([, n]) => n > 0));
    });
    return {events: aggregates.events, facets};
  }

  /** Opens a file, an address, or the text of a table. Kept when it is on screen or has been refused; `report` and an event say which. */
  async open(what: File | string): Promise<void> {
    const session = await this.#ready;
    await session.bring(typeof what === "string" ? {kind: "text", text: what} : {kind: "files", files: [what]});
    const {opening} = session;
    if (opening?.failure) this.#tell("error", opening.failure);
    else this.#tell("report", this.report);
  }

  /** Puts the playhead at the end of a date: `2024-01-28`. Anything that is no date is left alone. */
  async seek(date: string): Promise<void> {
    const {selection} = await this.#ready;
    const stamp = parseDate(date, UTC);
    if (stamp !== null) selection.seek(stamp.ms);
  }

  async play(): Promise<void> {
    (await this.#ready).player.play();
  }

  async pause(): Promise<void> {
    (await this.#ready).player.pause();
  }

  /** Chooses the event with this id; none for "" and for an id that there is not. */
  async select(id: string): Promise<void> {
    const session = await this.#ready;
    session.selection.select(session.loaded?.dataset.find(id) ?? -1);
  }

  #tell(type: string, detail: unknown): void {
    this.dispatchEvent(new CustomEvent(`dateline-${type}`, {detail, bubbles: true, composed: true}));
  }
}

/** Makes the element that the page has for the app answer to scripts. */
export function attach(element: HTMLElement, session: Session): void {
  if (customElements.get("date-line") === undefined) customElements.define("date-line", DateLine);
  if (element instanceof DateLine) element.attach(session);
}
