/**
 * Which build each page was opened with, by the browser's name for the page. A worker is ended and started as the browser likes, so it is
 * written down; of a page that is still being opened it is known in memory alone.
 */
export class ClientBuilds {
  #caches: CacheStorage;
  #scope: string;
  #opening = new Map<string, Promise<string | null>>();
  #known = new Map<string, string | null>();

  constructor(caches: CacheStorage, scope: string) {
    this.#caches = caches;
    this.#scope = scope;
  }

  get #name(): string {
    return `dateline ${encodeURIComponent(new URL(this.#scope).pathname)} pages`;
  }
  #address(id: string): string {
    return new URL(`.page-${encodeURIComponent(id)}`, this.#scope).href;
  }

  /** A page is being opened; `build` is known when it has come, null for one that is not ours. Settles when that is written down. */
  async opens(id: string, build: Promise<string | null>): Promise<void> {
    const settled = build.catch(() => null);
    this.#opening.set(id, settled);
    await this.set(id, await settled);
  }

  async set(id: string, build: string | null): Promise<void> {
    if (id === "") return;
    this.#known.set(id, build);
    if (build === null) return;
    // Without room it is known while the worker runs.
    await this.#caches
      .open(this.#name)
      .then((cache) => cache.put(this.#address(id), new Response(build)))
      .catch(() => {});
  }

  /** The build that a page was opened with; null for a page that is not ours, or that nothing is known of. */
  async of(id: string): Promise<string | null> {
    const opening = this.#opening.get(id);
    if (opening !== undefined) return opening;
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const cache = await this.#caches.open(this.#name);
    const found = await cache.match(this.#address(id));
    const build = found === undefined ? null : await found.text();
    if (build !== null) this.#known.set(id, build);
    return build;
  }

  /** Forgets the pages that are gone and says which builds the others have. `alive` are those that the browser knows. */
  async sweep(alive: ReadonlySet<string>): Promise<Set<string>> {
    // The browser does not name a page before it has come.
    for (const id of this.#opening.keys()) if (alive.has(id)) this.#opening.delete(id);
    for (const id of this.#known.keys()) if (!alive.has(id) && !this.#opening.has(id)) this.#known.delete(id);
    const builds = new Set<string>();
    const cache = await this.#caches.open(this.#name);
    for (const request of await cache.keys()) {
      const id = decodeURIComponent(new URL(request.url).pathname.split("/.page-").at(-1)!);
      if (!alive.has(id) && !this.#opening.has(id)) await cache.delete(request);
    }
    for (const id of [...alive, ...this.#opening.keys()]) {
      const build = await this.of(id);
      if (build !== null) builds.add(build);
    }
    return builds;
  }
}
