import {importedOf} from "../src/data/import/load.ts";
import type {Choices} from "../src/data/understand/understanding.ts";
import type {ViewState} from "../src/data/viewState.ts";
import {Session} from "../src/state/session.svelte.ts";
import {importText, type Bytes} from "./data/import/read.ts";

/** A session that shows a file that nobody prepared. */
export async function bareSession(
  text: Bytes,
  {name = "table.csv", settled = {}, view = {}}: {name?: string; settled?: Choices; view?: ViewState} = {},
): Promise<Session> {
  const output = await importText(text, name, settled);
  const session = new Session(() => () => {});
  session.show(importedOf({files: []}, output, 1), view);
  return session;
}
