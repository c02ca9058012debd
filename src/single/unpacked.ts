import {fromBase64} from "./blocks.ts";

/** The text that was packed by gzip and written in base64. Rejects where the browser cannot unpack. */
export async function unpacked(base64: string): Promise<string> {
  const packed = new Blob([fromBase64(base64)]).stream();
  return new Response(packed.pipeThrough(new DecompressionStream("gzip"))).text();
}
