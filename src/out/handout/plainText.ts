import type {Block, Item} from "./blocks.ts";
import {lined} from "./said.ts";

/** A handout as plain text, for whatever takes a message. Addresses stand on lines of their own, where nothing runs into them. */
export const plainText = (blocks: readonly Block[], dir: "ltr" | "rtl"): string =>
  `${blocks.map((block) => written(block, dir).join("\n")).join("\n\n")}\n`;

function written(block: Block, dir: "ltr" | "rtl"): string[] {
  const line = (text: string) => lined(text, dir);
  switch (block.kind) {
    case "title":
    case "text":
      return [line(block.text)];
    case "link":
      return [line(block.lead), block.url];
    case "list": {
      const mark = (item: Item, i: number) => line(`${block.numbered ? `${i + 1}.` : "•"} ${item.text}`);
      const items = block.items.flatMap((item, i) => [mark(item, i), ...(item.url === undefined ? [] : [item.url])]);
      return [line(block.heading), ...items, ...(block.more === undefined ? [] : [line(block.more)])];
    }
  }
}
