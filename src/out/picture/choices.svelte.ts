import type {Language} from "../../data/languages.ts";
import type {ViewState} from "../../data/viewState.ts";
import {wholeView} from "../../state/chaptersView.ts";
import type {Chapter, Session} from "../../state/session.svelte.ts";
import type {FormName} from "../poster/forms.ts";
import {orderFor} from "./orders.ts";
import type {Format, Order} from "./picture.ts";
import type {Scale} from "./size.ts";

/** What the reader wants a picture of, and how it is to be. */
export class Choices {
  #session: Session;
  /** As it was when the choosing began: time may go on behind. */
  #view: ViewState;
  /** `screen`, `each`, or the number of a chapter, from 0. */
  of = $state("screen");
  form = $state<FormName>("wide");
  theme = $state<"light" | "dark">("light");
  lang = $state<Language>("en");
  format = $state<Format>("png");
  scale = $state<Scale>(2);
  #looked = $state(0);

  /** It begins with the colours of the screen and the language `lang`. */
  constructor(session: Session, lang: Language) {
    this.#session = session;
    this.#view = wholeView(session);
    this.theme = session.settings.dark ? "dark" : "light";
    this.lang = lang;
  }

  get chapters(): readonly Chapter[] {
    return this.#session.chapters;
  }
  get isEach(): boolean {
    return this.of === "each";
  }
  /** Which of all chapters is looked at, from 0. */
  get looked(): number {
    return Math.min(this.#looked, this.chapters.length - 1);
  }
  set looked(index: number) {
    this.#looked = Math.max(0, Math.min(index, this.chapters.length - 1));
  }

  /** Number of the chapter that is looked at, from 0; -1 for the screen. */
  get index(): number {
    return this.isEach ? this.looked : this.of === "screen" ? -1 : Number(this.of);
  }

  /** What is looked at; null before there is any data. */
  readonly order: Order | null = $derived.by(() => this.orderOf(this.index));

  /** The order for a chapter by its number from 0; for the screen where there is none such. */
  orderOf(index: number): Order | null {
    const look = {form: this.form, lang: this.lang, dark: this.theme === "dark"};
    const chapter = this.chapters[index];
    return orderFor(this.#session, look, chapter === undefined ? {view: this.#view} : {chapter});
  }
}
