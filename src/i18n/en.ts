import {common} from "./en/common.ts";
import {facets} from "./en/facets.ts";
import type {list} from "./en/list.ts";
import type {map} from "./en/map.ts";
import {timeline} from "./en/timeline.ts";

/** The words of the first picture; those of the list and the map come with them. */
export const en = {common, facets, timeline};

/** Every word of the interface; each language gives all of them. */
export type Messages = typeof en & {list: typeof list; map: typeof map};
