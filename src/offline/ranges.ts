/** A stretch of bytes, both ends included. */
export interface Range {
  first: number;
  last: number;
}

/**
 * What a `Range` header asks of `size` bytes: `bytes=0-99`, `bytes=100-`, `bytes=-100`. "whole" where it says nothing that is to be
 * followed (none, another unit, several stretches, an end before its beginning), "none" where no byte lies in it.
 */
export function rangeOf(header: string | null, size: number): Range | "whole" | "none" {
  const [, from, to] = /^bytes=\s*(\d*)\s*-\s*(\d*)\s*$/i.exec(header ?? "") ?? [];
  if (from === undefined || to === undefined || (from === "" && to === "")) return "whole";
  if (from === "") {
    const length = Math.min(Number(to), size);
    return length === 0 ? "none" : {first: size - length, last: size - 1};
  }
  const first = Number(from);
  if (to !== "" && Number(to) < first) return "whole";
  if (first >= size) return "none";
  return {first, last: to === "" ? size - 1 : Math.min(Number(to), size - 1)};
}

/** Answers a request for a part of `whole`: 206 with just that part, 416 where there is no such part, 200 where none was asked for. */
export function partOf(whole: Blob, header: string | null, given: Record<string, string> = {}): Response {
  const range = rangeOf(header, whole.size);
  const headers = {...given, "Accept-Ranges": "bytes"};
  if (range === "none")
    return new Response(null, {
      status: 416,
      statusText: "Range Not Satisfiable",
      headers: {...headers, "Content-Range": `bytes */${whole.size}`},
    });
  if (range === "whole") return new Response(whole, {headers: {...headers, "Content-Length": String(whole.size)}});
  const {first, last} = range;
  return new Response(whole.slice(first, last + 1, whole.type), {
    status: 206,
    statusText: "Partial Content",
    headers: {
      ...headers,
      "Content-Length": String(last - first + 1),
      "Content-Range": `bytes ${first}-${last}/${whole.size}`,
    },
  });
}
