import {fileName} from "../../data/save/fileName.ts";
import {pick} from "../../data/localText.ts";
import type {Session} from "../../state/session.svelte.ts";
import {download} from "../../ui/download.ts";
import {bundleOf, type Named} from "./bundle.ts";
import type {Choices} from "./choices.svelte.ts";
import {copyPicture} from "./clipboard.ts";
import type {Latest} from "./latest.ts";
import {chapterFile} from "./orders.ts";
import {bytesOf, pictureOf} from "./picture.ts";
import {PictureError, type Fault} from "./pictureError.ts";

export type Progress =
  | {kind: "choosing"}
  | {kind: "making"; stop: AbortController; done: number; of: number}
  | {kind: "saved"; name: string; bytes: number}
  | {kind: "copied"}
  | {kind: "cancelled"}
  | {kind: "failed"; fault: Fault};

/** Makes the files that the choices ask for, one order at a time, and tells how far it is. */
export class Making {
  #session: Session;
  #choices: Choices;
  #latest: Latest;
  now = $state.raw<Progress>({kind: "choosing"});
  readonly isBusy: boolean = $derived(this.now.kind === "making");

  constructor(session: Session, choices: Choices, latest: Latest) {
    this.#session = session;
    this.#choices = choices;
    this.#latest = latest;
  }

  /** What was told of the last file says nothing of other choices. */
  forget(): void {
    if (!this.isBusy) this.now = {kind: "choosing"};
  }

  stop(): void {
    if (this.now.kind === "making") this.now.stop.abort();
  }

  save(): Promise<void> {
    return this.#make(async (stop) => {
      const {name, blob} = await (this.#choices.isEach ? this.#each(stop) : this.#one(stop.signal));
      stop.signal.throwIfAborted();
      download(blob, name);
      return {kind: "saved", name, bytes: blob.size};
    });
  }

  copy(): Promise<void> {
    return this.#make(async (stop) => {
      await copyPicture(this.#one(stop.signal).then(({blob}) => blob));
      return {kind: "copied"};
    });
  }

  async #make(hand: (stop: AbortController) => Promise<Progress>): Promise<void> {
    if (this.isBusy || this.#choices.order === null) return;
    const stop = new AbortController();
    this.now = {kind: "making", stop, done: 0, of: this.#choices.isEach ? this.#choices.chapters.length : 1};
    const ended = new Promise<never>((_, reject) =>
      stop.signal.addEventListener("abort", () => reject(stop.signal.reason)),
    );
    try {
      // A picture that is being drawn cannot be called off; nobody waits for it then.
      this.now = await Promise.race([hand(stop), ended]);
    } catch (error) {
      if (stop.signal.aborted) this.now = {kind: "cancelled"};
      else this.now = {kind: "failed", fault: error instanceof PictureError ? error.fault : "encoding"};
    }
  }

  async #one(signal: AbortSignal): Promise<Named> {
    const {order, index, format, scale} = this.#choices;
    const picture = await this.#latest.get(order!);
    signal.throwIfAborted();
    return {name: this.#nameOf(index), blob: await bytesOf(picture, format, scale, signal)};
  }

  async #each(stop: AbortController): Promise<Named> {
    const {chapters, format, scale} = this.#choices;
    const orders = chapters.map((_, i) => ({order: this.#choices.orderOf(i)!, name: this.#nameOf(i)}));
    const tell = (done: number) => (this.now = {kind: "making", stop, done, of: orders.length});
    async function* files(): AsyncGenerator<Named> {
      for (const [done, {order, name}] of orders.entries()) {
        stop.signal.throwIfAborted();
        tell(done);
        yield {name, blob: await bytesOf(await pictureOf(order), format, scale, stop.signal)};
      }
    }
    return {name: fileName(this.#title, "zip"), blob: await bundleOf(files())};
  }

  get #title(): string {
    return pick(this.#session.loaded?.story.title, this.#choices.lang) || "Dateline";
  }

  #nameOf(index: number): string {
    const {chapters, lang, format} = this.#choices;
    return index < 0 ? fileName(this.#title, format) : chapterFile(chapters, index, lang, format);
  }
}
