import {untrack} from "svelte";
import type {I18n} from "../../i18n/i18n.svelte.ts";
import type {Session} from "../../state/session.svelte.ts";
import {FORMS} from "../poster/forms.ts";
import type {Choices, Kind} from "./choices.svelte.ts";
import {encodingFor, type Encoding} from "./encoding.ts";
import {estimateMovie, estimatePictures, type Estimate} from "./estimate.ts";
import type {PosterFilm} from "./film.ts";
import {filmOn, prepareStage, type Stage} from "./stage.ts";

/** Changes that come together, such as typed digits, are answered once. */
const PAUSE_MS = 350;

/** What a video would be, before one is made: its picture, its format, its size. The methods are effects: each returns how to end it. */
export class Trial {
  #session: Session;
  #i18n: I18n;
  #choices: Choices;
  #tries = $state(0);
  #stage = $state.raw<Stage | null>(null);
  #film = $state.raw<PosterFilm | null>(null);
  #encoding = $state.raw<Encoding | null | undefined>(undefined);
  #estimate = $state.raw<Estimate | null>(null);
  #failed = $state(false);
  /** What the estimate is of. */
  #tried: readonly unknown[] = [];

  constructor(session: Session, i18n: I18n, choices: Choices) {
    this.#session = session;
    this.#i18n = i18n;
    this.#choices = choices;
  }

  /** Null until it is ready. */
  get stage(): Stage | null {
    return this.#stage;
  }
  /** To look at; null until it is ready. */
  get film(): PosterFilm | null {
    return this.#film;
  }
  /** Undefined until it is known, null where there is none. */
  get encoding(): Encoding | null | undefined {
    return this.#encoding;
  }
  /** Null until it is known. */
  get estimate(): Estimate | null {
    return this.#estimate;
  }
  /** The picture could not be made ready. */
  get failed(): boolean {
    return this.#failed;
  }

  retry(): void {
    this.#tries += 1;
  }

  /** Makes the picture ready anew when its shape, what it holds or its language changes. */
  prepare(): () => void {
    const {form, stretch} = this.#choices;
    void [this.#tries, this.#i18n.lang, this.#session.settings.dark];
    let isLate = false;
    this.#failed = false;
    this.#stage = null;
    const stage = untrack(() => prepareStage(this.#session, this.#i18n, form, stretch));
    stage.then(
      (ready) => isLate || (this.#stage = ready),
      () => isLate || (this.#failed = true),
    );
    return () => (isLate = true);
  }

  /** Asks what this browser can write. */
  choose(): () => void {
    const {width, height} = FORMS[this.#choices.form];
    const fps = Number(this.#choices.fps);
    let isLate = false;
    void encodingFor({width, height, fps}).then((encoding) => isLate || (this.#encoding = encoding));
    return () => (isLate = true);
  }

  /** Makes the film that is looked at. */
  cut(): (() => void) | undefined {
    const stage = this.#stage;
    void [this.#choices.lengths, this.#choices.stepwise];
    const film = stage === null ? null : untrack(() => filmOn(stage, this.#session, this.#i18n, this.#choices));
    this.#film = film;
    return film?.close;
  }

  /** Tries a few frames. Where the encoder fails at them it is none. */
  measure(kind: Kind): (() => void) | undefined {
    const [film, encoding, lengths] = [this.#film, this.#encoding, this.#choices.lengths];
    const tried = [film, encoding, lengths, kind];
    if (tried.every((each, i) => each === this.#tried[i])) return undefined;
    this.#tried = [];
    this.#estimate = null;
    if (film === null || encoding === undefined) return undefined;
    const stop = new AbortController();
    const run = async () => {
      try {
        const found =
          kind === "movie" && encoding !== null
            ? await estimateMovie(film, lengths, encoding, stop.signal)
            : await estimatePictures(film, stop.signal);
        if (stop.signal.aborted) return;
        this.#estimate = found;
        this.#tried = tried;
      } catch {
        if (!stop.signal.aborted && kind === "movie") this.#encoding = null;
      }
    };
    const timer = setTimeout(() => void run(), PAUSE_MS);
    return () => {
      clearTimeout(timer);
      stop.abort();
    };
  }
}
