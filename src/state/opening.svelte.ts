import type {Failure, Imported, Progress} from "../data/import/imported.ts";
import type {Story} from "../data/story.ts";

/** What the reader brings: files, a text that was pasted, or an address. */
export type Source =
  | {kind: "files"; files: readonly File[]}
  | {kind: "text"; text: string; name?: string}
  | {kind: "address"; address: string};

/** What the reader decided about the file at hand; the rest is found out. The same fields stand in a story file and in a recipe. */
export type Choices = Pick<
  Partial<Story>,
  "mapping" | "reading" | "timezone" | "facets" | "series" | "certainty" | "columns" | "title"
>;

/** One file on its way to the screen. What is on screen stays until `commit`. */
export interface Opening {
  readonly source: Source;
  readonly name: string;
  readonly stage: "reading" | "review" | "failed";
  readonly progress: Progress | null;
  /** Seconds left by the pace so far; null when that cannot be said. */
  readonly secondsLeft: number | null;
  /** The last reading that went through; while `busy` a newer one is under way. */
  readonly imported: Imported | null;
  readonly busy: boolean;
  readonly failure: Failure | null;
  readonly choices: Choices;
  /** Set when the dataset on screen is this one: `commit` then applies what was changed. */
  readonly shown: boolean;
  /** A saved recipe for the same header, when there is one and it is not in use. */
  readonly recipe: Choices | null;
  /** Reads again with other choices; they replace fields of the same name. */
  change(choices: Partial<Choices>): Promise<void>;
  useRecipe(): Promise<void>;
  saveRecipe(): void;
  commit(): void;
  /** Stops at once; what was on screen stays. */
  cancel(): void;
}
