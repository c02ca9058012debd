import {ownFile} from "./ownFiles.ts";
import {HOME} from "./script.ts";

/**
 * Stands in for `fetch`: what the app asks of its own folder is in the file, and nothing else can be had, so that no request is ever tried.
 * Answers byte ranges.
 */
export async function ownFetch(input: RequestInfo | URL, init: RequestInit = {}): Promise<Response> {
  const url = input instanceof Request ? input.url : String(input);
  const file = url.startsWith(HOME) ? await ownFile(url.slice(HOME.length).split(/[?#]/)[0]!) : null;
  if (file === null) throw new TypeError(`not in this file: ${url}`);
  const [, from, to] = /^bytes=(\d+)-(\d+)$/.exec(new Headers(init.headers).get("range") ?? "") ?? [];
  if (from === undefined) return new Response(file);
  const part = file.slice(Number(from), Number(to) + 1);
  const range = `bytes ${from}-${Number(from) + part.length - 1}/${file.length}`;
  return new Response(part, {status: 206, headers: {"content-range": range}});
}
