import type {DatePart, Reading} from "../../reading.ts";
import type {IssueCode} from "../../report.ts";
import type {LocalText, Role, Story} from "../../story.ts";
import type {Understanding} from "../understanding.ts";

/** The columns that make up a date, each with what it holds. */
export type Split = readonly (readonly [key: string, part: DatePart])[];

/** Names of one column and its values, for the reader. */
export interface Names {
  label?: LocalText;
  values?: Readonly<Record<string, LocalText>>;
}

/** What is known of a layout that many publish in. Columns are named by their normalised names. */
export interface Preset {
  name: string;
  /** Sets of columns; the header is this layout's when it has all of any set. */
  need: readonly (readonly string[])[];
  /** Asks more than the names, or instead of them where `need` is empty. */
  fits?(keys: readonly string[], sample: readonly (readonly string[])[]): boolean;
  /** The columns of each role, in order of preference. Roles that are not listed stay empty, unless `guess` is set. */
  roles: Partial<Record<Role, readonly (string | Split)[]>>;
  /** Fill roles that are not listed by names and values. */
  guess?: boolean;
  /** Roles may have a column a language, such as `title_fr`. */
  languages?: boolean;
  reading?: Reading;
  certainty?: Story["certainty"];
  facets: readonly string[];
  columns?: Readonly<Record<string, Names>>;
  credit?: LocalText;
  license?: string;
  licence?: Understanding["licence"];
  /** What rows are that are no records; `at` gives the cell of a column, "" where there is none. */
  aside?(at: (key: string) => string): IssueCode | null;
}
