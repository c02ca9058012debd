import type {Block, Item} from "./blocks.ts";
import {lined} from "./said.ts";

/** A handout as Markdown (CommonMark and GitHub's), in which every text is text. */
export const markdown = (blocks: readonly Block[], dir: "ltr" | "rtl"): string =>
  `${blocks.map((block) => written(block, dir)).join("\n\n")}\n`;

function written(block: Block, dir: "ltr" | "rtl"): string {
  const line = (text: string) => atStart(escaped(lined(text, dir)));
  switch (block.kind) {
    case "title":
      return `# ${line(block.text)}`;
    case "text":
      return line(block.text);
    case "link":
      return link({text: lined(block.label, dir), url: block.url});
    case "list": {
      const item = (each: Item, i: number) =>
        `${block.numbered ? `${i + 1}.` : "-"} ${each.url === undefined ? line(each.text) : link({...each, text: lined(each.text, dir)})}`;
      const more = block.more === undefined ? "" : `\n\n${line(block.more)}`;
      return `## ${line(block.heading)}\n\n${block.items.map(item).join("\n")}${more}`;
    }
  }
}

const link = ({text, url}: Item): string => `[${escaped(text)}](<${address(url ?? "")}>)`;

/** An address that ends where it is to end and is read as it is. */
const address = (url: string): string =>
  url.replace(/[\\<>\s]/g, (sign) => encodeURIComponent(sign)).replace(/&(?=#?\w+;)/g, "\\&");

const escaped = (text: string): string => text.replace(/[\\`*_{}[\]<>#|~&!]/g, "\\$&");

/** What begins a list, a heading or a rule at the start of a line begins nothing. */
const atStart = (line: string): string =>
  line.replace(/^([\u200f\s]*)([-+=:]|\d{1,9}(?=[.)]))/, (_, before, mark) =>
    /\d/.test(mark) ? `${before}${mark}\\` : `${before}\\${mark}`,
  );
