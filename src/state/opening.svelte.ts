import {countedAhead} from "../data/import/ahead.ts";
import {ImportClient} from "../data/import/client.ts";
import {failureOf} from "../data/import/failure.ts";
import type {Failure, Imported, Progress} from "../data/import/imported.ts";
import type {ImportInput} from "../data/import/importer.ts";
import {importedOf, inputOf, type Files} from "../data/import/load.ts";
import type {Loaded} from "../data/load.ts";
import type {Choices} from "../data/understand/understanding.ts";
import {signature} from "../data/understand/names.ts";
import type {ViewState} from "../data/viewState.ts";
import {gather} from "./gather.ts";
import {forgetLast, recipeFor, rememberFile, rememberRecipe} from "./remembered.ts";

/** What the reader brings: files, a text that was pasted, or an address. */
export type Brought =
  | {kind: "files"; files: readonly File[]}
  | {kind: "text"; text: string; name?: string}
  | {kind: "address"; address: string};

/** One file on its way to the screen. What is on screen stays until `commit`. */
export interface Opening {
  readonly source: Brought;
  readonly name: string;
  readonly stage: "reading" | "review" | "failed";
  readonly progress: Progress | null;
  /** Seconds left by the pace so far; null when that cannot be said. */
  readonly secondsLeft: number | null;
  /** The last reading that went through; while `busy` a newer one is under way. */
  readonly imported: Imported | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly choices: Choices;
  /** Set when the dataset on screen is this one: `commit` then applies what was changed. */
  readonly shown: boolean;
  /** A saved recipe for the same header, when there is one and it is not in use. */
  readonly recipe: Choices | null;
  /** Reads again with other choices; they replace fields of the same name. */
  change(choices: Partial<Choices>): Promise<void>;
  useRecipe(): Promise<void>;
  saveRecipe(): void;
  commit(): void;
  /** Stops at once; what was on screen stays. */
  cancel(): void;
}

/** What was decided before: choices, and whether the reader has agreed to the file as it is read with them. */
export interface Settled {
  choices?: Choices;
  agreed?: boolean;
}

/** What an opening needs of the session. */
export interface Host {
  readonly loaded: Loaded | null;
  /** False in somebody else's page, where nothing is kept on the reader's computer. */
  readonly keeps: boolean;
  /** Puts what was opened on screen. `view` is what it is first seen in, and says where the data is. */
  show(loaded: Loaded, view: ViewState): void;
  /** The view on screen, to be kept when only the reading changes. */
  readonly view: ViewState;
  /** Called when the opening has ended without anything to show. */
  closed(opening: Opening): void;
}

/** Reads what the reader brought, in a worker, and asks where the file itself does not settle something. */
export class FileOpening implements Opening {
  readonly source: Brought;
  #host: Host;
  /** What it is first seen in. */
  view: ViewState;
  #agreed: boolean;
  #client = new ImportClient();
  #stop = new AbortController();
  #files: Files | null = null;
  #began = 0;
  /** What is on screen, to go back to. */
  #committed = $state.raw<{imported: Imported; choices: Choices} | null>(null);
  name = $state("");
  stage = $state<"reading" | "review" | "failed">("reading");
  progress = $state.raw<Progress | null>(null);
  secondsLeft = $state<number | null>(null);
  imported = $state.raw<Imported | null>(null);
  busy = $state(true);
  failure = $state.raw<Failure | null>(null);
  choices = $state.raw<Choices>({});
  recipe = $state.raw<Choices | null>(null);

  constructor(host: Host, source: Brought, view: ViewState, {choices = {}, agreed = false}: Settled) {
    this.#host = host;
    this.source = source;
    this.view = view;
    this.choices = choices;
    this.#agreed = agreed;
    this.name =
      source.kind === "files"
        ? source.files.map(({name}) => name).join(" + ")
        : source.kind === "address"
          ? source.address
          : (source.name ?? "");
  }

  get shown(): boolean {
    return this.#committed !== null && this.#host.loaded === this.#committed.imported;
  }

  /** Reads it, and shows it at once where nothing needs to be asked. */
  async run(): Promise<void> {
    const {signal} = this.#stop;
    this.#began = performance.now();
    try {
      const gathered = await gather(this.source, signal, (bytes, total) =>
        this.#tell({stage: "fetching", bytes, total, rows: 0}),
      );
      signal.throwIfAborted();
      if (gathered.kind === "story") {
        this.busy = false;
        this.stage = "review";
        this.name = gathered.name;
        this.#host.show(gathered.loaded, {...this.view, ...this.#where(gathered.loaded.url)});
        if (gathered.loaded.url === "" && this.#host.keeps)
          void rememberFile({name: gathered.name, files: gathered.files, choices: {}});
        this.#host.closed(this);
        return;
      }
      this.#files = gathered.files;
      this.name = gathered.files.files.map(({name}) => name).join(" + ");
      await this.#read();
      const recipe = this.imported === null ? null : await recipeFor(this.#signature());
      if (recipe !== null && JSON.stringify(recipe) !== JSON.stringify(this.choices)) {
        this.recipe = recipe;
        if (Object.keys(this.choices).length === 0) await this.useRecipe();
      }
      signal.throwIfAborted();
      if (this.imported?.sure || this.#agreed) this.commit();
      this.stage = "review";
    } catch (error) {
      this.#fail(error);
    }
  }

  async change(choices: Partial<Choices>): Promise<void> {
    this.choices = {...this.choices, ...choices};
    await this.#readAgain();
  }

  async useRecipe(): Promise<void> {
    if (this.recipe === null) return;
    this.choices = this.recipe;
    this.recipe = null;
    await this.#readAgain("recipe");
  }

  saveRecipe(): void {
    void rememberRecipe(this.#signature(), this.choices);
  }

  commit(): void {
    const {imported} = this;
    if (imported === null || imported.dataset.length === 0) return;
    const view = this.shown ? this.#host.view : this.view;
    this.#committed = {imported, choices: this.choices};
    this.#host.show(imported, {...view, ...this.#where(imported.url)});
    if (!this.#host.keeps) return;
    if (imported.file.url === undefined)
      void rememberFile({name: this.name, files: this.#files!.files, choices: this.choices});
    else void forgetLast();
  }

  cancel(): void {
    this.#stop.abort();
    this.#client.stop();
    this.busy = false;
    if (this.#committed !== null && this.shown) {
      this.#stop = new AbortController();
      ({imported: this.imported, choices: this.choices} = this.#committed);
      this.progress = null;
      this.failure = null;
      this.stage = "review";
    }
    this.#host.closed(this);
  }

  /** An address is part of a link; a file on this computer can only be named. */
  #where = (url: string): ViewState => (url === "" ? {file: this.name} : {data: url});

  #signature(): string {
    return signature(this.imported?.understanding.columns.map(({name}) => name) ?? []);
  }

  async #readAgain(by: ImportInput["by"] = "user"): Promise<void> {
    try {
      await this.#read(by);
      if (this.stage === "failed") this.stage = "review";
    } catch (error) {
      this.#fail(error);
    }
  }

  async #read(by: ImportInput["by"] = "user"): Promise<void> {
    this.busy = true;
    this.failure = null;
    const began = (this.#began = performance.now());
    const files: Files = {...this.#files!, settled: this.choices, by};
    try {
      const output = await this.#client.read(inputOf(files), (progress) => this.#tell(progress));
      const imported = await countedAhead(importedOf(files, output, performance.now() - began));
      this.#stop.signal.throwIfAborted();
      if (this.#began !== began) return;
      this.imported = imported;
      this.busy = false;
      this.progress = null;
    } catch (error) {
      // A newer choice has begun another reading.
      if (error instanceof DOMException && error.name === "AbortError" && !this.#stop.signal.aborted) return;
      throw error;
    }
  }

  #tell(progress: Progress): void {
    this.progress = progress;
    const took = (performance.now() - this.#began) / 1000;
    const share = progress.total > 0 ? progress.bytes / progress.total : 0;
    this.secondsLeft = share > 0.02 && took > 0.5 ? (took / share) * (1 - share) : null;
  }

  #fail(error: unknown): void {
    this.busy = false;
    this.progress = null;
    if (this.#stop.signal.aborted) return;
    this.failure = failureOf(error);
    this.stage = this.imported === null ? "failed" : "review";
  }
}
