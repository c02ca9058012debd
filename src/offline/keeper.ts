import {ClientBuilds} from "./clients.ts";
import {buildIn, type Manifest} from "./manifest.ts";
import type {Status} from "./messages.ts";
import {partOf} from "./ranges.ts";
import type {Route} from "./routes.ts";
import {Store, type Fetch} from "./store.ts";

/** How long a page from the network is waited for when there is one that was kept, in ms. */
const PATIENCE = 3000;

/** What the worker is given by the browser. */
export interface Surroundings {
  caches: CacheStorage;
  /** The folder of the build, with a slash at its end. */
  scope: string;
  fetch: (request: Request | string, init?: RequestInit) => Promise<Response>;
  /** Names of all pages and workers that are open in the scope. */
  alive: () => Promise<ReadonlySet<string>>;
  /** Another worker is being installed, or waits for its turn. */
  updating: () => boolean;
  /** The server has another build than this one. */
  outdated: () => void;
  patience?: number;
}

/** A request as the worker hears of it. */
export interface Heard {
  request: Request;
  /** Who asks, and who will be there if it is a page or a worker; "" for nobody. */
  clientId: string;
  resultingClientId: string;
  /** Work that goes on after the answer. */
  waitUntil(work: Promise<unknown>): void;
}

/** Keeps this build, and answers pages from the builds that are kept: each from the one that it was opened with. */
export class Keeper {
  readonly store: Store;
  readonly clients: ClientBuilds;
  #own: Manifest;
  #around: Surroundings;
  #fetch: Fetch;

  constructor(own: Manifest, around: Surroundings) {
    this.#own = own;
    this.#around = around;
    this.store = new Store(around.caches, around.scope);
    this.clients = new ClientBuilds(around.caches, around.scope);
    this.#fetch = (path, init) => around.fetch(new URL(path, around.scope).href, {credentials: "same-origin", ...init});
  }

  /** Keeps the whole of this build, and its map where one was kept before. Rejects where that fails. */
  async install(): Promise<void> {
    await this.store.keep(this.#own, this.#fetch);
    if (await this.store.hasSomeMap()) await this.keepMap().catch(() => {});
  }

  /** Rejects where the map cannot be fetched or kept. */
  keepMap(): Promise<void> {
    return this.store.keepMap(this.#own, this.#fetch);
  }

  async status(): Promise<Status | null> {
    const {build, bytes} = this.#own;
    if ((await this.store.list(build)) === null) return null;
    return {build, bytes, map: await this.store.hasMap(this.#own)};
  }

  /** Throws away what neither this build nor a page that is still open needs; not while a newer worker brings what nobody has open yet. */
  async sweep(): Promise<void> {
    if (this.#around.updating()) return;
    const builds = await this.clients.sweep(await this.#around.alive());
    await this.store.sweep(builds.add(this.#own.build));
  }

  /** Answers a request that `routeOf` has found to be for us. */
  async answer(route: NonNullable<Route>, heard: Heard): Promise<Response> {
    if (route.kind === "page") return this.#page(route.path, heard);
    try {
      const found = await this.#kept(route, heard);
      if (found !== null) return found;
    } catch {
      // Storage that fails is as good as none.
    }
    return this.#around.fetch(heard.request);
  }

  /** What is kept for whoever asks; null for nothing. Only what was opened as a page of ours, and its workers, are answered so. */
  async #kept({kind, path}: NonNullable<Route>, heard: Heard): Promise<Response | null> {
    const {request, clientId, resultingClientId} = heard;
    const build = await this.clients.of(clientId);
    if (build === null) return null;
    if (request.destination === "worker") heard.waitUntil(this.clients.set(resultingClientId, build));
    if (kind === "hashed") return (await this.store.file(build, path)) ?? (await this.store.hashed(path)) ?? null;
    if (kind === "file") return (await this.store.file(build, path)) ?? null;
    const list = await this.store.list(build);
    const map = list && (await this.store.map(list));
    return map && partOf(map.blob, request.headers.get("Range"), map.headers);
  }

  async #buildOf(page: Response): Promise<string | null> {
    const build = buildIn(await page.text());
    if (build !== null && build !== this.#own.build) this.#around.outdated();
    return build;
  }

  /** The page from the network, or the one that was kept where that does not come, comes late or says that it is broken. */
  async #page(path: string, {request, resultingClientId, waitUntil}: Heard): Promise<Response> {
    const {build} = this.#own;
    let tell!: (build: string | null | Promise<string | null>) => void;
    const known = new Promise<string | null>((resolve) => (tell = resolve));
    waitUntil(this.clients.opens(resultingClientId, known).then(() => this.sweep().catch(() => {})));
    const online = this.#around.fetch(request).then(
      (response) => response,
      (reason: unknown) => ({reason}),
    );
    const kept = await this.store.file(build, path).catch(() => undefined);
    const late = new Promise<null>((resolve) => {
      if (kept !== undefined) setTimeout(resolve, this.#around.patience ?? PATIENCE, null);
    });
    const first = await Promise.race([online, late]);
    const came = first instanceof Response && (first.status < 500 || kept === undefined) ? first : null;
    if (came !== null) {
      tell(came.ok ? this.#buildOf(came.clone()) : null);
      return came;
    }
    tell(kept === undefined ? null : build);
    if (kept !== undefined) return kept;
    throw (first as {reason: unknown}).reason;
  }
}
