export const offline = {
  title: "Without network",
  ready: "Ready without network",
  all: (size: string) => `The app, its own story and the whole map are kept in this browser: ${size}.`,
  files: (size: string) =>
    `The app and its own story are kept in this browser: ${size}. Without network the map is plain.`,
  own: "A file or an address of your own is not kept with them.",
  none: "Nothing is kept in this browser yet.",
  cannot: "This browser keeps nothing of this page for use without network.",
  keep: (size: string) => `Keep all of it${size === "" ? "" : ` (${size})`}`,
  keepMap: (size: string) => `Keep the map too (${size})`,
  busy: "Fetching what is to be kept",
  failed: "That did not work: there was no network or no room.",
  newer: "A new version is ready.",
  reload: "Reload",
  later: "Later",
};
