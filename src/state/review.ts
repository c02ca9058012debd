import type {Imported} from "../data/import/imported.ts";
import {lastFile} from "./remembered.ts";
import {reopen} from "./resume.ts";
import type {Session} from "./session.svelte.ts";

/** What is on screen, when it came from a table that was read and understood; else null. */
export const importedIn = ({loaded}: Session): Imported | null =>
  loaded !== null && "file" in loaded ? (loaded as Imported) : null;

/** Whether its columns can be gone through: not when a story file has settled them. */
export function canReview(session: Session): boolean {
  const imported = importedIn(session);
  return imported !== null && (session.opening?.shown === true || imported.url === (imported.file.url ?? ""));
}

/** Shows how the columns on screen were understood. What came by a link, with nobody to ask, is read once more for it. */
export async function review(session: Session): Promise<void> {
  const imported = importedIn(session);
  if (imported === null) return;
  if (!session.opening?.shown) {
    const {view} = session;
    const last = imported.url === "" ? await lastFile() : null;
    if (imported.url !== "") await session.bring({kind: "address", address: imported.url}, view, {agreed: true});
    else if (last !== null && last.name === view.file) await reopen(session, last, view);
  }
  if (session.opening?.shown) session.dialog = "review";
}
