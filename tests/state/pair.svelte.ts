/** Two values that can be followed. */
export class Pair {
  value = $state(0);
  of = $state(0);
}

/** Runs `read` whenever what it reads changes; returns how to stop that. */
export const follow = (read: () => void): (() => void) =>
  $effect.root(() => {
    $effect(read);
  });

/** Runs `make`, which may make effects; returns how to end those. */
export const rooted = (make: () => void): (() => void) => $effect.root(make);
