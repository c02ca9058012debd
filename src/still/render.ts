import {isoText} from "../data/calendar.ts";
import {render} from "svelte/server";
import type {Component} from "svelte";
import Card from "./Card.svelte";
import {CARD, NARROW, WIDE} from "./forms.ts";
import {groundStage, type Ground, type GroundStage} from "./ground.ts";
import {readLabels, type LabelTable} from "../map/labels.ts";
import type {Loaded} from "../data/load.ts";
import Still from "./Still.svelte";
import type {Telling} from "./telling.ts";

export {loadFrom, tell} from "./telling.ts";

/** The stages that `Ground` is to be made for: of the still, and of the picture to share. */
export const stagesOf = (loaded: Loaded): {still: GroundStage; card: GroundStage} => ({
  still: groundStage(loaded, [WIDE, NARROW]),
  card: groundStage(loaded, [CARD]),
});

/** The still of a story as HTML without scripts, styles or style attributes. `labels` is the basemap's table of names. */
export const stillOf = (telling: Telling, ground: Ground, labels: LabelTable): string =>
  markupOf(Still, {telling, ground, labels: readLabels(labels)});

/** The picture of 1200 by 630 px that stands for the page where it is shared, as SVG in the light theme. */
export const cardOf = (telling: Telling, ground: Ground, labels: LabelTable): string => {
  const svg = markupOf(Card, {telling, ground, labels: readLabels(labels)});
  return telling.i18n.dir === "rtl" ? inArabicAlone(svg) : svg;
};

/**
 * For what knows of no direction and cannot change faces within an Arabic text: one that runs from right to left starts at its right end,
 * between marks that have it read so, in letters, digits and signs that an Arabic face holds.
 */
const inArabicAlone = (svg: string): string =>
  svg.replace(/(<text [^>]*>)(.*?)(?=<\/text>)/g, (_, head: string, content: string) => {
    const own = content.replace(/(^|>)([^<]+)/g, (_, before: string, text: string) => before + arabic(text));
    if (!head.includes('direction="rtl"')) return head + own;
    const anchor = /text-anchor="(\w+)"/.exec(head)?.[1] ?? "start";
    const turned = {start: "end", end: "start"}[anchor] ?? anchor;
    const opening = head
      .replace(/ (direction|text-anchor)="\w+"/g, "")
      .replace("<text", `<text text-anchor="${turned}"`);
    return `${opening}${RIGHT_TO_LEFT}${own}${RIGHT_TO_LEFT}`;
  });
const RIGHT_TO_LEFT = "\u200f";
const ARABIC_ZERO = 0x660;
const arabic = (text: string): string =>
  text
    .replace(/\d/g, (digit) => String.fromCharCode(ARABIC_ZERO + Number(digit)))
    .replace(/\u00a0/g, " ")
    .replace(/\.$/, "")
    .replace(/\. /g, "، ")
    .replace(/: ?/g, " ");

function markupOf<Props extends Record<string, unknown>>(component: Component<Props>, props: Props): string {
  const {body} = render(component as Component, {props});
  // What Svelte leaves for taking over in the browser; nothing takes over here.
  return body.replace(/<!--.*?-->/gs, "").replace(/><\/(path|circle|use|rect|line)>/g, "/>");
}

/** What the page is called and what it tells machines of the record, in the language of the telling. */
export function wordsOf({loaded: {story, dataset}, i18n}: Telling) {
  const [start, end] = dataset.extent;
  return {
    title: i18n.text(story.title),
    description: i18n.text(story.dek),
    record: {
      name: i18n.text(story.name) || i18n.text(story.title),
      license: story.license ?? "",
      credit: i18n.text(story.credit),
      from: isoText(start).slice(0, 10),
      to: isoText(end - 1).slice(0, 10),
      box: story.bounds ?? null,
      table: `data/${story.data}`,
    },
  };
}
