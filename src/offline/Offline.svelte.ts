import {askWorker, type Said, type Status} from "./messages.ts";
import {BUILD_META} from "./manifest.ts";
import {isInstalled, takesOver} from "./turn.ts";

/** Fetching four megabytes may take that long, in ms. */
const MAP_WAIT = 600_000;
const HOUR = 3_600_000;

/** What of this page is kept for use without network. There is one, since there is one worker for a page. */
export class Offline {
  /** Null while nothing is kept. */
  status = $state.raw<Status | null>(null);
  /** Something is being fetched to be kept. */
  busy = $state(false);
  /** It was tried and failed: no room, no network, or a browser that keeps nothing. */
  failed = $state(false);
  /** A newer build than that of this page is kept. */
  newer = $state(false);
  #registration: Promise<ServiceWorkerRegistration | null> | null = null;
  #asked = 0;

  /** The build that this page is of; null for one that is not kept, as while it is developed. */
  get #build(): string | null {
    return document.querySelector<HTMLMetaElement>(`meta[name="${BUILD_META}"]`)?.content ?? null;
  }
  get isBuilt(): boolean {
    return this.#build !== null;
  }

  /** Keeps the page, and the map where `map` says so. Never rejects: `failed` says how it went. */
  async keep(map: boolean): Promise<void> {
    const build = this.#build;
    if (build === null) return;
    this.busy = true;
    this.failed = false;
    try {
      const registration = await (this.#registration ??= this.#register());
      const worker = registration && (await ready(registration, build));
      if (worker === null) throw new Error("no worker");
      const said: Said = map ? {say: "keep-map"} : {say: "status"};
      this.#tell(await askWorker(worker, said, map ? MAP_WAIT : undefined));
      this.failed = this.status === null || (map && !this.status.map);
    } catch {
      this.#registration = null;
      this.failed = true;
    } finally {
      this.busy = false;
    }
  }

  /** Finds out what is kept; of two builds the newer, as soon as it is kept whole. */
  async look(): Promise<void> {
    try {
      const registration = await navigator.serviceWorker?.getRegistration(document.baseURI);
      const worker = registration?.waiting ?? registration?.active;
      if (worker) this.#tell(await askWorker(worker, {say: "status"}));
    } catch {
      // A browser that keeps nothing has nothing to tell.
    }
  }

  /** Asks the server for a newer build, once an hour at most. */
  async refresh(): Promise<void> {
    if (this.#registration === null || Date.now() - this.#asked < HOUR) return;
    this.#asked = Date.now();
    await (await this.#registration)?.update().catch(() => {});
  }

  async #register(): Promise<ServiceWorkerRegistration | null> {
    this.#asked = Date.now();
    navigator.serviceWorker.addEventListener("controllerchange", () => void this.look());
    // Where it is not allowed some browsers give nothing in place of a refusal.
    const registration = (await navigator.serviceWorker.register(new URL("sw.js", document.baseURI))) ?? null;
    if (registration === null) return null;
    const follow = async () => {
      const worker = registration.installing ?? registration.waiting;
      if (worker === null || registration.active === null || !(await isInstalled(worker))) return;
      void this.look();
      await takesOver(worker);
    };
    registration.addEventListener("updatefound", () => void follow());
    void follow();
    return registration;
  }

  #tell(status: Status | null): void {
    this.status = status;
    this.newer = status !== null && status.build !== this.#build;
    document.documentElement.dataset["offline"] = status === null ? "none" : status.map ? "all" : "files";
  }
}

export const offline = new Offline();

/** The worker once it has kept what it keeps; null where it could not. It is told at once which build this page is of. */
async function ready(registration: ServiceWorkerRegistration, build: string): Promise<ServiceWorker | null> {
  const worker = registration.installing ?? registration.waiting ?? registration.active;
  if (worker === null) return null;
  worker.postMessage({say: "page", build} satisfies Said);
  // The first is asked when pages are its own; another may have to wait for that, and keeps all the same.
  const isFirst = registration.active === null;
  return (await isInstalled(worker, isFirst)) ? worker : registration.active;
}
