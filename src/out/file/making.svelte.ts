import {blobOf} from "../../data/save/blob.ts";
import type {Loaded} from "../../data/load.ts";
import {NoSources} from "../../data/save/saving.ts";
import {singleFileParts, type Wanted} from "./singleFile.ts";
import type {Store} from "./store.ts";

type State =
  | {kind: "none"}
  | {kind: "making"; rows: number; of: number}
  | {kind: "made"; blob: Blob}
  | {kind: "failed"; sources: boolean};

/** One file in the making, without holding up the page. A newer one ends an older one. */
export class Making {
  now = $state.raw<State>({kind: "none"});
  #stop = new AbortController();

  /** The file; null where it has failed or was called off. */
  async make(loaded: Loaded, wanted: Wanted, store: Store): Promise<Blob | null> {
    this.#stop.abort();
    const stop = (this.#stop = new AbortController());
    const {signal} = stop;
    const of = wanted.rows.length;
    this.now = {kind: "making", rows: 0, of};
    try {
      const parts = await singleFileParts(loaded, wanted, store, signal);
      const tell = (rows: number) => (this.now = {kind: "making", rows, of});
      const blob = await blobOf(parts, "text/html;charset=utf-8", tell, signal);
      this.now = {kind: "made", blob};
      return blob;
    } catch (error) {
      if (!signal.aborted) this.now = {kind: "failed", sources: error instanceof NoSources};
      return null;
    }
  }

  stop(): void {
    this.#stop.abort();
    this.now = {kind: "none"};
  }
}
