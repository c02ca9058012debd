import {LoadError} from "./loadError.ts";
import {dataUrl} from "./links.ts";

/** Bytes that one address may give, ms that it may be silent, and ms after which it must have given a kB a second. */
const MOST = 600_000_000;
const SILENCE = 30_000;
const SLOW = 60_000;

/** Reads an address whole. Throws a LoadError that says what failed, or an AbortError when `signal` ends it. `tell` gets bytes so far and in all (0: not known). */
export async function fetchBytes(
  url: URL,
  signal?: AbortSignal,
  tell?: (bytes: number, total: number) => void,
): Promise<ArrayBuffer> {
  const stop = new AbortController();
  const abort = () => stop.abort();
  if (signal?.aborted) abort();
  signal?.addEventListener("abort", abort);
  let timer = setTimeout(abort, SILENCE);
  const began = performance.now();
  try {
    const response = await fetch(url, {signal: stop.signal});
    if (dataUrl(response.url, url.href) === null) throw new LoadError("bad-url", response.url);
    if (!response.ok) throw new LoadError("not-found", url.href);
    const total = response.headers.has("content-encoding") ? 0 : Number(response.headers.get("content-length") ?? 0);
    const chunks: Uint8Array[] = [];
    let bytes = 0;
    const reader = response.body!.getReader();
    for (let part = await reader.read(); !part.done; part = await reader.read()) {
      clearTimeout(timer);
      timer = setTimeout(abort, SILENCE);
      chunks.push(part.value);
      bytes += part.value.length;
      const took = performance.now() - began;
      if (bytes > MOST) throw new LoadError("too-large", url.href);
      if (took > SLOW && bytes < took) throw new LoadError("unreachable", url.href);
      tell?.(bytes, total);
    }
    const whole = new Uint8Array(bytes);
    let at = 0;
    for (const chunk of chunks) {
      whole.set(chunk, at);
      at += chunk.length;
    }
    return whole.buffer;
  } catch (cause) {
    if (signal?.aborted || cause instanceof LoadError) throw signal?.aborted ? signal.reason : cause;
    throw new LoadError("unreachable", url.href, cause);
  } finally {
    clearTimeout(timer);
    signal?.removeEventListener("abort", abort);
    stop.abort();
  }
}
