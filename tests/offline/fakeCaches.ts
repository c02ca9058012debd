type Kept = Map<string, Response>;

/** A browser's caches, as far as they are used: by name, then by address. `room` is how many entries there is room for. */
export class FakeCaches implements Pick<CacheStorage, "open" | "has" | "keys" | "delete"> {
  readonly all = new Map<string, Kept>();
  constructor(public room = Infinity) {}

  async keys(): Promise<string[]> {
    return [...this.all.keys()];
  }
  async has(name: string): Promise<boolean> {
    return this.all.has(name);
  }
  async delete(name: string): Promise<boolean> {
    return this.all.delete(name);
  }
  async open(name: string): Promise<Cache> {
    const kept = this.all.get(name) ?? new Map<string, Response>();
    this.all.set(name, kept);
    const size = () => [...this.all.values()].reduce((sum, each) => sum + each.size, 0);
    const cache = {
      match: async (address: string) => kept.get(address)?.clone(),
      put: async (address: string, response: Response) => {
        if (size() >= this.room) throw new DOMException("full", "QuotaExceededError");
        kept.set(address, response);
      },
      keys: async () => [...kept.keys()].map((url) => ({url})),
      delete: async ({url}: {url: string}) => kept.delete(url),
    };
    return cache as unknown as Cache;
  }

  get storage(): CacheStorage {
    return this as unknown as CacheStorage;
  }
}
