/** Whether the server of Dateline's files lets pages of any origin, and of none, read them. False where it cannot be asked. */
export async function letsAnyoneRead(url: string): Promise<boolean> {
  try {
    const response = await fetch(url, {method: "HEAD"});
    return response.headers.get("access-control-allow-origin") === "*";
  } catch {
    return false;
  }
}

/** `sha384-…` of a file, as `integrity` takes it; null where it cannot be read or worked out. */
export async function integrityOf(url: string): Promise<string | null> {
  try {
    const response = await fetch(url, {cache: "no-cache"});
    if (!response.ok) return null;
    const digest = new Uint8Array(await crypto.subtle.digest("SHA-384", await response.arrayBuffer()));
    return `sha384-${btoa(String.fromCharCode(...digest))}`;
  } catch {
    return null;
  }
}

/**
 * How many requests this page made until its map was drawn, and how many bytes they brought, as the browser has kept count. Null before
 * the map is drawn, and where nothing was counted.
 */
export function firstViewOf(timeline: Performance): {requests: number; bytes: number} | null {
  const drawn = timeline.getEntriesByName("dateline:idle")[0]?.startTime;
  if (drawn === undefined) return null;
  const all = [...timeline.getEntriesByType("navigation"), ...timeline.getEntriesByType("resource")];
  const first = (all as PerformanceResourceTiming[]).filter(({startTime}) => startTime <= drawn);
  const bytes = first.reduce((sum, {encodedBodySize}) => sum + encodedBodySize, 0);
  return bytes === 0 ? null : {requests: first.length, bytes};
}
