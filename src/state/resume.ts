import type {ViewState} from "../data/viewState.ts";
import {lastFile, lastView, type Remembered} from "./remembered.ts";
import type {Session} from "./session.svelte.ts";

/** Opens the file that was open last, as it was read then. */
export const reopen = (session: Session, {name, files, choices}: Remembered, view: ViewState): Promise<void> =>
  session.bring(
    {kind: "files", files: files.map((part) => new File([part.blob], part.name))},
    {...view, file: name},
    {choices, agreed: true},
  );

/**
 * Shows a view that was made on a file of somebody's computer. When that is this one, and it was the last, it is opened again; else
 * `otherwise` shows something and the session waits for the file.
 */
export async function resume(session: Session, view: ViewState, otherwise: () => Promise<void>): Promise<void> {
  const last = await lastFile();
  if (last !== null && last.name === view.file) {
    await reopen(session, last, view);
    if (session.loaded !== null) return;
  }
  await otherwise();
  session.wanted = view;
  session.notice = {code: "needs-file", name: view.file ?? ""};
}

/** The last file with the view it was left in; null when there is none. */
export async function lastSeen(): Promise<{file: Remembered; view: ViewState} | null> {
  const [file, view] = await Promise.all([lastFile(), lastView()]);
  return file === null ? null : {file, view: view?.file === file.name ? view : {}};
}
