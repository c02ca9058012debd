import {binEdges, binUnit} from "../../data/bins.ts";
import {CERTAINTIES} from "../../data/dataset.ts";
import type {Language} from "../../data/languages.ts";
import type {Loaded} from "../../data/load.ts";
import {CELLS} from "../../data/rowMarks.ts";
import type {ViewState} from "../../data/viewState.ts";
import {english} from "../../i18n/english.ts";
import {I18n} from "../../i18n/i18n.svelte.ts";
import {guessWidth} from "../../map/measure.ts";
import {clampCamera} from "../../map/mercator.ts";
import {Scene} from "../../map/scene.svelte.ts";
import type {Chapter, Session} from "../../state/session.svelte.ts";
import {cameraOf} from "../../still/camera.ts";
import {inksOf, type Inks} from "../../still/inks.ts";
import {timeScale} from "../../timeline/scale.ts";
import {hundredth} from "../../still/rounded.ts";
import {paint} from "../drawing/canvas.ts";
import {FONTS, type Drawing, type Item} from "../drawing/drawing.ts";
import {Counted} from "../poster/cells.ts";
import {groundOf} from "../poster/ground.ts";
import {markItems} from "../poster/marks.ts";
import {quietSession} from "../poster/quiet.ts";
import {plain} from "./orders.ts";

export interface ThumbnailInput {
  loaded: Loaded;
  /** All of the chapter's view. */
  view: ViewState;
  chapter: Chapter;
  lang: Language;
  dark: boolean;
  /** Dots, not px: a screen of two dots to a px needs twice its px. */
  width: number;
  /** Where Dateline's own files are, with a slash at the end; `session.home`. */
  home?: string;
}

/** Of the drawing, in px; 16:9. */
const SIZE = {width: 320, height: 180};
const STRIP = {height: 34, left: 8, right: 312, top: 5};
/** Size of the stage that a view's own camera was most likely chosen on. */
const CHOSEN_ON = 1000;
const MOST_COLUMNS = 150;

const made = new WeakMap<Chapter, Map<string, Promise<ImageBitmap>>>();
const numbers = new WeakMap<Loaded, number>();
let seen = 0;

/**
 * A chapter's view at a glance: its marks on the map over its columns in time, without words, `width` dots wide and 9/16 of that high. Made
 * once for a chapter and a look; the picture belongs to all who asked for it, so it is to be drawn and not closed.
 */
export function thumbnail(input: ThumbnailInput): Promise<ImageBitmap> {
  const {loaded, chapter, view, dark, width} = input;
  if (!numbers.has(loaded)) numbers.set(loaded, (seen += 1));
  const key = JSON.stringify([numbers.get(loaded), view, dark, width]);
  const own = made.get(chapter) ?? new Map<string, Promise<ImageBitmap>>();
  made.set(chapter, own);
  let picture = own.get(key);
  if (picture === undefined) {
    own.set(key, (picture = draw(input)));
    picture.catch(() => own.delete(key));
  }
  return picture;
}

async function draw(input: ThumbnailInput): Promise<ImageBitmap> {
  const drawing = await drawingOf(input);
  const scale = input.width / SIZE.width;
  const canvas = document.createElement("canvas");
  canvas.width = Math.round(input.width);
  canvas.height = Math.round(SIZE.height * scale);
  paint(drawing, canvas.getContext("2d")!, scale);
  return createImageBitmap(canvas);
}

async function drawingOf({loaded, view, lang, dark, home = ""}: ThumbnailInput): Promise<Drawing> {
  const session = await quietSession(loaded, plain(view), lang, dark);
  const inks = inksOf(dark);
  const map = loaded.dataset.placeCount > 0 ? await mapItems(session, inks, home) : [];
  const {width, height} = SIZE;
  const paper: Item = {kind: "rect", x: 0, y: 0, width, height, fill: inks.paper};
  return {width, height, fonts: FONTS, items: [paper, ...map, ...stripItems(session, inks, map.length > 0)]};
}

async function mapItems(session: Session, inks: Inks, home: string): Promise<Item[]> {
  const {width} = SIZE;
  const height = SIZE.height - STRIP.height;
  const loaded = session.loaded!;
  const side = {top: 12, right: 12, bottom: 12, left: 12};
  const {position} = session.camera;
  const camera =
    position === null
      ? cameraOf(loaded, width, height, side)
      : clampCamera({...position, zoom: position.zoom + Math.log2(width / CHOSEN_ON)}, height);
  const i18n = new I18n(() => "en", english);
  const stage = {width, height, size: "mini" as const, padding: side, camera, covers: [], obstacles: [], labels: null};
  const scene = new Scene(session, i18n, () => ({...stage, measure: guessWidth}));
  const land = await groundOf(home, {camera, width, height, scale: 1, focus: loaded.story.focus}, inks);
  const marks = scene.isCrowded ? new Counted(session, scene, inks).moment() : markItems(scene, inks);
  return [{kind: "group", clip: {x: 0, y: 0, width, height}, items: [...land, ...marks]}];
}

/** The columns of the stretch that the view shows, both series counted up, lit where the window is. */
function stripItems(session: Session, inks: Inks, isBelow: boolean): Item[] {
  const {filtered, window} = session.selection;
  const top = isBelow ? SIZE.height - STRIP.height : 0;
  const paper: Item = {kind: "rect", x: 0, y: top, width: SIZE.width, height: SIZE.height - top, fill: inks.paper};
  if (filtered === null) return [paper];
  const {extent} = session.axis;
  const edges = binEdges(extent, binUnit(extent, MOST_COLUMNS));
  const counts = filtered.aggregates.binned(edges);
  const {x} = timeScale(extent, STRIP.left, STRIP.right);
  const columns = Array.from({length: edges.length - 1}, (_, bin) => {
    const cells = counts.subarray(bin * CELLS, (bin + 1) * CELLS);
    const sum = (part: Uint32Array) => part.reduce((total, n) => total + n, 0);
    return {bin, primary: sum(cells.subarray(0, CERTAINTIES.length)), counter: sum(cells.subarray(CERTAINTIES.length))};
  });
  const most = columns.reduce((max, {primary, counter}) => Math.max(max, primary + counter), 1);
  const foot = SIZE.height - 6;
  const unit = (foot - top - STRIP.top) / most;
  const bars = {fut: "", attack: "", strike: ""};
  for (const {bin, primary, counter} of columns) {
    const [left, right] = [Math.max(STRIP.left, x(edges[bin]!)), Math.min(STRIP.right, x(edges[bin + 1]!))];
    const thick = Math.max(0.8, (right - left) * 0.78);
    const isLit = edges[bin]! < window[1] && edges[bin + 1]! > window[0];
    const bar = (from: number, n: number) =>
      n === 0
        ? ""
        : `M${hundredth(left)} ${hundredth(foot - from * unit)}h${hundredth(thick)}v${hundredth(-n * unit)}h${hundredth(-thick)}z`;
    bars[isLit ? "attack" : "fut"] += bar(0, primary);
    bars[isLit ? "strike" : "fut"] += bar(primary, counter);
  }
  const line = (from: number, to: number, stroke: string, thick: number): Item => ({
    kind: "path",
    d: `M${hundredth(from)} ${foot + 1.5}H${hundredth(to)}`,
    stroke,
    thick,
  });
  const clamp = (time: number) => Math.max(STRIP.left, Math.min(STRIP.right, x(time)));
  return [
    paper,
    ...(["fut", "attack", "strike"] as const).flatMap((name): Item[] =>
      bars[name] === "" ? [] : [{kind: "path", d: bars[name], fill: inks[name]}],
    ),
    line(STRIP.left, STRIP.right, inks.rule, 1),
    line(clamp(window[0]), clamp(window[1]), inks.ink, 2),
  ];
}
