import type {Counts} from "../state/acts.ts";
import type {Announcements} from "../state/announced.svelte.ts";
import type {ViewState} from "../data/viewState.ts";

/** What a frame tells the window around it, by type. */
export interface Told extends Announcements {
  /** The first data is on screen, in this view. */
  ready: ViewState;
  /** How high the frame would be, in whole px. */
  height: {height: number};
}

export interface Message<T extends keyof Told = keyof Told> {
  source: "dateline";
  v: 1;
  /** The frame's `?id=`, else "". */
  id: string;
  type: T;
  data: Told[T];
  /** Beside a view: what it lets through. */
  counts?: Counts;
}

/** What the window around a frame may ask, by name. */
export interface Asked {
  /** Replaces the view; language and theme stay where it names none. */
  view: ViewState;
  /** A file, an address, or the text of a table. */
  open: File | string;
  /** `2024-01-28` */
  seek: string;
  play: null;
  pause: null;
  /** Id of an event, "" for none. */
  select: string;
}

export interface Command<N extends keyof Asked = keyof Asked> {
  source: "dateline";
  v: 1;
  /** Comes back in the reply. */
  call: number;
  type: "command";
  name: N;
  data: Asked[N];
}

export interface Reply {
  source: "dateline";
  v: 1;
  id: string;
  type: "reply";
  replyTo: number;
  data?: null;
  /** Why nothing was done. */
  error?: string;
}

export type {Counts, ViewState};
