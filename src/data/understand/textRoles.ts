import type {Role} from "../story.ts";
import type {Column} from "./columns.ts";
import {profileNumbers} from "./counts.ts";
import {isPartial, scoreName} from "./nameScore.ts";
import type {Meaning} from "./roleWords.ts";
import {certaintyCodes, datePrecisionCodes, placePrecisionCodes} from "./valueWords.ts";

/** A column chosen for a role, and the word of its name that said so; "" where its values did. */
export interface Choice {
  column: Column;
  word: string;
}

export type TextRole = Extract<Role, Meaning> & Exclude<Role, "start" | "end" | "lat" | "lon">;

const ROLES: readonly TextRole[] = [
  "title",
  "summary",
  "category",
  "certainty",
  "killed",
  "wounded",
  "actor",
  "target",
  "country",
  "place",
  "placePrecision",
  "datePrecision",
  "sources",
  "link",
  "id",
  "notes",
];

const NAMED = 34;
const OUTRIGHT = 85;
const FEW = 5;

const isText = ({kind}: Column): boolean => kind === "text" || kind === "category" || kind === "id";

/** Whether what stands in a column can fill a role. `score` is what its name earned: an outright name needs less proof. */
function fits(role: TextRole, column: Column, score: number): boolean {
  const {kind, values, cells, counts, length, linked} = column;
  if (cells.length === 0) return score >= OUTRIGHT;
  if (values.length === 0) return false;
  const outright = score >= OUTRIGHT;
  const few = values.length < FEW;
  switch (role) {
    case "title":
      return (
        column.numeric < 0.5 &&
        linked < 0.3 &&
        length <= 200 &&
        (few || counts.size >= values.length * (outright ? 0.2 : 0.5) || counts.size > 400)
      );
    case "summary":
      return (
        column.numeric < 0.3 &&
        linked < 0.5 &&
        (outright || length >= 20 || few) &&
        (counts.size > 1 || values.length < 10)
      );
    case "category":
      return (
        isText(column) &&
        length <= 80 &&
        (outright || few || (counts.size <= 60 && counts.size > 1 && kind === "category"))
      );
    case "certainty":
      return values.length >= cells.length * 0.5 && certaintyCodes(counts) !== null;
    case "killed":
    case "wounded": {
      if (linked > 0 || length > 60) return false;
      const {read, filled} = profileNumbers(values);
      return filled > 0 && read >= filled * 0.5;
    }
    case "actor":
    case "target":
      return isText(column) && length <= 200 && (counts.size > 1 || few || outright);
    case "country":
      return isText(column) && length <= 60 && counts.size <= 300;
    case "place":
      return isText(column) && length <= 160 && values.length >= cells.length * 0.05;
    case "placePrecision":
      return placePrecisionCodes(counts) !== null;
    case "datePrecision":
      return datePrecisionCodes(counts) !== null;
    case "sources":
      return column.numeric < 0.3;
    case "link":
      return linked >= 0.6;
    case "id":
      return (
        column.different >= values.length * (outright ? 0.95 : 1) &&
        length <= 120 &&
        column.spaced < 0.5 &&
        values.length >= cells.length * 0.9 &&
        !isFraction(column)
      );
    case "notes":
      return column.numeric < 0.3 && linked < 0.5;
  }
}

const isFraction = ({values, numeric}: Column): boolean =>
  numeric > 0.9 && values.some((value) => /[.,]\d/.test(value));

interface Candidate extends Choice {
  role: TextRole;
  score: number;
}

/** Fills roles from columns that are free, best names first; each column fills one role. `settled` roles are left alone. */
export function chooseTexts(free: readonly Column[], settled: ReadonlySet<Role>): Map<TextRole, Choice> {
  const candidates: Candidate[] = [];
  for (const column of free) {
    for (const role of ROLES) {
      if (settled.has(role)) continue;
      const {score, word} = scoreName(role, column.key);
      const partial = (role === "killed" || role === "wounded") && score < OUTRIGHT && isPartial(column.key);
      const full = score * (partial ? 0.6 : 1) * (0.6 + 0.4 * filled(column)) + (isTotal(role, column.key) ? 12 : 0);
      if (score >= NAMED && fits(role, column, score)) candidates.push({role, column, word, score: full});
    }
  }
  candidates.sort((a, b) => b.score - a.score || a.column.index - b.column.index);
  const chosen = new Map<TextRole, Choice>();
  const used = new Set<Column>();
  for (const {role, column, word} of candidates) {
    if (chosen.has(role) || used.has(column)) continue;
    if (isOneOfSeveralParts(role, column, candidates)) continue;
    chosen.set(role, {column, word});
    used.add(column);
  }
  const left = free.filter((column) => !used.has(column));
  fillByValues(left, chosen, settled);
  return chosen;
}

const filled = ({values, cells}: Column): number => values.length / Math.max(1, cells.length);

const isTotal = (role: TextRole, key: string): boolean =>
  (role === "killed" || role === "wounded") && key.split("_").includes("total");

/** A count of civilians beside a count of soldiers, with no total: neither stands for the whole. */
const isOneOfSeveralParts = (role: TextRole, column: Column, candidates: readonly Candidate[]): boolean =>
  (role === "killed" || role === "wounded") &&
  isPartial(column.key) &&
  candidates.some((other) => other.role === role && other.column !== column && isPartial(other.column.key));

const PROSE = 40;

function fillByValues(left: readonly Column[], chosen: Map<TextRole, Choice>, settled: ReadonlySet<Role>): void {
  const open = (role: TextRole) => !chosen.has(role) && !settled.has(role);
  const take = (role: TextRole, column: Column | undefined): void => {
    if (column !== undefined) chosen.set(role, {column, word: ""});
  };
  const rest = () => left.filter((column) => ![...chosen.values()].some((choice) => choice.column === column));
  const summary = chosen.get("summary");
  if (summary === undefined && open("summary")) {
    const notes = chosen.get("notes");
    const prose = rest()
      .filter(({kind, length, spaced, linked}) => kind === "text" && length >= PROSE && spaced > 0.6 && linked < 0.3)
      .sort((a, b) => b.length * filled(b) - a.length * filled(a))[0];
    if (
      notes !== undefined &&
      !settled.has("notes") &&
      notes.column.length >= PROSE &&
      (prose === undefined || notes.column.length >= prose.length * 0.5)
    ) {
      chosen.set("summary", notes);
      chosen.delete("notes");
    } else take("summary", prose);
  }
  if (open("category")) take("category", bestCategory(rest()));
  if (open("certainty"))
    take(
      "certainty",
      rest().find(
        ({counts, cells, values, kind}) =>
          kind === "category" &&
          counts.size > 1 &&
          values.length >= cells.length * 0.5 &&
          certaintyCodes(counts) !== null,
      ),
    );
  if (open("link") && (chosen.get("sources")?.column.linked ?? 0) < 0.5)
    take(
      "link",
      rest().find((column) => column.linked >= 0.9 && !isMedia(column.key)),
    );
  if (open("title"))
    take(
      "title",
      rest().find((column) => column.key === "summary" && column.length <= 120 && column.numeric < 0.5),
    );
  shortSummaryIsTitle(chosen, settled);
}

const MEDIA = new Set("image images img photo picture thumbnail thumb icon logo avatar video media audio".split(" "));
export const isMedia = (key: string): boolean => key.split("_").some((word) => MEDIA.has(word));

const HEADLINE = 40;

/** Where no column is a title, a description of a few words that differs from row to row is one. */
function shortSummaryIsTitle(chosen: Map<TextRole, Choice>, settled: ReadonlySet<Role>): void {
  const summary = chosen.get("summary");
  if (summary === undefined || chosen.has("title") || settled.has("title") || settled.has("summary")) return;
  const {length, counts, values} = summary.column;
  if (length > HEADLINE || length === 0 || counts.size < values.length * 0.5) return;
  chosen.set("title", summary);
  chosen.delete("summary");
}

/** How well a column of few values divides the rows: most for some ten values of like number. */
export function evenness({counts, values}: Column): number {
  if (counts.size < 2) return 0;
  let entropy = 0;
  for (const count of counts.values()) entropy -= (count / values.length) * Math.log2(count / values.length);
  return Math.min(entropy, 3);
}

const NOT_KINDS: readonly Meaning[] = [
  "country",
  "place",
  "certainty",
  "id",
  "placePrecision",
  "datePrecision",
  "sources",
  "day",
  "month",
];

const NO_KIND = new Set("id status code".split(" "));
const ABOUT_THE_ROW = new Set("coord geo lat lon precision source sources weekday week indexable version".split(" "));
/** Whether a name speaks of how a row was made, or of its place in the week, rather than of what happened. */
export const isAboutTheRow = (key: string): boolean => key.split("_").some((word) => ABOUT_THE_ROW.has(word));
const YES_NO = new Set(
  "true false yes no y n t f ja nein oui non si sí não sim да нет כן לא 0 1 x evet hayır tak nie نعم لا".split(" "),
);
export const isYesNo = ({counts}: Column): boolean =>
  counts.size <= 3 && [...counts.keys()].every((value) => YES_NO.has(value.toLowerCase()));

/** Columns of 2 to 40 values that say what kind of thing a row is, best first. */
const bestCategory = (columns: readonly Column[]): Column | undefined =>
  columns
    .filter(
      (column) =>
        column.kind === "category" &&
        column.counts.size >= 2 &&
        column.counts.size <= 40 &&
        filled(column) >= 0.5 &&
        !isYesNo(column) &&
        !isAboutTheRow(column.key) &&
        !column.key.split("_").some((word) => NO_KIND.has(word)) &&
        !NOT_KINDS.some((meaning) => scoreName(meaning, column.key).score >= 45),
    )
    .sort((a, b) => evenness(b) * filled(b) - evenness(a) * filled(a))[0];
