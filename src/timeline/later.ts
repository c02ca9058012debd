// What the timeline's first picture does without, in one file: all of it comes at once, right after.
export {default as Annotations} from "./Annotations.svelte";
export {default as Extras} from "./Extras.svelte";
export {Labels} from "./labels.svelte.ts";
export {default as Leaders} from "./Leaders.svelte";
export {default as Rail} from "./Rail.svelte";
export {default as StatedValue} from "./StatedValue.svelte";
