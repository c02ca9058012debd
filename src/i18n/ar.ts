import type {Messages} from "./en.ts";
import {common} from "./ar/common.ts";
import {facets} from "./ar/facets.ts";
import {list} from "./ar/list.ts";
import {map} from "./ar/map.ts";
import {timeline} from "./ar/timeline.ts";

export const ar: Messages = {common, facets, list, map, timeline};
