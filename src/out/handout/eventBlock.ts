import type {Loaded} from "../../data/load.ts";
import {HANDOUT} from "../../i18n/handout.ts";
import type {I18n} from "../../i18n/i18n.svelte.ts";
import {roleText} from "../../i18n/roleText.ts";
import {titleOf} from "../../i18n/title.ts";
import {certaintyLine, facts} from "../../list/facts.ts";
import type {Session} from "../../state/session.svelte.ts";
import type {Block, Item} from "./blocks.ts";
import {said} from "./said.ts";

/** The chosen event as the card tells it: what, when, where, who says so, and what else is stated. Nothing where none is chosen. */
export function eventBlock({selection, facets}: Session, loaded: Loaded, i18n: I18n): Block[] {
  const {row} = selection;
  if (row === -1) return [];
  const t = HANDOUT[i18n.lang].text;
  const say = (text: string, most?: number) => said(text, i18n.dir, most);
  const summary = roleText(loaded, "summary", row, i18n.lang).text;
  const grade = certaintyLine(loaded, row, i18n);
  const stated = facts(loaded, facets, row, i18n).map(({label, value, note}): Item => {
    const whole = note === undefined || note === "" ? say(value) : `${say(value)} (${say(note)})`;
    return {text: t.pair(label, whole)};
  });
  const items: Item[] = [
    ...(summary === "" ? [] : [{text: say(summary, 1200)}]),
    ...(grade === null ? [] : [{text: say(grade.label)}]),
    ...stated,
  ];
  return [{kind: "list", heading: t.pair(t.event, say(titleOf(loaded, row, i18n).text, 300)), items}];
}
