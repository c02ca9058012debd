import type {ViewState} from "../data/viewState.ts";
import type {Blank, Pointer} from "../state/briefing.svelte.ts";
import {readMessage} from "./message.ts";

export type Role = "stage" | "presenter";

/** All that the two windows have in common. */
export interface Shared {
  /** What is on screen, without where the data is, language, theme and arrangement. While the window is on its way to a step: that step alone. */
  view: ViewState;
  blank: Blank;
  pointer: Pointer | null;
  playing: boolean;
  /** Width and height of the stage's map in px; null before there is one. */
  frame: readonly [width: number, height: number] | null;
}

/** When something was last changed, and by whom: what one window knows is newer than what it has heard of. */
export interface Stamp {
  n: number;
  role: Role;
  id: string;
}

interface Envelope {
  source: "dateline-presenter";
  v: 1;
  /** What is presented: see `storyKey`. */
  story: string;
  /** Who speaks. */
  role: Role;
  id: string;
}
/** `hello` asks for the state, `want` for the record, which is on one computer only; `bye` is said by a window that goes. */
export type Message = Envelope &
  ({type: "hello" | "bye" | "want"} | {type: "state"; stamp: Stamp; state: Shared} | {type: "record"; record: unknown});

/** What the speaker does outruns all that the stage's clock has said while it was on its way. */
const LEAP = {stage: 1, presenter: 64} as const;

/** Whether `a` is newer than `b`. Before anything was changed the stage is right, afterwards the speaker. */
export function isNewer(a: Stamp, b: Stamp): boolean {
  if (a.n !== b.n) return a.n > b.n;
  if (a.role !== b.role) return a.role === (a.n === 0 ? "stage" : "presenter");
  return a.id > b.id;
}

/** What a message asks of who hears it. */
export interface Heard {
  /** Something newer than what there is, to be shown. */
  state?: Shared;
  /** To be sent. */
  answer?: Message;
  /** The record is asked for, or has come. */
  wants?: true;
  record?: unknown;
}

/**
 * One window's end of what two windows agree on. Every message holds the whole state; the newest wins, whoever said it, so that messages may be
 * late, lost, doubled or out of order. Windows of one role do not hear each other, and nothing that was heard is said again.
 */
export class Exchange {
  readonly role: Role;
  readonly id: string;
  #story: () => string;
  #stamp: Stamp;
  #state: Shared;
  #known: string;
  #company = new Set<string>();

  /** `id` is any text that no other window has. `state` is what this window shows before it has heard of another. */
  constructor(role: Role, id: string, story: () => string, state: Shared) {
    this.role = role;
    this.id = id;
    this.#story = story;
    this.#stamp = {n: 0, role, id};
    this.#state = state;
    this.#known = textOf(state);
  }

  /** How many windows of the other role are there. */
  get company(): number {
    return this.#company.size;
  }

  hello(): Message {
    return {...this.#envelope, type: "hello"};
  }
  bye(): Message {
    return {...this.#envelope, type: "bye"};
  }
  want(): Message {
    return {...this.#envelope, type: "want"};
  }
  hand(record: unknown): Message {
    return {...this.#envelope, type: "record", record};
  }

  /** Notes what is on screen now. Gives what is to be said of it; null where that is known, or nobody is there. */
  tell(state: Shared): Message | null {
    const text = textOf(state);
    if (text === this.#known) return null;
    this.#stamp = {n: this.#stamp.n + LEAP[this.role], role: this.role, id: this.id};
    this.#state = state;
    this.#known = text;
    return this.company > 0 ? this.#told : null;
  }

  /** Takes what came in as it is. Nothing for what is malformed, of another story, version or window of the same role. */
  hear(data: unknown): Heard {
    const message = readMessage(data);
    if (message === null || message.story !== this.#story() || message.role === this.role) return {};
    if (message.type === "bye") this.#company.delete(message.id);
    else this.#company.add(message.id);
    switch (message.type) {
      case "hello":
        return {answer: this.#told};
      case "want":
        return {wants: true};
      case "record":
        return {record: message.record};
      case "state":
        if (!isNewer(message.stamp, this.#stamp)) return {};
        this.#stamp = message.stamp;
        return {state: message.state};
      default:
        return {};
    }
  }

  /** Notes what is on screen after something that was heard has been shown: that is not to be said again. */
  shown(state: Shared): void {
    this.#state = state;
    this.#known = textOf(state);
  }

  get #envelope(): Envelope {
    return {source: "dateline-presenter", v: 1, story: this.#story(), role: this.role, id: this.id};
  }
  get #told(): Message {
    return {...this.#envelope, type: "state", stamp: this.#stamp, state: this.#state};
  }
}

/** A state as text, the same for the same whatever order its names stand in. */
export const textOf = (state: unknown): string =>
  JSON.stringify(state, (_, value: unknown) =>
    value !== null && typeof value === "object" && !Array.isArray(value)
      ? Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
      : value,
  );
