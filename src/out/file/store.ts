import type {Source} from "pmtiles";
import {RangeSource} from "../../map/tiles.ts";

/** Where the parts that every single file has come from: files of the build, by their paths in it. */
export interface Store {
  text(path: string): Promise<string>;
  bytes(path: string): Promise<Uint8Array>;
  archive(path: string): Source;
}

/** The build that the page itself is of. `home` is its folder, with a slash at its end. */
export function storeAt(home: string): Store {
  const get = async (path: string): Promise<Response> => {
    const response = await fetch(new URL(path, home));
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${path}`);
    return response;
  };
  return {
    text: async (path) => (await get(path)).text(),
    bytes: async (path) => new Uint8Array(await (await get(path)).arrayBuffer()),
    archive: (path) => new RangeSource(new URL(path, home).href),
  };
}
