import {loadStory, type Loaded} from "../data/load.ts";
import {LoadError} from "../data/loadError.ts";
import {BLOCKS, type Content} from "../data/save/singlePage.ts";
import {textOf} from "./blocks.ts";

/** What the file says of itself. */
export const ownContent = (): Content => JSON.parse(textOf(BLOCKS.content)) as Content;

/** The story of the file, whose tables are all within it. */
export const loadOwn = (): Promise<Loaded> =>
  loadStory(textOf(BLOCKS.story), "", async (path) => {
    throw new LoadError("missing-table", path);
  });
