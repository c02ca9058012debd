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

const PRIVATE_HOST =
  /^(localhost|.*\.localhost|.*\.local|.*\.internal|0\.0\.0\.0|10\..*|127\..*|169\.254\..*|192\.168\..*|172\.(1[6-9]|2\d|3[01])\..*|\[(::1?|::ffff:.*|f[cd].*|fe[89ab].*)\])$/i;

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
  const own = new URL(base);
  if (own.origin !== "null" && url.origin === own.origin && url.username === "") return url;
  if (url.protocol !== "https:" || url.username !== "" || url.password !== "" || PRIVATE_HOST.test(url.hostname))
    return null;
  return url;
}
