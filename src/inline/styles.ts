import own from "./host.css?inline";

/** One for all elements of the page: a constructed sheet passes a policy that forbids inline styles. */
let shared: {sheet: CSSStyleSheet; whole: Promise<void>} | null = null;

/**
 * The styles of the element, to be adopted by its shadow root. `whole` is kept when those of the app, fetched from `url`, are in the sheet
 * too; it rejects when they cannot be had, and the next call asks again.
 */
export function stylesFrom(url: string): {sheet: CSSStyleSheet; whole: Promise<void>} {
  if (shared !== null) return shared;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(own);
  const whole = fetch(url).then(async (response) => {
    if (!response.ok) throw new Error(`HTTP ${response.status}: ${url}`);
    sheet.replaceSync(own + (await response.text()));
  });
  whole.catch(() => (shared = null));
  return (shared = {sheet, whole});
}
