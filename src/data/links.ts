/** The address as a link may carry it: http or https, without a user name; null for anything else. */
export function safeLink(text: string): string | null {
  if (text.length > 2048 || !/^https?:\/\//i.test(text)) return null;
  let url: URL;
  try {
    url = new URL(text);
  } catch {
    return null;
  }
  return (url.protocol === "http:" || url.protocol === "https:") && url.username === "" && url.password === ""
    ? url.href
    : null;
}

/** Names that only a reader's own network knows: without a dot, or under a domain that is kept for such use. */
const PRIVATE_NAME =
  /^[^.:]+$|(^|\.)(localhost|local|localdomain|internal|intranet|private|lan|home|corp|home\.arpa)$/i;
/** `URL` writes any number that stands for an address, such as 0x7f.1, as four decimal parts. */
const PRIVATE_V4 =
  /^(0|10|127|169\.254|192\.168|172\.(1[6-9]|2\d|3[01])|100\.(6[4-9]|[7-9]\d|1[01]\d|12[0-7]))(\.\d+){1,3}$/;
const PRIVATE_V6 = /^\[(::.*|64:ff9b:.*|f[cd].*|fe[89a-f].*)\]$/i;

function isPrivate(hostname: string): boolean {
  const host = hostname.replace(/\.+$/, "");
  return PRIVATE_NAME.test(host) || PRIVATE_V4.test(host) || PRIVATE_V6.test(host);
}

/**
 * The address a dataset may be loaded from: the page's own origin, or https on a public host without a user name. Null for anything else,
 * so that a link to this page cannot be made to probe the reader's own network.
 */
export function dataUrl(text: string, base: string): URL | null {
  let url: URL;
  try {
    url = new URL(text, base);
  } catch {
    return null;
  }
  if (!/^https?:$/.test(url.protocol) || url.username !== "" || url.password !== "") return null;
  if (url.origin === new URL(base).origin) return url;
  return url.protocol === "https:" && !isPrivate(url.hostname) ? url : null;
}
