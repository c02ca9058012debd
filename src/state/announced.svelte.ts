import {untrack} from "svelte";
import type {Failure} from "../data/import/imported.ts";
import type {ImportReport} from "../data/report.ts";
import type {ViewState} from "../data/viewState.ts";
import type {Opening} from "./opening.svelte.ts";
import type {Session} from "./session.svelte.ts";
import {whenViewRests} from "./viewRests.svelte.ts";

/** What a page around the app hears of it, all of it plain JSON. */
export interface Announcements {
  /** A view has come to rest: see `Session.view`. */
  view: ViewState;
  /** An event was chosen from what is on screen; "" when none is any more. */
  select: {id: string};
  /** Data has been read and is on screen. */
  report: ImportReport;
  /** Data could not be had or read. What was on screen stays. */
  error: {code: string; detail: string; params: Record<string, unknown>};
}

export type Tell = <T extends keyof Announcements>(type: T, data: Announcements[T]) => void;

const plain = <T>(value: T): T => JSON.parse(JSON.stringify(value)) as T;

/** Why what was brought cannot be shown; null while nothing is wrong with it. */
export function refusalOf(opening: Opening | null): Failure | null {
  if (opening === null || opening.failure !== null) return opening?.failure ?? null;
  const isEmpty = opening.stage === "review" && !opening.busy && opening.imported?.dataset.length === 0;
  return isEmpty ? {code: "no-rows", params: {}} : null;
}

/** Tells what happens in a session from now on; what is on screen already is told once. Returns how to stop. */
export function announce(session: Session, tell: Tell): () => void {
  return $effect.root(() => {
    $effect(() => {
      const {loaded} = session;
      if (loaded !== null) untrack(() => tell("report", plain(loaded.report)));
    });

    whenViewRests(session, (view) => tell("view", plain(view)));

    let chosen = "";
    let chosenOf: Session["loaded"] = null;
    $effect(() => {
      const {loaded} = session;
      const {row} = session.selection;
      const id = row === -1 || loaded === null ? "" : loaded.dataset.id(row);
      // What a view begins with was chosen by nobody.
      const isNew = id !== chosen && loaded === chosenOf;
      chosen = id;
      chosenOf = loaded;
      if (isNew) tell("select", {id});
    });

    $effect(() => {
      const {status} = session;
      if (status.kind !== "failed") return;
      const {code, detail, params} = status.error;
      tell("error", {code, detail, params: plain(params)});
    });

    $effect(() => {
      const failure = refusalOf(session.opening);
      if (failure === null) return;
      const name = untrack(() => session.opening?.name ?? "");
      tell("error", {code: failure.code, detail: name, params: plain(failure.params)});
    });
  });
}
