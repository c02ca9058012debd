import {CROWD} from "../i18n/crowd.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import type {Spot} from "../state/selection.svelte.ts";
import type {Session} from "../state/session.svelte.ts";
import type {Ground} from "./spreading.svelte.ts";
import {placesOf, placesSeen, rowsAtPlaces} from "./spots.ts";

/** Lists rows of the map: those at one spot, or all that are in view, which follow the camera while they are listed. */
export class ViewList {
  #session: Session;
  #ground: Ground;
  #i18n: I18n;
  #shown: Spot | null = null;

  constructor(session: Session, ground: Ground, i18n: I18n) {
    this.#session = session;
    this.#ground = ground;
    this.#i18n = i18n;
  }

  /** Lists what happened at the places of some rows of the window. */
  openAt(rows: readonly number[]): void {
    const {dataset} = this.#session.selection;
    if (dataset === null) return;
    this.#session.selection.chooseRows({
      rows: rowsAtPlaces(dataset, placesOf(dataset, rows)),
      heading: (count) => CROWD[this.#i18n.lang].here(this.#i18n.number(count), count),
    });
  }

  /** Lists all that is in view. */
  open(): void {
    this.#shown = this.#inView();
    if (this.#shown !== null) this.#session.selection.chooseRows(this.#shown);
  }

  /** To be called when the camera has come to rest: what is in view is listed anew if it is listed. */
  follow(): void {
    const before = this.#shown;
    if (before === null || this.#session.selection.spot !== before) return;
    const next = this.#inView();
    if (next !== null && this.#session.selection.exchangeRows(before, next)) this.#shown = next;
  }

  #inView(): Spot | null {
    const {dataset} = this.#session.selection;
    const {points} = this.#ground;
    if (dataset === null || points === null) return null;
    return {
      rows: rowsAtPlaces(dataset, placesSeen(points, this.#ground)),
      heading: (count) => CROWD[this.#i18n.lang].inView(this.#i18n.number(count), count),
    };
  }
}
