/**
 * The origins whose pages may send commands: the one that the frame came from, by its address since a sandboxed frame has none of its own,
 * and those of `<meta name="dateline-origins" content="https://a.example https://b.example">`. What is no plain http(s) origin is left out.
 */
export function allowedOrigins(address: string, meta: string): ReadonlySet<string> {
  return new Set([new URL(address).origin, ...meta.split(/\s+/)].filter(isOrigin));
}

function isOrigin(text: string): boolean {
  try {
    return /^https?:/.test(text) && new URL(text).origin === text;
  } catch {
    return false;
  }
}
