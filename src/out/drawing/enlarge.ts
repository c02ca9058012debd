import type {CircleItem, Item, PathItem, RectItem, TextItem} from "./drawing.ts";

/** The same items `scale` times as large and then moved, with texts in their true size, so that letters are set for it. */
export function enlarged(items: readonly Item[], scale: number, x = 0, y = 0): Item[] {
  const done: Item[] = [];
  let shapes: (PathItem | RectItem | CircleItem)[] = [];
  const close = () => {
    if (shapes.length > 0) done.push({kind: "group", x, y, scale, items: shapes});
    shapes = [];
  };
  for (const item of items) {
    if (item.kind === "path" || item.kind === "rect" || item.kind === "circle") {
      shapes.push(item);
      continue;
    }
    close();
    if (item.kind === "text") done.push(textOf(item, scale, x, y));
    else {
      const {clip, opacity, scale: own = 1, x: dx = 0, y: dy = 0} = item;
      const box = clip && {
        x: x + (dx + clip.x * own) * scale,
        y: y + (dy + clip.y * own) * scale,
        width: clip.width * own * scale,
        height: clip.height * own * scale,
      };
      const inner = enlarged(item.items, scale * own, x + dx * scale, y + dy * scale);
      done.push({kind: "group", clip: box, opacity, items: inner});
    }
  }
  close();
  return done;
}

const textOf = (item: TextItem, scale: number, x: number, y: number): TextItem => ({
  ...item,
  x: x + item.x * scale,
  y: y + item.y * scale,
  size: item.size * scale,
  runs: item.runs.map((run) => (run.size === undefined ? run : {...run, size: run.size * scale})),
  halo: item.halo && {...item.halo, thick: item.halo.thick * scale},
});
