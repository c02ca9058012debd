// Longer than other files: loading, showing and the view each touch every part that a session keeps, and the view is read and set side by side, so
// that no part is forgotten in one of the two.
import {createContext} from "svelte";
import {DAY} from "../data/calendar.ts";
import {load, type Loaded} from "../data/load.ts";
import {LoadError} from "../data/loadError.ts";
import {formatPeriod, parsePeriod} from "../data/period.ts";
import {certaintyFacetOf, facetsIn} from "../data/roles.ts";
import type {Source} from "../data/sources.ts";
import type {Story} from "../data/story.ts";
import {textAt} from "../data/text.ts";
import type {ViewState} from "../data/viewState.ts";
import type {Brought, Opening, Settled} from "./opening.svelte.ts";
import {Axis} from "./axis.svelte.ts";
import {Camera} from "./camera.svelte.ts";
import {Frames, type FrameClock} from "./frames.ts";
import {History} from "./history.svelte.ts";
import {Player} from "./player.svelte.ts";
import {Selection} from "./selection.svelte.ts";
import {isStaged, Settings} from "./settings.svelte.ts";
import {Told} from "./told.svelte.ts";

/** A screen over the page: bring data, see how it was understood, take it away, pass the view on. */
export type Dialog = "open" | "review" | "save" | "saveStory" | "share" | "takeaway";
/** A prepared view with its words. */
export type Chapter = Story["chapters"][number];
export type Status = {kind: "loading"} | {kind: "ready"} | {kind: "failed"; error: LoadError};
/** Something to tell the reader in passing; worded in `i18n/`. */
export type Notice =
  | {code: "bad-parameters"; names: string[]}
  | {code: "link-copied"}
  | {code: "link-shown"; link: string}
  /** The link was made on a file that is not here. */
  | {code: "needs-file"; name: string};

/** Everything that one Dateline on a page keeps: the data, and the parts that hold what the reader chose. Two never share anything. */
export class Session {
  #loaded = $state.raw<Loaded | null>(null);
  #sources = $state.raw<ReadonlyMap<string, Source> | null>(null);
  #status = $state.raw<Status>({kind: "loading"});
  #loading: AbortController | null = null;
  notice = $state.raw<Notice | null>(null);
  /** A file on its way to the screen, or the one that is on it. */
  #opening = $state.raw<Opening | null>(null);
  /** The one that is on screen while another is on its way. */
  #behind: Opening | null = null;
  dialog = $state<Dialog | null>(null);
  /** Chapters that the reader has changed; null for the story's own. */
  ownChapters = $state.raw<readonly Chapter[] | null>(null);
  /** The view that what is on screen was opened in, before anything was made of it. */
  asked: ViewState = {};
  /** The chapters stand in place of the card. */
  editing = $state(false);
  #step = $state(0);
  /** Bytes of an address that have come so far. */
  received = $state(0);
  /** A view that waits for the file it was made on. */
  wanted: ViewState | null = null;

  readonly settings = new Settings();
  readonly history = new History();
  readonly facets: readonly string[] = $derived(this.#loaded === null ? [] : facetsIn(this.#loaded));
  readonly selection = new Selection(() =>
    this.#loaded === null
      ? null
      : {
          dataset: this.#loaded.dataset,
          facets: this.facets,
          certaintyFacet: this.certaintyFacet,
          counted: this.#loaded.counted,
        },
  );
  readonly axis = new Axis(() => this.#loaded?.dataset ?? null);
  readonly camera = new Camera();
  /** What moves goes through these, one step a frame. */
  readonly frames: Frames;
  readonly player: Player;
  /** The selection as words and numbers say it. */
  readonly told: Told;
  #where: Pick<ViewState, "data" | "file"> = {};

  /** `home` is the folder of Dateline's own files, with a slash at its end; empty for that of the page. */
  constructor(
    clock: FrameClock,
    readonly home = "",
  ) {
    this.frames = new Frames(clock, () => this.told.acted());
    this.player = new Player(this.selection, this.frames.next);
    this.told = new Told(this.selection, this.player);
  }

  get opening(): Opening | null {
    return this.#opening;
  }
  get loaded(): Loaded | null {
    return this.#loaded;
  }
  get chapters(): readonly Chapter[] {
    return this.ownChapters ?? this.#loaded?.story.chapters ?? [];
  }
  /** Number of the chapter on screen, from 1; 0 for none. A part of the view. */
  get step(): number {
    return this.#step;
  }
  get keeps(): boolean {
    return !this.settings.isGuest;
  }
  get status(): Status {
    return this.#status;
  }
  /** Null until they have come. */
  get sources(): ReadonlyMap<string, Source> | null {
    return this.#sources;
  }
  /** The facet that certainty is read from, if it is one. */
  get certaintyFacet(): string | null {
    return this.#loaded === null ? null : certaintyFacetOf(this.#loaded, this.facets);
  }

  /**
   * Loads a story or a table and shows it in `view`. A newer call ends an older one. When it fails, what was on screen stays and `status`
   * says why.
   */
  async open(address: string, base: string, view: ViewState = {}): Promise<void> {
    this.#loading?.abort();
    const loading = (this.#loading = new AbortController());
    this.#status = {kind: "loading"};
    try {
      const loaded = await load(address, base, loading.signal, (bytes) => (this.received = bytes));
      // The first picture is to show what a link searches for.
      if (view.q || loaded.story.view?.q) await this.selection.prepareSearch().catch(() => {});
      if (loading.signal.aborted) return;
      this.show(loaded, view);
    } catch (error) {
      if (loading.signal.aborted) return;
      this.#status = {
        kind: "failed",
        error: error instanceof LoadError ? error : new LoadError("unreachable", address, error),
      };
    }
  }

  /** Ends the load of an address that is under way. What is on screen stays. */
  halt(): void {
    this.#loading?.abort();
  }

  /** Puts data that has been read on screen, in `view`. Another file that is still being read goes on. */
  show(loaded: Loaded, view: ViewState): void {
    this.player.pause();
    const before = this.#opening?.shown ? this.#opening : null;
    this.#sources = null;
    if (loaded !== this.#loaded) this.ownChapters = null;
    this.editing = false;
    this.#loaded = loaded;
    if (!this.#behind?.shown) this.#behind = null;
    if (before !== null && !before.shown) before.cancel();
    if (view.file !== undefined && view.file === this.wanted?.file) this.wanted = null;
    this.#where = {
      ...(view.data === undefined ? {} : {data: view.data}),
      ...(view.file === undefined ? {} : {file: view.file}),
    };
    this.history.clear();
    this.asked = view;
    this.view = {...this.tastes, ...view};
    this.#status = {kind: "ready"};
  }

  /**
   * Opens what the reader brought: files, a text or an address. What is on screen stays until the new rows are; where the file does not
   * settle everything, `opening` asks first. A newer call ends an older one.
   */
  async bring(source: Brought, view: ViewState = {}, settled: Settled = {}): Promise<void> {
    const {FileOpening} = await import("./opening.svelte.ts");
    this.#opening?.cancel();
    this.#behind = this.#opening;
    this.#loading?.abort();
    if (this.#loaded !== null) this.#status = {kind: "ready"};
    this.dialog = null;
    const opening = new FileOpening(this, source, view, settled);
    if (this.wanted?.file === opening.name) opening.view = {...this.wanted, ...view};
    this.#opening = opening;
    await opening.run();
  }

  /** What the reader chose for whatever is on screen. */
  get tastes(): ViewState {
    const {language, theme} = this.settings;
    return {...(language === null ? {} : {lang: language}), ...(theme === "auto" ? {} : {theme})};
  }

  closed(opening: Opening): void {
    if (this.#opening === opening && !opening.shown) this.#opening = this.#behind;
  }

  /** Puts the message of a failed load away when there is something else to show. */
  dismissFailure(): void {
    if (this.#loaded !== null) this.#status = {kind: "ready"};
  }

  /** Fetches the sources once; a failure leaves them null, to be asked for again. */
  async loadSources(): Promise<void> {
    const loaded = this.#loaded;
    if (loaded === null || this.#sources !== null) return;
    try {
      const sources = await loaded.sources();
      if (loaded === this.#loaded) this.#sources = sources;
    } catch {
      this.#sources = null;
    }
  }

  /** What is on screen, as it differs from the chapter it is at, or else from the story's own first view. Setting replaces all of it. */
  get view(): ViewState {
    const initial = this.#from(this.#step);
    const now: ViewState = {
      time: formatPeriod(this.selection.window),
      mode: this.selection.mode,
      speed: this.player.speed,
      event: this.selection.row === -1 ? "" : (this.#loaded?.dataset.id(this.selection.row) ?? ""),
      place: this.selection.place === -1 ? "" : this.placeKey(this.selection.place),
      panel: this.selection.panel,
      q: this.selection.q,
      show: this.selection.show as Record<string, string[]>,
      extent: this.axis.zoomed === null ? "" : formatPeriod(this.axis.zoomed),
      timeline: this.axis.mode,
      view: this.settings.mode,
      theme: this.settings.theme,
    };
    const view: ViewState = {};
    for (const [name, value] of Object.entries(now) as [keyof ViewState, never][]) {
      if (name === "panel" && initial.panel === undefined && value === this.selection.defaultPanel) continue;
      if (JSON.stringify(value) !== JSON.stringify(initial[name])) view[name] = value;
    }
    const map = this.camera.text;
    if (map !== null && JSON.stringify(map) !== JSON.stringify(initial.map)) view.map = map;
    const {language} = this.settings;
    if (language !== null && language !== initial.lang) view.lang = language;
    if (this.#step > 0) view.step = this.#step;
    return {...view, ...this.#where};
  }

  /** Looks at all that `view` is written of, in an effect: writing it with every frame of a window on the move costs what nobody reads. */
  watchView(): void {
    const {window, mode, row, place, panel, q, show, defaultPanel} = this.selection;
    void [window, mode, row, place, panel, q, show, defaultPanel, this.player.speed, this.axis.zoomed, this.axis.mode];
    void [this.#loaded, this.chapters, this.#step, this.camera.position];
    void [this.settings.mode, this.settings.pageMode, this.settings.theme, this.settings.language];
  }

  set view(view: ViewState) {
    const loaded = this.#loaded;
    if (loaded === null) return;
    const bad: string[] = [];
    const staged = isStaged(view.view ?? this.settings.pageMode);
    const asked = view.step ?? (staged ? 1 : 0);
    const step = asked > this.chapters.length ? 0 : asked;
    if (view.step !== undefined && step === 0) bad.push("step");
    const first = this.#from(step);
    const wanted = {...first, ...view};
    const {dataset} = loaded;
    const [from, to] = dataset.extent;

    this.frames.flush();
    this.player.pause();
    this.selection.mode = wanted.mode!;
    if (parsePeriod(wanted.time!) === null) bad.push("time");
    const time = parsePeriod(wanted.time!) ?? parsePeriod(first.time!);
    this.selection.setWindow(time?.start ?? from, time?.end ?? to);
    const extent = wanted.extent === "" ? null : parsePeriod(wanted.extent!);
    if (wanted.extent !== "" && extent === null) bad.push("extent");
    this.axis.zoomTo(extent === null ? null : [extent.start ?? from, extent.end ?? to]);
    this.axis.mode = wanted.timeline!;

    for (const column of Object.keys(wanted.show!)) if (!this.facets.includes(column)) bad.push(`show.${column}`);
    this.selection.setShow(this.known(wanted.show!));
    this.selection.search(wanted.q!);
    const row = wanted.event === "" ? -1 : dataset.find(wanted.event!);
    if (wanted.event !== "" && row === -1) bad.push("event");
    this.selection.select(row, view.event !== undefined && view.time === undefined);

    this.selection.choosePlace(wanted.place === "" ? -1 : this.findPlace(wanted.place!));
    if (wanted.place !== "" && this.selection.place === -1) bad.push("place");
    this.selection.openPanel(wanted.panel ?? null);

    this.player.speed = wanted.speed!;
    this.camera.set(wanted.map === undefined ? null : {zoom: wanted.map[0], lat: wanted.map[1], lng: wanted.map[2]});
    this.settings.theme = wanted.theme!;
    this.settings.language = wanted.lang ?? null;
    this.settings.mode = wanted.view!;
    this.#step = staged ? step : 0;
    // In the middle of somebody else's page nothing plays before it is seen.
    this.player.isAwaited = wanted.play === 1 && this.settings.mode === "embed";
    if (wanted.play === 1 && !this.player.isAwaited) this.player.play();
    if (bad.length > 0) this.notice = {code: "bad-parameters", names: bad};
  }

  placeKey(place: number): string {
    const {key} = this.#loaded!.dataset.columns.places;
    return textAt(key, place);
  }

  /** The place with this key, or -1. */
  findPlace(key: string): number {
    const count = this.#loaded?.dataset.placeCount ?? 0;
    for (let place = 0; place < count; place++) if (this.placeKey(place) === key) return place;
    return -1;
  }

  /** What of a filter there are facets for. */
  known(show: Record<string, string[]>): Record<string, string[]> {
    const entries = Object.entries(show)
      .filter(([column]) => this.facets.includes(column))
      .map(([column, values]) => [column, values.flatMap((value) => this.#valuesIn(column, value))]);
    return Object.fromEntries(entries);
  }

  /** A value as it stands in a facet; the values a comma parts when there is none such, since some tools write commas as `%2C`. */
  #valuesIn(column: string, value: string): string[] {
    const known = this.#loaded!.dataset.columns.categories[column]!.values;
    return known.includes(value) ? [value] : value.split(",");
  }

  undo(): void {
    const view = this.history.undo();
    if (view !== null) this.view = view;
  }
  redo(): void {
    const view = this.history.redo();
    if (view !== null) this.view = view;
  }

  /** The view of a chapter, or the story's first one for step 0, with every default filled in. */
  #from(step: number): ViewState {
    const dataset = this.#loaded?.dataset;
    const extent = dataset?.extent ?? [0, DAY];
    const own = this.chapters[step - 1]?.view ?? this.#loaded?.story.view ?? {};
    const period = own.time === undefined ? null : parsePeriod(own.time);
    return {
      mode: "accumulate",
      speed: defaultSpeed(extent[1] - extent[0]),
      event: "",
      place: "",
      q: "",
      show: {},
      extent: "",
      timeline: "columns",
      theme: "auto",
      ...own,
      view: this.settings.pageMode,
      time: formatPeriod([period?.start ?? extent[0], period?.end ?? extent[1]]),
    };
  }
}

/** Days a second that play the whole in about a minute, as a power of two from 0.5. */
const defaultSpeed = (span: number): number => Math.max(0.5, 2 ** Math.round(Math.log2(span / DAY / 60)));

export const [getSession, setSession] = createContext<Session>();
