import {dataUrl} from "../data/links.ts";
import type {Language} from "../data/languages.ts";
import type {ViewState} from "../data/viewState.ts";
import {PARTS, type Part} from "../state/settings.svelte.ts";
import type {Embed, Form} from "./snippets.ts";

/** What is shared: a view, of which data, and where Dateline's files are. */
export interface Shared {
  home: string;
  built: boolean;
  title: string;
  /** The view on screen. */
  view: ViewState;
}

const EXAMPLE = "https://example.org/story.json";
export const HEIGHTS = {least: 240, most: 4000} as const;
/** Height in px of an embed that has not been seen yet. */
const UNSEEN = 720;

/** Six hex digits of a colour as it was typed, "" for what is none. */
export function hexOf(text: string): string {
  const digits = /^\s*#?([\da-f]{3}|[\da-f]{6})\s*$/i.exec(text)?.[1]?.toLowerCase() ?? "";
  return digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits;
}

/** The view up to its latest day, whenever that is. */
export const openEnded = (view: ViewState): ViewState =>
  view.time === undefined ? view : {...view, time: view.time.replace(/\.\..*$/s, "..")};

/** The choices of who embeds. */
export class Choices {
  form = $state<Form>("script");
  start = $state<"story" | "screen">("screen");
  openEnd = $state(false);
  theme = $state<Embed["theme"]>("auto");
  lang = $state<"auto" | Language>("auto");
  height = $state<"auto" | "fit" | "fixed">("auto");
  pixels = $state(560);
  shown = $state<Record<Part, boolean>>({map: true, controls: true, event: true, facets: true, headline: true});
  colours = $state({primary: "", counter: "", paper: ""});
  data = $state<"live" | "frozen">("live");
  /** Where the story file is to be found. */
  address = $state("");
  play = $state(false);
  mirror = $state(false);
  /** `sha384-…` of the script; null where any version will do. */
  integrity = $state<string | null>(null);
  /** The server lets pages of no origin read its files. */
  sealed = $state(true);
  /** Heights in px that the preview was last seen to have, in the width of a column and of a phone. */
  seen = $state({column: UNSEEN, phone: UNSEEN});

  #shared: () => Shared;

  constructor(shared: () => Shared) {
    this.#shared = shared;
  }

  /** The reader's own file, which is at no address: only a story file that is uploaded can be shown elsewhere. */
  readonly isLocal: boolean = $derived.by(() => this.#shared().view.file !== undefined);
  /** There is data of one's own, so that live and frozen are not the same. */
  readonly hasOwnData: boolean = $derived.by(() => this.isLocal || this.#shared().view.data !== undefined);
  readonly isFrozen: boolean = $derived(this.isLocal || (this.hasOwnData && this.data === "frozen"));
  /** What is wrong with the address of the story file. */
  readonly addressFault: "missing" | "bad" | null = $derived.by(() => {
    if (!this.isFrozen) return null;
    if (this.address.trim() === "") return "missing";
    return dataUrl(this.address.trim(), this.#shared().home) === null ? "bad" : null;
  });

  readonly embed: Embed = $derived.by(() => {
    const {home, built, title, view} = this.#shared();
    const {data, file: _, theme: __, lang: ___, view: ____, play: _____, step: ______, ...own} = view;
    const live = data === undefined ? "" : new URL(data, home).href;
    const frozen = this.addressFault === null ? (dataUrl(this.address.trim(), home)?.href ?? "") : EXAMPLE;
    const pixels = Math.round(Math.min(HEIGHTS.most, Math.max(HEIGHTS.least, Number(this.pixels) || 0)));
    return {
      home,
      built,
      title,
      view: this.start === "story" ? {} : this.openEnd ? openEnded(own) : own,
      data: this.isFrozen ? frozen : live,
      theme: this.theme,
      lang: this.lang,
      play: this.play,
      hide: PARTS.filter((part) => !this.shown[part]),
      height: this.height === "fixed" ? pixels : this.height,
      last: this.seen.column,
      primary: hexOf(this.colours.primary),
      counter: hexOf(this.colours.counter),
      paper: hexOf(this.colours.paper),
      mirror: this.mirror && this.form === "script",
      sealed: this.sealed,
      integrity: this.integrity ?? "",
    };
  });
}
