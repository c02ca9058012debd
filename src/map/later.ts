// What the first picture of most maps does without, in one file: the parts share so much that each alone would cost more than all.
export {default as Chooser} from "./Chooser.svelte";
export {Crowd} from "./crowd.svelte.ts";
export {default as CrowdCanvas} from "./CrowdCanvas.svelte";
export {default as CrowdLegend} from "./CrowdLegend.svelte";
export {default as CrowdReach} from "./CrowdReach.svelte";
export {default as Lines} from "./Lines.svelte";
export {default as Tag} from "./Tag.svelte";
