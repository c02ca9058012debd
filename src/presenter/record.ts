import type {ViewState} from "../data/viewState.ts";
import type {Choices} from "../data/understand/understanding.ts";
import {lastFile} from "../state/remembered.ts";
import type {Session} from "../state/session.svelte.ts";

/** A record that is on this computer only, as it is handed from one window to another. */
export interface Handed {
  /** As the view says it in `file`. */
  name: string;
  files: readonly {name: string; blob: Blob}[];
  choices: Choices;
}

/** What is presented, the same for all its windows: the folder of the page, and the address or the file of the data. */
export function storyKey(session: Session, page: string): string {
  const view = session.wanted ?? session.view;
  return [new URL("./", page).pathname, view.data ?? "", view.file ?? ""].join(" ");
}

/** What is on screen as it was brought; null when it is not a file of this computer, or is no longer there. */
export async function recordOf(session: Session): Promise<Handed | null> {
  const {opening} = session;
  const {file: name} = session.view;
  if (name === undefined) return null;
  if (opening !== null && opening.shown && opening.source.kind !== "address") {
    const {source} = opening;
    const files =
      source.kind === "files"
        ? source.files.map((file) => ({name: file.name, blob: file}))
        : [{name: source.name ?? name, blob: new Blob([source.text])}];
    return {name, files, choices: JSON.parse(JSON.stringify(opening.choices))};
  }
  const last = await lastFile();
  return last !== null && last.name === name ? {name, files: last.files, choices: last.choices} : null;
}

/** What was handed over, null where that is nothing of the kind. */
export function readHanded(data: unknown): Handed | null {
  if (data === null || typeof data !== "object") return null;
  const {name, files, choices} = data as Partial<Record<keyof Handed, unknown>>;
  const isFile = (each: unknown) =>
    typeof (each as {name?: unknown})?.name === "string" && (each as {blob?: unknown}).blob instanceof Blob;
  if (typeof name !== "string" || !Array.isArray(files) || files.length === 0 || !files.every(isFile)) return null;
  return choices === null || typeof choices !== "object" ? null : {name, files, choices};
}

/** Opens what was handed over, as it was read there. */
export async function take(session: Session, {name, files, choices}: Handed, view: ViewState): Promise<void> {
  if (session.notice?.code === "needs-file") session.notice = null;
  await session.bring(
    {kind: "files", files: files.map((part) => new File([part.blob], part.name))},
    {...view, file: name},
    {choices, agreed: true},
  );
}
