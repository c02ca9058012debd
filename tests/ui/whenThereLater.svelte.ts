import {whenThere} from "../../src/ui/whenThere.svelte.ts";

/** Something that comes and goes, as a component that is bound does. */
export function whenThereLater<T>(fetch: () => void) {
  let it = $state.raw<T | null>();
  let ask!: ReturnType<typeof whenThere<T>>;
  const stop = $effect.root(() => {
    ask = whenThere<T>(() => it, fetch);
  });
  return {ask, stop, come: (given: T) => (it = given), go: () => (it = null)};
}
