/** Parts of the app that come when they are asked for; they stand here so that the first file need not know the names of theirs. */
export const PARTS = {
  keys: () => import("./keys.ts"),
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
