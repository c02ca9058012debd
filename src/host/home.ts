const script = document.currentScript ?? document.querySelector('script[src*="embed.js"]');

/** Folder of this script, and so of the pages that are framed. A module is not told which script it is, and looks for it. */
export const HOME = new URL("./", (script as HTMLScriptElement | null)?.src ?? document.baseURI).href;
