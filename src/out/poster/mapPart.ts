import type {Period} from "../../data/period.ts";
import type {Label} from "../../map/labelling.svelte.ts";
import type {BasemapLabels} from "../../map/labels.ts";
import {clampCamera, latitude, mercatorY, worldSize, type Camera, type Padding} from "../../map/mercator.ts";
import {SIDES} from "../../map/places.ts";
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
  /** From where key and credit begin, in units from the side on which reading begins, and how wide they may be. They stand under the map. */
  foot: {start: number; width: number};
  /** Room for the key under the texts beside the map, where it goes if it is not too high. */
  beside?: {start: number; width: number; height: number} | undefined;
  /** Whether a low map may leave its side to the key. */
  panelled: boolean;
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
/** Width of a key whose lines stand one under another, how low a map is that stands beside such a key, and its padding there. */
const STACKED = 178;
const LOW = 0.5;
const NARROW = 46;
/** Names keep away from the sides. */
const EDGE = 9;

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
  #keyWidth = 0;
  /** How much of its foot the map leaves to key and credit. */
  #strip: number;

  /** `strip` is how much of its foot the map leaves to key and credit. */
  private constructor(input: MapInput, strip = 0) {
    const box = {...input.box, height: input.box.height - strip};
    this.#strip = strip;
    this.#input = {...input, box};
    const {page, session, padding, labels} = input;
    const {width, height} = box;
    const camera = cameraFor(this.#input);
    this.#style = {family: "sans", size: 11, weight: 400, fill: page.inks.muted, leading: 14};
    this.#scene = new Scene(session, page.i18n, () => ({
      width,
      height,
      size: "medium",
      padding: {...padding, top: 0, bottom: 0},
      camera,
      covers: [],
      obstacles: this.#obstacles,
      labels,
      measure: page.measure,
    }));
  }

  static async prepare(input: MapInput): Promise<MapPart> {
    const {beside} = input;
    const isBeside = beside !== undefined && new MapPart(input).#explain() <= beside.height;
    const part = isBeside ? new MapPart(input) : MapPart.#aside({...input, beside: undefined});
    const {page, session, over, home} = input;
    const {box} = part.#input;
    const scene = part.#scene;
    const {width, height} = box;
    const focus = session.loaded?.story.focus ?? [];
    const ground = {camera: scene.camera, width, height, scale: page.scale, focus};
    part.#land = await groundOf(home, ground, page.inks);
    if (scene.isCrowded) part.#counted = new Counted(session, scene, page.inks);
    part.#explain();
    part.#names = new Names(page, session, part.#labelled(), scene.labelling.spark?.scale ?? 1, over);
    return part;
  }

  /** Beside its key where it is low and wide, else above it. */
  static #aside(input: MapInput): MapPart {
    const {box, foot, padding, page} = input;
    const {dir} = page.i18n;
    if (!input.panelled || box.height > box.width * LOW) return new MapPart(input, new MapPart(input).#explain() + 8);
    const beside = {start: foot.start, width: STACKED, height: box.height - LINE};
    const trial = new MapPart({...input, beside});
    const high = trial.#explain();
    if (high > beside.height) return new MapPart(input, new MapPart(input).#explain() + 8);
    const panel = foot.start + trial.#keyWidth + 14;
    const width = box.width - panel;
    return new MapPart({
      ...input,
      beside,
      padding: {...padding, left: NARROW, right: NARROW},
      foot: {start: panel + 8, width: width - 16},
      box: {...box, x: dir === "rtl" ? box.x : box.x + panel, width},
    });
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
    const marks = counted === null ? [] : [...counted.moment(), ...this.#names!.ground];
    const rings = counted === null ? ringItems(scene, session, page.inks) : [];
    const drawn = this.#placed([...marks, ...rings, ...markItems(scene, page.inks), ...this.#names!.moment()]);
    return [drawn, ...this.#key, ...this.#unseen()];
  }

  #placed(items: Item[]): Item {
    const {x, y, width, height} = this.#input.box;
    return {kind: "group", x, y, clip: {x: 0, y: 0, width, height}, items};
  }

  /** Where the map ends. */
  get end(): number {
    const {y, height} = this.#input.box;
    return y + height;
  }

  get #foot(): number {
    const {y, height} = this.#input.box;
    return y + height + this.#strip - FOOT;
  }

  /** Sets the key and the credit, and has the names keep clear of them. Returns how high the key is, with the credit where that is under it. */
  #explain(): number {
    const {page, box, foot, beside, session} = this.#input;
    const scene = this.#scene;
    const isSparked = scene.key.most >= SPARK_LEAST && scene.labelling.spark !== null;
    const spark = isSparked ? sparkEdges(this.#input.over).unit : null;
    const ramps = this.#counted?.ramps ?? [];
    const {start, width: wide} = beside ?? foot;
    const under = beside === undefined ? LINE : 0;
    const key = {page, session, scene, spark, ramps, start, width: wide, foot: this.#foot - under};
    const found = mapKeyOf(key);
    this.#keyWidth = found.width;
    const credit = textAt(page, [{text: page.i18n.t.common.mapCredit}], foot.start, this.#foot, this.#style);
    this.#key = [...found.items, {...credit, halo: this.#halo}];
    const rtl = page.i18n.dir === "rtl";
    const {width, height} = box;
    const line = {y: height - FOOT - LINE + 2, width: foot.width + 12, height: FOOT + LINE - 2};
    this.#obstacles = [
      ...(this.#strip > 0 ? [] : [{...line, x: (rtl ? page.width - foot.start - foot.width : foot.start) - box.x - 6}]),
      {x: 0, y: 0, width: EDGE, height},
      {x: width - EDGE, y: 0, width: EDGE, height},
    ];
    return found.height + FOOT + under;
  }

  get #halo() {
    const {inks} = this.#input.page;
    return {colour: this.#strip > 0 ? inks.paper : inks.land, thick: 3};
  }

  /** How many events of the window cannot be seen here, beside the credit, as far as there is room. */
  #unseen(): Item[] {
    const {page, foot} = this.#input;
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
      if (after + widthOfLine(page, text, this.#style) <= foot.width) {
        const item = textAt(page, text, foot.start + after, this.#foot, this.#style);
        return [{...item, halo: this.#halo}];
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
