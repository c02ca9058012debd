import {common} from "./en/common.ts";
import {list} from "./en/list.ts";
import {map} from "./en/map.ts";
import {timeline} from "./en/timeline.ts";

export const en = {common, list, map, timeline};

/** Every word of the interface; each language gives all of them. */
export type Messages = typeof en;
