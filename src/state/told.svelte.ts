import type {Aggregates} from "../data/aggregates.ts";
import type {Period} from "../data/period.ts";
import {Paced} from "./paced.svelte.ts";
import type {Player} from "./player.svelte.ts";
import type {Selection} from "./selection.svelte.ts";

/** How often words and numbers follow a window on the move, in ms: they flicker beyond that, and each time lines are laid out anew. */
const WORDS = 167;
/** How often lists do, in ms: more often than that nobody can read one. */
const LISTS = 3 * WORDS;

/** Rows of a window that pass, as `Aggregates` counts them. */
export type Tally = Readonly<Pick<Aggregates, "events" | "bySeries" | "byCertainty" | "shownByCertainty">>;

/** What stays as it is while the running counts go on. */
const tallyOf = ({events, bySeries, byCertainty, shownByCertainty}: Aggregates): Tally => ({
  events,
  bySeries: bySeries.slice(),
  byCertainty: byCertainty.slice(),
  shownByCertainty: shownByCertainty.slice(),
});

/**
 * What is said of a selection in words and numbers: its window and the counts in that, always of the same moment. They follow a window that moves
 * with every frame six times a second, and one that is let go at once.
 */
export class Told {
  #selection: Selection;
  #player: Player;
  #acts = $state(0);
  /** Another one as soon as the filters change, the reader acts, or the window is taken hold of or let go. */
  #of = $derived.by(() => [this.#selection.filtered, this.#player.playing, this.#player.held, this.#acts]);
  #paced = new Paced<{window: Period; tally: Tally | null}>(
    () => {
      const {window, counts} = this.#selection;
      return {window, tally: counts === null ? null : tallyOf(counts.aggregates)};
    },
    () => this.#of,
    {pace: WORDS},
  );

  constructor(selection: Selection, player: Player) {
    this.#selection = selection;
    this.#player = player;
  }

  /** The reader has pressed a key or something on the page: what comes of it is said at once, to whoever hears the page as well. */
  acted(): void {
    this.#acts++;
  }

  get window(): Period {
    return this.#paced.current.window;
  }
  get playhead(): number {
    return this.window[1];
  }
  /** Null without data. */
  get tally(): Tally | null {
    return this.#paced.current.tally;
  }

  /** Events that pass in the window; 0 without data. */
  get events(): number {
    return this.tally?.events ?? 0;
  }

  /** What a list is made of: follows what `read` gives in every third step of what is said, and at once when what `of` gives changes. */
  listed<T>(read: () => T, of: () => unknown): Paced<T> {
    return new Paced(read, of, {pace: LISTS, beat: () => this.#paced.current});
  }
}
