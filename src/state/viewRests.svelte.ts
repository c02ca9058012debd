import {untrack} from "svelte";
import type {ViewState} from "../data/viewState.ts";
import {Rest} from "./rest.ts";
import type {Session} from "./session.svelte.ts";

/** Ms without a change after which a view has come to rest. */
const REST = 250;

/** Calls `then` with the view of a session each time it has come to rest, while data is shown. To be called where effects may be made. */
export function whenViewRests(session: Session, then: (view: ViewState) => void): void {
  const rest = new Rest(() => then(untrack(() => session.view)), REST);
  $effect(() => {
    if (session.loaded === null) return rest.end();
    session.watchView();
    rest.putOff();
  });
  $effect(() => () => rest.end());
}
