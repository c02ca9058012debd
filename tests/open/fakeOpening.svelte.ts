import type {Failure, Imported, Progress} from "../../src/data/import/imported.ts";
import type {Choices} from "../../src/data/understand/understanding.ts";
import type {Brought, Opening} from "../../src/state/opening.svelte.ts";

/** An opening that reads nothing: it keeps what it was asked for, and shows what the test gives it next. */
export class FakeOpening implements Opening {
  readonly source: Brought = {kind: "text", text: ""};
  readonly stage = "review";
  readonly progress: Progress | null = null;
  readonly secondsLeft = null;
  name = $state("incidents-2023.csv");
  imported = $state.raw<Imported | null>(null);
  busy = $state(false);
  failure = $state.raw<Failure | null>(null);
  choices = $state.raw<Choices>({});
  shown = $state(false);
  recipe = $state.raw<Choices | null>(null);
  /** What it was told to do, in order. */
  readonly told: (Partial<Choices> | "useRecipe" | "saveRecipe" | "commit" | "cancel")[] = [];

  constructor(imported: Imported | null = null) {
    this.imported = imported;
    if (imported !== null) this.name = imported.file.name;
  }

  async change(choices: Partial<Choices>): Promise<void> {
    this.told.push(choices);
    this.choices = {...this.choices, ...choices};
  }
  async useRecipe(): Promise<void> {
    this.told.push("useRecipe");
    this.recipe = null;
  }
  saveRecipe(): void {
    this.told.push("saveRecipe");
  }
  commit(): void {
    this.told.push("commit");
  }
  cancel(): void {
    this.told.push("cancel");
  }
}
