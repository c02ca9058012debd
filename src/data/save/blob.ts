/** A text that is made piece by piece, with how many rows went into it so far. */
export interface Part {
  text: string;
  rows: number;
}

/** How long to work on at a stretch, in ms, before everything else on the page gets its turn. */
const STRETCH = 12;
/** UTF-16 units that are turned to bytes at once. */
const PIECE = 500_000;

/** Gathers a text that may be far larger than one string, without ever holding up the page. An aborted `signal` ends it with its reason. */
export async function blobOf(
  parts: Iterable<Part>,
  type: string,
  tell: (rows: number) => void = () => {},
  signal?: AbortSignal,
): Promise<Blob> {
  const pieces: Blob[] = [];
  let texts: string[] = [];
  let size = 0;
  let paused = performance.now();
  for (const {text, rows} of parts) {
    texts.push(text);
    size += text.length;
    if (size > PIECE) {
      pieces.push(new Blob(texts));
      texts = [];
      size = 0;
    }
    if (performance.now() - paused < STRETCH) continue;
    tell(rows);
    await new Promise((resolve) => setTimeout(resolve));
    signal?.throwIfAborted();
    paused = performance.now();
  }
  return new Blob([...pieces, ...texts], {type});
}
