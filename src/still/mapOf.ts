import {LINE_HEIGHT} from "../map/captions.ts";
import {layers, type Nest} from "../map/glyphs.ts";
import type {Label} from "../map/labelling.svelte.ts";
import type {BasemapLabels} from "../map/labels.ts";
import type {Padding} from "../map/mercator.ts";
import type {Stand} from "../map/placement.ts";
import {Scene} from "../map/scene.svelte.ts";
import type {Size} from "../ui/layout.ts";
import {ink} from "./inks.ts";
import {tenth} from "./rounded.ts";
import {sparkPitch} from "../map/sparks.ts";
import {cameraOf} from "./camera.ts";
import type {Telling} from "./telling.ts";
import {widthOf} from "./widths.ts";

export interface MapInput {
  telling: Telling;
  size: Size;
  width: number;
  height: number;
  padding: Padding;
  labels: BasemapLabels;
  /** Begins the ids of this drawing's own. */
  name: string;
}
/** Air around a mark, in px. */
export const CASING = 1.4;
/** Px of the edge that a mark has, by certainty. */
export const EDGES = {official: 0, media: 0.9, claim: 1.3, disputed: 0.9};

/** How much of the room that is left in its box stands before a label. */
export const shareOf = (stand: Stand): number => (stand.endsWith("r") ? 0 : stand.endsWith("l") ? 1 : 0.5);

/** Where the line of a label stands: the point, and which end of the line stands there; and the middle of the mark that it names. */
export function lineOf(label: Label) {
  const {box, stand} = label.placed;
  const share = shareOf(stand);
  return {
    isName: label.kind === "country" || label.kind === "city" || label.kind === "capital",
    dot: label.wish.anchors[label.placed.anchor]!,
    x: box.x + box.width * share,
    y: box.y + LINE_HEIGHT / 2 + label.face.size * 0.36,
    anchor: (["left", "middle", "right"] as const)[share * 2]!,
  };
}

/** Everything that a drawing of the map holds over the land, as the app works it out. */
export function mapOf({telling, size, width, height, padding, labels, name}: MapInput) {
  const {session, i18n, loaded} = telling;
  const scene = new Scene(session, i18n, () => ({
    width,
    height,
    size,
    padding,
    camera: cameraOf(loaded, width, height, padding),
    covers: [],
    obstacles: [],
    labels,
    measure: widthOf,
  }));
  const {drawn, chosenPlace} = scene;
  const rtl = i18n.dir === "rtl";
  const inView = drawn.filter(({x, y, r}) => x > -r && y > -r && x < width + r && y < height + r);
  const halos = inView.filter(({halo}) => halo > 0);
  const isHatched = (series: "primary" | "counter") =>
    inView.some((glyph) => layers(glyph[series]).some(({certainty}) => certainty === "disputed"));

  function marksOf(nest: Nest, hue: "attack" | "strike") {
    const fills = {
      official: ink(hue),
      media: ink(`${hue}-light`),
      claim: ink("land"),
      disputed: `url(#${name}-${hue})`,
    };
    const half = hue === "attack" ? 0.5 : Math.SQRT1_2;
    return layers(nest).map(({certainty, r}) => {
      const edge = EDGES[certainty];
      return {
        r: tenth(r - edge * half),
        fill: fills[certainty],
        edge: edge || undefined,
        stroke: edge ? ink(hue) : undefined,
      };
    });
  }
  const lit = (id: string) =>
    loaded.story.focus.length === 0 || loaded.story.focus.includes(id.replace("country ", ""));
  const shown = scene.labelling.labels.map((label) => {
    const {anchor, ...at} = lineOf(label);
    return {
      ...label,
      ...at,
      x: tenth(at.x),
      y: tenth(at.y),
      // An SVG's start is where its text begins.
      anchor: (rtl ? {left: "end", middle: "middle", right: "start"} : {left: "start", middle: "middle", right: "end"})[
        anchor
      ],
      size: tenth(label.face.size),
    };
  });
  const scale = scene.labelling.spark?.scale ?? 1;
  const sparks = shown.flatMap(({spark, placed: {box, stand}}) => {
    if (spark === null) return [];
    const {pitch, width: bar} = sparkPitch(spark.length);
    const share = shareOf(stand);
    const left = box.x + (box.width - spark.length * pitch) * share;
    const foot = box.y + box.height;
    const bars = spark.map((n, i) =>
      n === 0 ? "" : `M${tenth(left + (i + 0.5) * pitch)} ${tenth(foot)}v${tenth(-n * scale)}`,
    );
    return [
      {
        bar: tenth(bar),
        bars: bars.join(""),
        base: `M${tenth(left)} ${tenth(foot + 0.5)}h${tenth(spark.length * pitch)}`,
      },
    ];
  });
  const dots = shown.filter(({kind}) => kind === "city" || kind === "capital");
  return {scene, inView, halos, isHatched, marksOf, chosenPlace, shown, sparks, dots, lit};
}
