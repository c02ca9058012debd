import {EtagMismatch, PMTiles, Protocol, type RangeResponse, type Source} from "pmtiles";

/** Reads byte ranges over HTTP; where the host ignores them, reads the file whole once and slices it. */
export class RangeSource implements Source {
  #url: string;
  #whole: Promise<ArrayBuffer> | undefined;

  constructor(url: string) {
    this.#url = url;
  }

  getKey(): string {
    return this.#url;
  }

  async getBytes(offset: number, length: number, signal?: AbortSignal, etag?: string): Promise<RangeResponse> {
    if (this.#whole) return this.#slice(this.#whole, offset, length);
    const response = await fetch(this.#url, {
      signal: signal ?? null,
      headers: {range: `bytes=${offset}-${offset + length - 1}`},
    });
    if (response.status === 206) {
      const found = strong(response.headers.get("etag"));
      if (etag && found && etag !== found) throw new EtagMismatch(`file changed: ${this.#url}`);
      return {data: await response.arrayBuffer(), ...(found && {etag: found})};
    }
    return this.#slice(this.#readWhole(response), offset, length);
  }

  async #slice(whole: Promise<ArrayBuffer>, offset: number, length: number): Promise<RangeResponse> {
    return {data: (await whole).slice(offset, offset + length)};
  }

  #readWhole(response: Response): Promise<ArrayBuffer> {
    if (this.#whole) {
      void response.body?.cancel();
      return this.#whole;
    }
    // Some hosts refuse a range that reaches past the end of a small file.
    const whole = response.status === 416 ? fetchWhole(this.#url) : bytes(response, this.#url);
    this.#whole = whole;
    whole.catch(() => (this.#whole = undefined));
    return whole;
  }
}

function strong(etag: string | null): string | undefined {
  return etag && !etag.startsWith("W/") ? etag : undefined;
}

async function fetchWhole(url: string): Promise<ArrayBuffer> {
  return bytes(await fetch(url), url);
}

async function bytes(response: Response, url: string): Promise<ArrayBuffer> {
  if (!response.ok) throw new Error(`HTTP ${response.status}: ${url}`);
  return response.arrayBuffer();
}

type RequestParameters = Parameters<Protocol["tilev4"]>[0];

const protocol = new Protocol();

/** A tile that an excerpt of the basemap lacks: it is drawn from the next coarser one that there is. */
export class MissingTile extends Error {}

const excerpts = new WeakMap<PMTiles, Promise<boolean>>();

/** Whether an archive says of itself that it is a part of another. Asked of its metadata, once. */
function isExcerpt(archive: PMTiles): Promise<boolean> {
  const found =
    excerpts.get(archive) ?? archive.getMetadata().then((about) => (about as {excerpt?: boolean}).excerpt === true);
  excerpts.set(archive, found);
  return found;
}

/**
 * Handles `pmtiles://` addresses; MapLibre keeps one such handler for all its maps. Rejects with MissingTile for a tile that an excerpt lacks;
 * one that a whole archive lacks is empty.
 */
export async function tileProtocol(
  request: RequestParameters,
  stop: AbortController,
): Promise<{data: object | Uint8Array}> {
  const {data} = await protocol.tilev4(request, stop);
  // Has MapLibre look for a coarser tile where one is missing.
  if (request.type === "json") return {data: {...(data as object), sparse: true}};
  const archive = protocol.get(request.url.replace(/^pmtiles:\/\//, "").replace(/\/\d+\/\d+\/\d+$/, ""));
  const isMissing = (data as Uint8Array).length === 0 && archive !== undefined && (await isExcerpt(archive));
  if (isMissing) throw new MissingTile(request.url);
  return {data: data as Uint8Array};
}

/** The archive at an address. It is opened once, however many maps show it. */
export function archiveAt(url: string): PMTiles {
  const {href} = new URL(url, document.baseURI);
  let archive = protocol.get(href);
  if (archive === undefined) {
    archive = new PMTiles(new RangeSource(href));
    protocol.add(archive);
  }
  return archive;
}

/** The address of an archive for a style's source. */
export const archiveUrl = (url: string): string => `pmtiles://${archiveAt(url).source.getKey()}`;
