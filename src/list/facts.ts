import {CERTAINTIES, COUNTER, SERIES, type Certainty, type Series} from "../data/dataset.ts";
import type {Loaded} from "../data/load.ts";
import type {Role} from "../data/story.ts";
import type {I18n} from "../i18n/i18n.svelte.ts";
import {BARE} from "../i18n/bare.ts";
import {cut} from "../i18n/cut.ts";
import {columnLabel, isNamed, valueLabel} from "../i18n/labels.ts";
import {roleText} from "../i18n/roleText.ts";
import {when} from "./when.ts";
import {where} from "./where.ts";

/** One line of what is known of an event: a name, what is said, and what qualifies it. */
export interface Fact {
  label: string;
  value: string;
  lang?: string | undefined;
  note?: string;
  noteLang?: string | undefined;
}

export interface CertaintyLine {
  certainty: Certainty;
  series: Series;
  label: string;
}

const NO_VALUE = /^(none|unknown|n\/?a|-)?$/i;
/** A fact is one line or a few; the columns have the rest. */
const LONGEST = 600;

const roleColumn = ({mapping}: Loaded, role: Role): string => {
  const column = mapping[role];
  return typeof column === "string" ? column : role;
};

export const seriesOf = ({dataset}: Loaded, row: number): Series => SERIES[dataset.columns.series[row]!]!;

export const certaintyOf = ({dataset}: Loaded, row: number): Certainty => CERTAINTIES[dataset.columns.certainty[row]!]!;

/** Who says so, in the words of the value itself; null when the table has no such column. */
export function certaintyLine(loaded: Loaded, row: number, i18n: I18n): CertaintyLine | null {
  if (loaded.mapping.certainty === undefined) return null;
  const value = loaded.dataset.text("certainty", row);
  const certainty = certaintyOf(loaded, row);
  const label = value === "" ? "" : valueLabel(loaded, roleColumn(loaded, "certainty"), value, i18n);
  const named = label !== "" && label !== value;
  return {certainty, series: seriesOf(loaded, row), label: named ? label : i18n.t.common.certainty[certainty]};
}

/** Everything else that the row says, in reading order; what the table has no column for is left out. */
export function facts(loaded: Loaded, facets: readonly string[], row: number, i18n: I18n): Fact[] {
  const {dataset, mapping} = loaded;
  const t = i18n.t.list;
  const time = when(dataset, row, i18n);
  const found: (Fact | null)[] = [{label: t.when, value: time.text, note: time.precision}];
  const place = where(loaded, row, i18n);
  if (place !== null) found.push({label: t.where, value: place.text, lang: place.lang, note: place.precision});
  found.push(claimed(loaded, row, i18n), casualties(loaded, row, i18n));

  const roles = (["certainty", "category", "country", "actor"] as const).map((role) => mapping[role]);
  const others = facets.filter((facet) => !roles.includes(facet));
  const say = (column: string, value: string) =>
    NO_VALUE.test(value.slice(0, 20)) ? [] : [valueLabel(loaded, column, value, i18n)];
  const beside = (facet: string) => mapping.actor !== undefined && facet.startsWith(`${roleColumn(loaded, "actor")}_`);
  const what = [
    ...(mapping.category === undefined ? [] : say(roleColumn(loaded, "category"), dataset.text("category", row))),
    ...others.filter((facet) => !beside(facet)).flatMap((facet) => say(facet, dataset.text(facet, row))),
  ];
  if (what.length > 0) found.push({label: t.what, value: what.join(" · ")});
  const [actor] = say(roleColumn(loaded, "actor"), dataset.text("actor", row));
  const side = others.filter(beside).flatMap((facet) => say(facet, dataset.text(facet, row)));
  if (actor !== undefined || side.length > 0)
    found.push({
      label: t.by,
      value: actor ?? side[0]!,
      lang: spoken(loaded, "actor", row, i18n),
      note: side.filter((each) => actor !== undefined && !actor.includes(each)).join(" · "),
    });
  const target = dataset.text("target", row);
  if (target !== "")
    found.push({
      label: t.target,
      value: valueLabel(loaded, roleColumn(loaded, "target"), target, i18n),
      lang: spoken(loaded, "target", row, i18n),
    });
  const many = dataset.number("multiplicity", row);
  if (many > 1) found.push({label: t.counts, value: t.reportOf(i18n.number(many), things(loaded, many, i18n))});
  return found
    .filter((fact) => fact !== null)
    .map((fact) => ({...fact, value: cut(fact.value, LONGEST), ...(fact.note && {note: cut(fact.note, LONGEST)})}));
}

/** What a row that stands for several stands for: the name of the column that says how many, else events. */
const things = (loaded: Loaded, count: number, i18n: I18n): string => {
  const column = roleColumn(loaded, "multiplicity");
  return isNamed(loaded, column) ? columnLabel(loaded, column, i18n) : i18n.t.common.event(count);
};

/** The language of a value that the story does not translate. */
function spoken(loaded: Loaded, role: Role, row: number, i18n: I18n): string | undefined {
  const column = roleColumn(loaded, role);
  const value = loaded.dataset.text(role, row);
  return valueLabel(loaded, column, value, i18n) === value ? loaded.story.language : undefined;
}

function claimed(loaded: Loaded, row: number, i18n: I18n): Fact | null {
  if (loaded.mapping.claimedBy === undefined) return null;
  const t = i18n.t.list;
  const value = loaded.dataset.text("claimedBy", row);
  if (value !== "")
    return {
      label: t.claimedBy,
      value: valueLabel(loaded, roleColumn(loaded, "claimedBy"), value, i18n),
      lang: spoken(loaded, "claimedBy", row, i18n),
    };
  return seriesOf(loaded, row) === "context" ? null : {label: t.claimedBy, value: t.nobody};
}

/** Killed and hurt: a blank is not known and never 0, and a note stands in for numbers that are both blank. */
function casualties(loaded: Loaded, row: number, i18n: I18n): Fact | null {
  const {dataset, mapping} = loaded;
  if (mapping.killed === undefined && mapping.wounded === undefined && mapping.casualtiesNote === undefined)
    return null;
  const t = i18n.t.list;
  const note = roleText(loaded, "casualtiesNote", row, i18n.lang);
  const killed = stated(loaded, "killed", row, i18n);
  const wounded = stated(loaded, "wounded", row, i18n);
  if (killed === null && wounded === null) {
    if (note.text !== "") return {label: t.casualties, value: note.text, lang: note.lang};
    return dataset.columns.series[row]! > COUNTER ? null : {label: t.casualties, value: t.notKnown};
  }
  const said = [
    ...(mapping.killed === undefined ? [] : [killed === null ? t.killedUnknown : t.killed(killed.n, killed.count)]),
    ...(mapping.wounded === undefined
      ? []
      : [wounded === null ? t.woundedUnknown : t.wounded(wounded.n, wounded.count)]),
  ];
  return {
    label: t.casualties,
    value: said.join(i18n.lang === "ar" ? "، " : ", "),
    note: note.text,
    noteLang: note.lang,
  };
}

/** A number as the row states it: `12`, `12–15`, `at least 5`; `count` is what a noun goes with. Null when nothing is stated. */
function stated(
  {dataset}: Loaded,
  role: "killed" | "wounded",
  row: number,
  i18n: I18n,
): {n: string; count: number} | null {
  const best = dataset.number(role, row);
  const low = dataset.number(`${role}.low`, row);
  const high = dataset.number(`${role}.high`, row);
  const words = BARE[i18n.lang];
  const [hasLow, hasHigh] = [!Number.isNaN(low), !Number.isNaN(high)];
  if (hasLow && hasHigh && low < high) return {n: words.range(i18n.number(low), i18n.number(high)), count: high};
  if (hasLow && !hasHigh) return {n: words.atLeast(i18n.number(low)), count: low};
  if (hasHigh && !hasLow && Number.isNaN(best)) return {n: words.atMost(i18n.number(high)), count: high};
  const count = Number.isNaN(best) ? high : best;
  return Number.isNaN(count) ? null : {n: i18n.number(count), count};
}
