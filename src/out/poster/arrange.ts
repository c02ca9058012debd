import type {Period} from "../../data/period.ts";
import type {BasemapLabels} from "../../map/labels.ts";
import type {Chapter, Session} from "../../state/session.svelte.ts";
import type {Source} from "../../data/sources.ts";
import type {Padding} from "../../map/mercator.ts";
import type {Box} from "../../ui/layout.ts";
import type {Fade, Item} from "../drawing/drawing.ts";
import {chipsOf, listOf, looksOf} from "./certainty.ts";
import {creditsOf, publishersOf} from "./credits.ts";
import {dateItems, rangeItem, tempoItems, TEMPO_HEIGHT} from "./dial.ts";
import type {Form} from "./forms.ts";
import {Instrument} from "./instrument.ts";
import {MapPart} from "./mapPart.ts";
import {boxAt, type Page} from "./page.ts";
import {Texts} from "./texts.ts";

export interface ArrangeInput {
  page: Page;
  form: Form;
  session: Session;
  chapter: Chapter | undefined;
  sources: ReadonlyMap<string, Source>;
  labels: BasemapLabels | null;
  over: Period;
  /** Whether the window is going to be moved over that stretch. */
  moves: boolean;
  home: string;
}

/** What is drawn once, and what is drawn for each window. */
export interface Arranged {
  ground: Item[];
  moment(): Item[];
}

const DATE = 46;
const LEAST_MAP = 120;

/** Lays a picture out: from the top the texts and the map, then date and timeline, then who says so. */
export function arrange(input: ArrangeInput): Promise<Arranged> {
  return input.form.arrangement === "beside" ? beside(input) : over(input);
}

function common({page, form, session, chapter, sources, over}: ArrangeInput) {
  const {air} = form;
  const width = page.width - 2 * air.side;
  const cited = publishersOf(session, sources, over, chapter);
  const credits = creditsOf(page, session, cited, {start: air.side, width, lines: form.sources});
  const foot = page.height - air.bottom - credits.height;
  const hasMap = session.loaded!.dataset.placeCount > 0;
  return {width, credits, foot, hasMap, looks: looksOf(page, session)};
}

/** Texts at the side of the map, which runs on under them; below it date and timeline beside each other, or under each other. */
async function beside(input: ArrangeInput): Promise<Arranged> {
  const {page, form, session, chapter, labels, over, moves, home} = input;
  const {air, column, gutter} = form;
  const {inks} = page;
  const {width, credits, foot, hasMap, looks} = common(input);
  const hasGutter = gutter > 0;
  const start = air.side;
  const textWidth = hasMap ? column : width;
  const chips = (top: number, wide: number) => chipsOf(page, looks, start, top, wide);
  // A chapter's text needs the room that a list would take.
  const isListed = hasGutter && (chapter === undefined || form.paper !== null);
  const chipsHeight = isListed ? 0 : chips(0, hasGutter ? textWidth : width).height;
  const under = hasGutter ? 22 : DATE + 28 + chipsHeight;
  const lowest = foot - form.timeline - under;
  const keyHeight = isListed ? looks.length * 19 + 10 : hasGutter ? chipsHeight + 10 : 0;
  const room = lowest - air.top - keyHeight - 8;
  const {title, long} = form;
  const texts = new Texts({page, session, chapter, title, long, start, width: textWidth, room, over});
  const below = air.top + texts.height + 10;
  // Without a map the timeline begins where the texts end.
  const split = hasMap ? lowest : Math.min(lowest, below + keyHeight + 14);
  const timeline = form.timeline + lowest - split;
  const list = isListed
    ? listOf(page, looks, start, below, Math.min(textWidth, 340))
    : hasGutter
      ? chips(below, textWidth)
      : chips(foot - 6 - chipsHeight, width);
  const covered = air.side + column + 12;
  const rtl = page.i18n.dir === "rtl";
  const padding: Padding = {
    top: 14,
    right: rtl ? covered + 30 : 44,
    bottom: 40,
    left: rtl ? 30 : covered + 8,
  };
  const mapBox: Box = {x: 0, y: 0, width: page.width, height: split};
  const keyWidth = page.width - covered - 12;
  const key = {start, width: textWidth, height: split - below + 8 - (hasGutter ? keyHeight : 0)};
  const line = {start: covered, width: keyWidth};
  const map = hasMap
    ? await MapPart.prepare({
        page,
        session,
        box: mapBox,
        padding,
        foot: line,
        beside: key,
        panelled: false,
        labels,
        over,
        home,
      })
    : null;
  const plotTop = split + (hasGutter ? 14 : DATE + 20);
  const plotStart = hasGutter ? air.side + gutter + 14 : air.side;
  // The words of the axis stand at the right in every language.
  const plotWidth = page.width - plotStart - air.side / 2;
  const plotBox: Box = {
    x: rtl && hasGutter ? air.side : plotStart,
    y: plotTop,
    width: plotWidth,
    height: timeline,
  };
  const instrument = new Instrument(page, session, plotBox, "medium");
  const dialTop = split + (hasGutter ? 18 : 12);
  const dial = hasGutter ? 70 : DATE;
  const tempoFrom = hasGutter ? {start, top: dialTop + dial + 14} : {start: start + width * 0.56, top: dialTop + 6};
  const tempoWidth = hasGutter ? gutter : width * 0.44;
  return {
    ground: [
      ...(map?.ground ?? []),
      ...(map === null ? [] : veil(page, covered, map.end)),
      ...texts.ground(air.top),
      ...list.ground,
      {kind: "path", d: `M0 ${split}H${page.width}`, stroke: inks.ink, thick: 1.6},
      ...instrument.ground,
      ...credits.items(foot),
    ],
    moment: () => [
      ...(map?.moment() ?? []),
      ...texts.moment(air.top),
      ...list.moment(),
      ...dateItems(
        page,
        session,
        start,
        dialTop,
        dial,
        hasGutter ? start + gutter : tempoFrom.start - 10,
        !hasGutter,
        moves,
      ),
      ...tempoItems(page, session, tempoFrom.start, tempoFrom.top, tempoWidth),
      ...(hasGutter ? [rangeItem(page, session, start, tempoFrom.top + TEMPO_HEIGHT + 20, gutter)] : []),
      ...instrument.moment(),
    ],
  };
}

/** Texts over the map, which goes from edge to edge; below it date, timeline, key. */
async function over(input: ArrangeInput): Promise<Arranged> {
  const {page, form, session, chapter, labels, over, moves, home} = input;
  const {air} = form;
  const {inks} = page;
  const {width, credits, foot, hasMap, looks} = common(input);
  const start = air.side;
  const chips = (top: number) => chipsOf(page, looks, start, top, width);
  const chipsTop = foot - 10 - chips(0).height;
  const date = form.title > 30 ? 60 : DATE + 4;
  const most = chipsTop - air.top - date - form.timeline - 46;
  const room =
    most - (hasMap ? Math.max(LEAST_MAP, Math.min(page.width / 1.75, most * (chapter === undefined ? 0.5 : 0.42))) : 0);
  const {title, long} = form;
  const texts = new Texts({page, session, chapter, title, long, start, width, room, over});
  const mapTop = air.top + texts.height + 10;
  const left = most - texts.height;
  const mapHeight = hasMap ? left : 0;
  const timeline = form.timeline + (hasMap ? 0 : left);
  const mapBox: Box = {x: 0, y: mapTop, width: page.width, height: mapHeight};
  const padding: Padding = {top: 18, right: 64, bottom: 26, left: 64};
  const map = hasMap
    ? await MapPart.prepare({
        page,
        session,
        box: mapBox,
        padding,
        foot: {start, width},
        panelled: true,
        labels,
        over,
        home,
      })
    : null;
  const dialTop = mapTop + mapHeight + 14;
  const plotTop = dialTop + date + 12;
  const plotBox: Box = {x: start, y: plotTop, width: page.width - start - air.side / 2, height: timeline};
  const instrument = new Instrument(page, session, plotBox, "medium");
  const list = chips(chipsTop);
  const half = width * 0.54;
  const edge = (y: number): Item => ({kind: "path", d: `M0 ${y}H${page.width}`, stroke: inks.rule});
  return {
    ground: [
      ...(map?.ground ?? []),
      ...(map === null ? [] : [edge(mapTop), edge(map.end)]),
      ...texts.ground(air.top),
      ...instrument.ground,
      ...list.ground,
      {kind: "rect", ...boxAt(page, start, foot - 5, width, 0.8), fill: inks.rule},
      ...credits.items(foot),
    ],
    moment: () => [
      ...(map?.moment() ?? []),
      ...texts.moment(air.top),
      ...dateItems(page, session, start, dialTop, date, start + half - 10, true, moves),
      ...tempoItems(page, session, start + half, dialTop + date - TEMPO_HEIGHT, width - half),
      ...instrument.moment(),
      ...list.moment(),
    ],
  };
}

/** Paper over the side of the map on which texts stand, which fades out beyond them. */
function veil(page: Page, covered: number, height: number): Item[] {
  const {paper} = page.inks;
  const wide = covered + 90;
  const box = boxAt(page, 0, 0, wide, height);
  const [from, to] = page.i18n.dir === "rtl" ? [box.x + wide, box.x] : [0, wide];
  const solid = (covered - 60) / wide;
  const fill: Fade = {
    kind: "fade",
    from: [from, 0],
    to: [to, 0],
    stops: [
      {at: 0, colour: paper, opacity: 1},
      {at: solid, colour: paper, opacity: 1},
      {at: (solid + 1) / 2, colour: paper, opacity: 0.6},
      {at: 1, colour: paper, opacity: 0},
    ],
  };
  return [{kind: "rect", ...box, fill}];
}
