import {isHashed, isPage, buildIn, type Manifest} from "./manifest.ts";

/** Files that are fetched at a time. */
const AT_ONCE = 6;

/** Where a build's list of files stands among them; no file of a build is called so. */
const LIST = ".files.json";

/** Fetches a file of the build; rejects where it is not what `integrity` says. */
export type Fetch = (path: string, init: RequestInit) => Promise<Response>;

/** Builds that are kept in the browser, each in a cache of its own, and maps, which several builds may share. */
export class Store {
  #caches: CacheStorage;
  #scope: string;
  #maps = new Map<string, Promise<{blob: Blob; headers: Record<string, string>} | null>>();

  /** `scope` is the folder of the build, with a slash at its end. Another folder of the same origin has caches of its own. */
  constructor(caches: CacheStorage, scope: string) {
    this.#caches = caches;
    this.#scope = scope;
  }

  #prefix(kind: "build" | "map"): string {
    return `dateline ${encodeURIComponent(new URL(this.#scope).pathname)} ${kind} `;
  }
  #address(path: string): string {
    return new URL(path, this.#scope).href;
  }
  async #names(kind: "build" | "map"): Promise<string[]> {
    const prefix = this.#prefix(kind);
    return (await this.#caches.keys())
      .filter((name) => name.startsWith(prefix))
      .map((name) => name.slice(prefix.length));
  }
  async #match(cache: string, path: string): Promise<Response | undefined> {
    if (!(await this.#caches.has(cache))) return undefined;
    return (await this.#caches.open(cache)).match(this.#address(path), {ignoreVary: true});
  }

  /** What is listed of a build, once all of it is kept; null before. */
  async list(build: string): Promise<Manifest | null> {
    const found = await this.#match(this.#prefix("build") + build, LIST);
    return found === undefined ? null : ((await found.json()) as Manifest);
  }

  /** Keeps every file of a build. What another build has already, and what an earlier try has brought, is not fetched again. */
  async keep(manifest: Manifest, fetch: Fetch): Promise<void> {
    const {build, files} = manifest;
    const before = await Promise.all((await this.#names("build")).map((name) => this.list(name)));
    const kept = before.filter((list) => list !== null);
    const name = this.#prefix("build") + build;
    const cache = await this.#caches.open(name);
    const waiting = Object.entries(files);
    const take = async (path: string, integrity: string) => {
      if ((await cache.match(this.#address(path), {ignoreVary: true})) !== undefined) return;
      const same = isPage(path) ? undefined : kept.find((list) => list.files[path] === integrity);
      const copy = same && (await this.#match(this.#prefix("build") + same.build, path));
      await cache.put(this.#address(path), copy ?? (await fetched(path, integrity, build, fetch)));
    };
    const work = async () => {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) await take(...next);
    };
    try {
      await Promise.all(Array.from({length: AT_ONCE}, work));
      await cache.put(this.#address(LIST), Response.json(manifest));
    } catch (error) {
      waiting.length = 0;
      // Without room for all of it, what there is of it is in the way of others.
      if ((error as Error).name === "QuotaExceededError") await this.#caches.delete(name);
      throw error;
    }
  }

  /** A file of a build that is kept, or nothing. */
  file(build: string, path: string): Promise<Response | undefined> {
    return this.#match(this.#prefix("build") + build, path);
  }

  /** A hashed file of any build. */
  async hashed(path: string): Promise<Response | undefined> {
    for (const build of (await this.#names("build")).reverse()) {
      const found = await this.file(build, path);
      if (found !== undefined) return found;
    }
    return undefined;
  }

  /** Whether the map of a build is kept. */
  async hasMap({map}: Manifest): Promise<boolean> {
    return map !== null && (await this.#match(this.#prefix("map") + map.integrity, map.path)) !== undefined;
  }

  /** Whether any map is kept, of this build or another: the reader wanted one. */
  async hasSomeMap(): Promise<boolean> {
    return (await this.#names("map")).length > 0;
  }

  /** Keeps the map of a build whole. */
  async keepMap(manifest: Manifest, fetch: Fetch): Promise<void> {
    const {map, build} = manifest;
    if (map === null || (await this.hasMap(manifest))) return;
    const response = await fetched(map.path, map.integrity, build, fetch);
    const name = this.#prefix("map") + map.integrity;
    try {
      await (await this.#caches.open(name)).put(this.#address(map.path), response);
    } catch (error) {
      await this.#caches.delete(name);
      throw error;
    }
    this.#maps.delete(map.integrity);
  }

  /** The map of a build, to be sliced; null where it is not kept. */
  async map({map}: Manifest): Promise<{blob: Blob; headers: Record<string, string>} | null> {
    if (map === null) return null;
    let found = this.#maps.get(map.integrity);
    if (found === undefined) {
      found = this.#match(this.#prefix("map") + map.integrity, map.path).then(async (response) => {
        if (response === undefined) return null;
        const headers = ["Content-Type", "ETag"].flatMap((name) => {
          const value = response.headers.get(name);
          return value === null ? [] : [[name, value] as const];
        });
        return {blob: await response.blob(), headers: Object.fromEntries(headers)};
      });
      this.#maps.set(map.integrity, found);
      const forget = () => this.#maps.delete(map.integrity);
      void found.then((map) => map === null && forget(), forget);
    }
    return found;
  }

  /** Throws away all builds but `builds`, and the maps that none of those has. */
  async sweep(builds: ReadonlySet<string>): Promise<void> {
    const lists = await Promise.all([...builds].map((build) => this.list(build)));
    const maps = new Set(lists.flatMap((list) => (list?.map ? [list.map.integrity] : [])));
    for (const build of await this.#names("build"))
      if (!builds.has(build)) await this.#caches.delete(this.#prefix("build") + build);
    if (maps.size === 0) return;
    for (const map of await this.#names("map"))
      if (!maps.has(map)) await this.#caches.delete(this.#prefix("map") + map);
  }
}

/** A file of a build from its server, refused where it is of another. */
async function fetched(path: string, integrity: string, build: string, fetch: Fetch): Promise<Response> {
  const response = await fetch(path, {
    cache: isHashed(path) ? "default" : "no-cache",
    ...(integrity !== "" && {integrity}),
  });
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${path}`);
  if (isPage(path) && buildIn(await response.clone().text()) !== build) throw new Error(`of another build: ${path}`);
  // As it is read: unpacked, for whoever asks, and from where it was asked for, since no browser takes a redirected answer for a page.
  const headers = new Headers(response.headers);
  for (const name of ["Content-Encoding", "Content-Length", "Vary"]) headers.delete(name);
  return new Response(response.body, {headers});
}
