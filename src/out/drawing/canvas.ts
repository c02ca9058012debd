import type {Drawing, Fill, Fonts, Hatch, Ink, Item, Run, TextItem} from "./drawing.ts";

export type Context = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

/**
 * Paints a drawing over what is on a canvas, `scale` dots of it to a px, from its top left corner. The fonts have to be there already. It
 * leaves the context as it was.
 */
export function paint(drawing: Drawing, context: Context, scale = 1): void {
  context.save();
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.textRendering = "geometricPrecision";
  for (const item of drawing.items) paintItem(item, context, drawing.fonts);
  context.restore();
}

function paintItem(item: Item, context: Context, fonts: Fonts): void {
  if (item.kind === "text") return paintText(item, context, fonts);
  const {opacity = 1} = item;
  if (item.kind === "group") {
    const {x = 0, y = 0, scale = 1, clip, items} = item;
    context.save();
    context.translate(x, y);
    context.scale(scale, scale);
    if (clip !== undefined) {
      context.beginPath();
      context.rect(clip.x, clip.y, clip.width, clip.height);
      context.clip();
    }
    context.globalAlpha *= opacity;
    for (const each of items) paintItem(each, context, fonts);
    context.restore();
    return;
  }
  const before = context.globalAlpha;
  context.globalAlpha = before * opacity;
  paintShape(shapeOf(item), item, context);
  context.globalAlpha = before;
}

/** Paths of texts that are drawn again and again, such as the columns of a video. */
const shapes = new Map<string, Path2D>();
const KEPT = 400;

function shapeOf(item: Exclude<Item, {kind: "text" | "group"}>): Path2D {
  if (item.kind !== "path") {
    const shape = new Path2D();
    if (item.kind === "circle") shape.arc(item.x, item.y, item.r, 0, 2 * Math.PI);
    else if (item.round) shape.roundRect(item.x, item.y, item.width, item.height, item.round);
    else shape.rect(item.x, item.y, item.width, item.height);
    return shape;
  }
  let shape = shapes.get(item.d);
  if (shape === undefined) {
    if (shapes.size > KEPT) shapes.clear();
    shapes.set(item.d, (shape = new Path2D(item.d)));
  }
  return shape;
}

function paintShape(shape: Path2D, {fill, stroke, thick = 1, dash, dashFrom, cap, join}: Ink, context: Context): void {
  if (fill !== undefined) {
    context.fillStyle = fillOf(fill, context);
    context.fill(shape);
  }
  if (stroke === undefined) return;
  context.strokeStyle = stroke;
  context.lineWidth = thick;
  context.lineCap = cap ?? "butt";
  context.lineJoin = join ?? "miter";
  context.miterLimit = 4;
  context.setLineDash([...(dash ?? [])]);
  context.lineDashOffset = dashFrom ?? 0;
  context.stroke(shape);
}

const FINE = 8;

function fillOf(fill: Fill, context: Context): string | CanvasGradient | CanvasPattern {
  if (typeof fill === "string") return fill;
  if (fill.kind === "fade") {
    const gradient = context.createLinearGradient(...fill.from, ...fill.to);
    for (const {at, colour, opacity} of fill.stops) gradient.addColorStop(at, withOpacity(colour, opacity));
    return gradient;
  }
  return hatchOf(fill, context);
}

/** Hatching of each context, which is wanted for every frame of a video. */
const hatchings = new WeakMap<Context, Map<string, CanvasPattern>>();

function hatchOf(fill: Hatch, context: Context): CanvasPattern {
  let known = hatchings.get(context);
  if (known === undefined) hatchings.set(context, (known = new Map()));
  const key = JSON.stringify(fill);
  let pattern = known.get(key);
  if (pattern === undefined) known.set(key, (pattern = hatching(fill, context)));
  return pattern;
}

function hatching({pitch, line, colour, ground}: Hatch, context: Context): CanvasPattern {
  const side = Math.round(pitch * FINE);
  const tile = new OffscreenCanvas(side, side);
  const stripes = tile.getContext("2d")!;
  stripes.fillStyle = ground;
  stripes.fillRect(0, 0, side, side);
  stripes.fillStyle = colour;
  stripes.fillRect(0, 0, (line / pitch) * side, side);
  const pattern = context.createPattern(tile, "repeat")!;
  pattern.setTransform(new DOMMatrix().rotate(45).scale(pitch / side));
  return pattern;
}

function withOpacity(colour: string, opacity: number): string {
  if (!/^#[\da-f]{6}$/i.test(colour)) return colour;
  return (
    colour +
    Math.round(opacity * 255)
      .toString(16)
      .padStart(2, "0")
  );
}

function paintText(item: TextItem, context: Context, fonts: Fonts): void {
  const {runs, anchor, dir, tracking = 0, halo, opacity = 1, y} = item;
  const before = context.globalAlpha;
  context.globalAlpha = before * opacity;
  context.textAlign = "left";
  context.textBaseline = "alphabetic";
  context.direction = dir;
  const faces = runs.map((run) => {
    set(context, item, run, fonts, tracking);
    return context.measureText(run.text).width;
  });
  const width = faces.reduce((sum, each) => sum + each, 0);
  const left = item.x - width * {left: 0, middle: 0.5, right: 1}[anchor];
  const draw = (each: (run: Run, x: number) => void) => {
    let from = 0;
    runs.forEach((run, i) => {
      set(context, item, run, fonts, tracking);
      each(run, dir === "rtl" ? left + width - from - faces[i]! : left + from);
      from += faces[i]!;
    });
  };
  if (halo !== undefined) {
    context.strokeStyle = halo.colour;
    context.lineWidth = halo.thick;
    context.lineJoin = "round";
    context.setLineDash([]);
    draw((run, x) => context.strokeText(run.text, x, y));
  }
  draw((run, x) => {
    context.fillStyle = run.fill ?? item.fill;
    context.fillText(run.text, x, y);
  });
  context.globalAlpha = before;
}

function set(context: Context, item: TextItem, run: Run, fonts: Fonts, tracking: number): void {
  const size = run.size ?? item.size;
  const font = `${run.weight ?? item.weight} ${size}px ${fonts[run.family ?? item.family]}`;
  if (context.font !== font) context.font = font;
  context.letterSpacing = `${tracking * item.size}px`;
}
