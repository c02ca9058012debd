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

const protocol = new Protocol();

/** Handles `pmtiles://` addresses; MapLibre keeps one such handler for all its maps. */
export const tileProtocol = protocol.tile;

/** The address of an archive for a style's source. An archive is opened once, however many maps show it. */
export function archiveUrl(url: string): string {
  const {href} = new URL(url, document.baseURI);
  if (!protocol.get(href)) protocol.add(new PMTiles(new RangeSource(href)));
  return `pmtiles://${href}`;
}
