import {untrack} from "svelte";

/**
 * Has what is asked of something that may still be on its way done as soon as it has come, in order, and `fetch` called for it until then; at once
 * where it is there. To be called where effects may be.
 */
export function whenThere<T>(found: () => T | null | undefined, fetch: () => void): (act: (it: T) => void) => void {
  const early: ((it: T) => void)[] = [];
  $effect(() => {
    const it = found();
    if (it) untrack(() => early.splice(0).forEach((act) => act(it)));
  });
  return (act) => {
    const it = found();
    if (it) return act(it);
    early.push(act);
    fetch();
  };
}
