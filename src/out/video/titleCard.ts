import type {I18n} from "../../i18n/i18n.svelte.ts";
import {inksOf} from "../../still/inks.ts";
import {ARABIC_FONTS, FONTS, type Drawing, type Item} from "../drawing/drawing.ts";
import {measureIn} from "../drawing/measure.ts";
import {linesAt, tall, type Page, type Style} from "../poster/page.ts";
import {wrapped} from "../poster/wrap.ts";

interface CardInput {
  width: number;
  height: number;
  i18n: I18n;
  dark: boolean;
  palette: Readonly<Record<string, string>>;
  title: string;
  dek: string;
  /** The stretch of time that is played, in words. */
  period: string;
  credit: string;
}

/** What a card is set by: a wide one is read from farther away. */
const UNIT = 1080;

/** A card with the title, what it is about, when that was, and who must be named. */
export function titleCard({width, height, i18n, dark, palette, title, dek, period, credit}: CardInput): Drawing {
  const fonts = i18n.lang === "ar" ? ARABIC_FONTS : FONTS;
  const unit = Math.min(width, height) / UNIT;
  const inks = inksOf(dark, palette);
  const page: Page = {width, height, scale: 1, inks, fonts, i18n, measure: measureIn(fonts, 1)};
  const set = (family: Style["family"], size: number, weight: number, fill: string, leading: number): Style => {
    return {
      family,
      size: size * unit,
      weight,
      fill,
      leading: size * unit * (i18n.lang === "ar" ? leading + 0.25 : leading),
    };
  };
  const styles = {
    title: {...set("serif", title.length > 90 ? 64 : 84, 640, inks.ink, 1.1), tracking: -0.012},
    dek: set("serif", 38, 400, inks.ink2, 1.36),
    period: set("sans", 30, 550, inks.ink, 1.3),
    credit: set("sans", 22, 400, inks.muted, 1.4),
  };
  const margin = 88 * unit;
  const room = Math.min(width - 2 * margin, 1400 * unit);
  const gap = 34 * unit;
  const rule = 6 * unit;
  const blocks = [
    {lines: wrapped(page, title, room, styles.title, {most: 5, even: true}), style: styles.title},
    {lines: wrapped(page, dek, room, styles.dek, {most: 5}), style: styles.dek},
    {lines: wrapped(page, period, room, styles.period, {most: 2}), style: styles.period},
  ].filter(({lines}) => lines.length > 0);
  const feet = credit === "" ? [] : wrapped(page, credit, width - 2 * margin, styles.credit, {most: 3});
  const whole = blocks.reduce((sum, {lines, style}) => sum + tall(lines, style) + gap, rule);

  const items: Item[] = [{kind: "rect", x: 0, y: 0, width, height, fill: inks.paper}];
  let y = (height - whole) / 2;
  items.push({kind: "rect", x: margin, y, width: width - 2 * margin, height: rule, fill: inks.ink});
  y += rule + gap;
  for (const {lines, style} of blocks) {
    items.push(...linesAt(page, lines, margin, y, style));
    y += tall(lines, style) + gap;
  }
  items.push(...linesAt(page, feet, margin, height - margin - tall(feet, styles.credit), styles.credit));
  return {width, height, fonts, items};
}
