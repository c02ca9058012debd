import {textsOf, wordsOf, type Drawing, type Item, type TextItem} from "../../../src/out/drawing/drawing.ts";
import {widthOf} from "../../../src/still/widths.ts";

interface Box {
  text: string;
  left: number;
  right: number;
  top: number;
  bottom: number;
  /** What cuts it off, if anything. */
  clip: {x: number; y: number; width: number; height: number} | undefined;
}

/** Letters without what reaches above or below most of them: two lines may touch there. */
const ABOVE = 0.68;
const BELOW = 0.12;
const SLACK = 1.5;

function boxOf(text: TextItem): Box {
  const width = text.runs.reduce(
    (sum, run) =>
      sum +
      widthOf(run.text, {
        size: run.size ?? text.size,
        weight: run.weight ?? text.weight,
        tracking: text.tracking ?? 0,
      }),
    0,
  );
  const size = Math.max(text.size, ...text.runs.map((run) => run.size ?? 0));
  const left = text.x - width * {left: 0, middle: 0.5, right: 1}[text.anchor];
  return {
    text: wordsOf(text),
    left,
    right: left + width,
    top: text.y - size * ABOVE,
    bottom: text.y + text.size * BELOW,
    clip: undefined,
  };
}

const withClips = (items: readonly Item[], clip?: Box["clip"]): Box[] =>
  items.flatMap((item) => {
    if (item.kind === "text") return [{...boxOf(item), clip}];
    return item.kind === "group" ? withClips(item.items, item.clip ?? clip) : [];
  });

/** Lines of text that reach beyond the picture, or beyond what they are cut to. */
export function strays(drawing: Drawing): string[] {
  const edge = {x: 0, y: 0, width: drawing.width, height: drawing.height};
  return withClips(drawing.items)
    .filter(({left, right, top, bottom, clip = edge}) => {
      const isIn =
        left >= clip.x - SLACK &&
        right <= clip.x + clip.width + SLACK &&
        top >= clip.y - SLACK &&
        bottom <= clip.y + clip.height + SLACK;
      return !isIn;
    })
    .map(({text}) => text);
}

/** Pairs of lines that stand on one another. */
export function clashes(drawing: Drawing): string[] {
  const boxes = textsOf(drawing.items).map(boxOf);
  return boxes.flatMap((a, i) =>
    boxes
      .slice(i + 1)
      .filter(
        (b) =>
          a.left < b.right - SLACK && b.left < a.right - SLACK && a.top < b.bottom - SLACK && b.top < a.bottom - SLACK,
      )
      .map((b) => `${a.text} / ${b.text}`),
  );
}
