import type {ViewState} from "./viewState.ts";

/** What a chapter may say of a view: all but where the data is, arrangement, step, whether it plays, theme and language, which are the reader's or the link's. */
export function shownOnly<T extends {[name in keyof ViewState]?: unknown}>({
  data: _,
  file: __,
  play: ___,
  view: ____,
  step: _____,
  theme: ______,
  lang: _______,
  ...shown
}: T) {
  return shown;
}
