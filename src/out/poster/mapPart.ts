import type {Period} from "../../data/period.ts";
import type {Glyph} from "../../map/glyphs.ts";
import type {Label} from "../../map/labelling.svelte.ts";
import type {BasemapLabels} from "../../map/labels.ts";
import {clampCamera, latitude, mercatorY, worldSize, type Camera, type Padding} from "../../map/mercator.ts";
import {Scene} from "../../map/scene.svelte.ts";
import {SPARK_LEAST, sparkEdges} from "../../map/sparks.ts";
import type {Session} from "../../state/session.svelte.ts";
import {cameraOf} from "../../still/camera.ts";
import type {Box} from "../../ui/layout.ts";
import type {Item} from "../drawing/drawing.ts";
import {Counted} from "./cells.ts";
import {groundOf} from "./ground.ts";
import {mapKeyOf} from "./mapKey.ts";
import {markItems, ringItems} from "./marks.ts";
import {Names} from "./names.ts";
import {textAt, widthOfLine, type Page, type Style} from "./page.ts";

export interface MapInput {
  page: Page;
  session: Session;
  box: Box;
  /** What stands over its sides. */
  padding: Padding;
  /** From where the key begins, in units from the side on which reading begins, and how wide it may be. */
  key: {start: number; width: number};
  /** Whether the key stands under what is shown, which then has the rest of the map; else beside it. */
  under: boolean;
  /** How wide the line under it may be. */
  line: number;
  labels: BasemapLabels | null;
  /** The stretch that is going to be shown: names stand for all of it. */
  over: Period;
  home: string;
}

/** Size of the stage that the view's own camera was most likely chosen on, beside its texts. */
const CHOSEN_ON = {width: 1100, height: 560};
/** From the foot of the map to the line of its credit, and on to the key. */
const FOOT = 8;
const LINE = 16;
/** Names keep away from the sides. */
const EDGE = 9;
/** What a map keeps free at its side for a key. */
const LEAST_BESIDE = 132;
const SIDES = ["north", "south", "east", "west"] as const;

/** The map of a picture. */
export class MapPart {
  #input: MapInput;
  #scene: Scene;
  #names: Names | null = null;
  #counted: Counted | null = null;
  #land: Item[] = [];
  #obstacles: Box[] = [];
  #style: Style;
  #key: Item[] = [];
  /** The ground's colour under the key, where marks would show through it. */
  #back: Item[] = [];
  #keyBox: Box = {x: 0, y: 0, width: 0, height: 0};

  private constructor(input: MapInput, covers: readonly Box[] = []) {
    this.#input = input;
    const {page, session, box, padding, labels} = input;
    const {width, height} = box;
    const camera = cameraFor(input);
    this.#style = {family: "sans", size: 11, weight: 400, fill: page.inks.muted, leading: 14};
    this.#scene = new Scene(session, page.i18n, () => ({
      width,
      height,
      size: "medium",
      padding: {...padding, top: 0, bottom: 0},
      camera,
      covers,
      obstacles: this.#obstacles,
      labels,
      measure: page.measure,
    }));
  }

  static async prepare(input: MapInput): Promise<MapPart> {
    const trial = new MapPart(input);
    const high = trial.#explain();
    const beside = Math.max(LEAST_BESIDE, trial.#keyBox.width * 0.92);
    const side = input.page.i18n.dir === "rtl" ? "right" : "left";
    const room = input.under ? {bottom: high + 6} : {[side]: Math.min(beside, input.box.width * 0.4)};
    // What lies under the key is not drawn, and said to be out of sight.
    const covers = input.under ? [trial.#keyBox] : [];
    const part = new MapPart({...input, padding: {...input.padding, ...room}}, covers);
    const {page, session, box, over, home} = input;
    const scene = part.#scene;
    const {width, height} = box;
    const focus = session.loaded?.story.focus ?? [];
    const ground = {camera: scene.camera, width, height, scale: page.scale, focus};
    part.#land = await groundOf(home, ground, page.inks);
    if (scene.isCrowded) part.#counted = new Counted(session, scene, page.inks);
    part.#explain();
    part.#names = new Names(page, session, part.#labelled(), scene.labelling.spark?.scale ?? 1, over);
    part.#cover();
    return part;
  }

  /** The names in their places. That of the chosen event stands over another mark only where it can stand nowhere else: then it yields. */
  #labelled(): readonly Label[] {
    const scene = this.#scene;
    const {selection} = this.#input.session;
    const {labels} = scene.labelling;
    const covers = ({kind, place, placed: {box}}: Label) =>
      kind === "chosen" &&
      scene.drawn.some(
        ({place: other, x, y}) =>
          other !== place && x > box.x && x < box.x + box.width && y > box.y && y < box.y + box.height,
      );
    if (!labels.some(covers)) return labels;
    const {row} = selection;
    selection.select(-1);
    const without = scene.labelling.labels;
    selection.select(row);
    return without;
  }

  get ground(): Item[] {
    return [this.#placed([...this.#land, ...(this.#counted === null ? this.#names!.ground : [])])];
  }

  moment(): Item[] {
    const scene = this.#scene;
    const {session, page} = this.#input;
    const counted = this.#counted;
    const marks = counted === null ? this.#back : [...counted.moment(), ...this.#names!.ground, ...this.#back];
    const rings = counted === null ? ringItems(scene, session, page.inks) : [];
    const drawn = this.#placed([...marks, ...rings, ...markItems(scene, page.inks), ...this.#names!.moment()]);
    return [drawn, ...this.#key, ...this.#unseen()];
  }

  #placed(items: Item[]): Item {
    const {x, y, width, height} = this.#input.box;
    return {kind: "group", x, y, clip: {x: 0, y: 0, width, height}, items};
  }

  get #foot(): number {
    const {y, height} = this.#input.box;
    return y + height - FOOT;
  }

  /** Sets the key and the credit, and has the names keep clear of them. Returns how high they are. */
  #explain(): number {
    const {page, box, key, session} = this.#input;
    const scene = this.#scene;
    const isSparked = scene.key.most >= SPARK_LEAST && scene.labelling.spark !== null;
    const spark = isSparked ? sparkEdges(this.#input.over).unit : null;
    const ramps = this.#counted?.ramps ?? [];
    const found = mapKeyOf({page, session, scene, spark, ramps, ...key, foot: this.#foot - LINE});
    const credit = textAt(page, [{text: page.i18n.t.common.mapCredit}], key.start, this.#foot, this.#style);
    this.#key = [...found.items, {...credit, halo: {colour: page.inks.land, thick: 3}}];
    const rtl = page.i18n.dir === "rtl";
    const {width, height} = box;
    const obstacle = (wide: number, high: number): Box => ({
      x: (rtl ? page.width - key.start - wide : key.start) - box.x - 6,
      y: height - high,
      width: wide + 12,
      height: high,
    });
    this.#keyBox = obstacle(found.width, found.height + FOOT + LINE + 4);
    this.#obstacles = [
      this.#keyBox,
      obstacle(this.#input.line, FOOT + LINE - 2),
      {x: 0, y: 0, width: EDGE, height},
      {x: width - EDGE, y: 0, width: EDGE, height},
    ];
    return found.height + FOOT + LINE;
  }

  #cover(): void {
    const {page} = this.#input;
    const key = this.#keyBox;
    const isMarked = ({x, y, r}: Glyph) =>
      x + r > key.x && x - r < key.x + key.width && y + r > key.y && y - r < key.y + key.height;
    if (this.#counted === null && !this.#scene.drawn.some(isMarked)) return;
    this.#back = [{kind: "rect", ...key, round: 3, fill: page.inks.land, opacity: 0.86}];
  }

  /** How many events of the window cannot be seen here, beside the credit, as far as there is room. */
  #unseen(): Item[] {
    const {page, key, line} = this.#input;
    const words = page.i18n.t.map;
    const {beyond} = this.#scene.spreading;
    const outside = SIDES.filter((side) => beyond[side] > 0);
    const {unplaced} = this.#scene;
    const number = (n: number) => page.i18n.number(n);
    const parts = [
      unplaced > 0 ? words.unplaced(number(unplaced)) : "",
      outside.length === 1
        ? words.beyond[outside[0]!](number(beyond[outside[0]!]))
        : outside.length > 1
          ? words.outside(number(outside.reduce((sum, side) => sum + beyond[side], 0)))
          : "",
    ].filter((part) => part !== "");
    const after = widthOfLine(page, [{text: page.i18n.t.common.mapCredit}], this.#style) + 14;
    while (parts.length > 0) {
      const text = [{text: parts.join(" · ")}];
      if (after + widthOfLine(page, text, this.#style) <= line) {
        const item = textAt(page, text, key.start + after, this.#foot, this.#style);
        return [{...item, halo: {colour: page.inks.land, thick: 3}}];
      }
      parts.pop();
    }
    return [];
  }
}

function cameraFor({session, box, padding}: MapInput): Camera {
  const {width, height} = box;
  const {position} = session.camera;
  if (position === null) return cameraOf(session.loaded!, width, height, padding);
  const room = {
    width: width - padding.left - padding.right,
    height: height - padding.top - padding.bottom,
  };
  const by = Math.log2(Math.min(room.width / CHOSEN_ON.width, room.height / CHOSEN_ON.height));
  const zoom = position.zoom + Math.max(-1.5, Math.min(1, by));
  // What the view looks at stands in the middle of what is not covered.
  const size = worldSize(zoom);
  const lng = position.lng + ((padding.right - padding.left) / 2 / size) * 360;
  const lat = latitude(mercatorY(position.lat) + (padding.bottom - padding.top) / 2 / size);
  return clampCamera({zoom, lat, lng}, height);
}
