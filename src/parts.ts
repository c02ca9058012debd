/** Parts of the app that come when they are asked for; they stand here so that the first file need not know the names of theirs. */
const PARTS = {
  overlay: () => import("./Overlay.svelte"),
  present: () => import("./Present.svelte"),
  presenter: () => import("./Presenter.svelte"),
  scroll: () => import("./Scroll.svelte"),
  chapters: () => import("./chapters/ChaptersPanel.svelte"),
  failure: () => import("./story/Failure.svelte"),
  notices: () => import("./story/Notices.svelte"),
  howToRead: () => import("./read/HowToRead.svelte"),
  own: () => import("./open/OwnData.svelte"),
  ways: () => import("./open/Ways.svelte"),
  share: () => import("./share/ShareDialog.svelte"),
  takeaway: () => import("./out/TakeAway.svelte"),
};

type Parts = typeof PARTS;
/** Fetches a part by its name. */
export type Part = <Name extends keyof Parts>(name: Name) => ReturnType<Parts[Name]>;

export const part = ((name: keyof Parts) => PARTS[name]()) as Part;
