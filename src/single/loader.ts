import {BLOCKS, UNABLE} from "../data/save/singlePage.ts";
import {textOf} from "./blocks.ts";
import {unpacked} from "./unpacked.ts";

/** Unpacks the styles and the app and makes them parts of the page, whose policy knows both by their hashes. */
async function start(): Promise<void> {
  for (const [tag, id] of [
    ["style", BLOCKS.style],
    ["script", BLOCKS.app],
  ] as const) {
    const part = document.createElement(tag);
    part.textContent = await unpacked(textOf(id));
    document.head.append(part);
  }
}

start().catch(() => {
  document.getElementById(UNABLE)!.hidden = false;
});
