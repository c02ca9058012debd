import type {Messages} from "./en.ts";
import {common} from "./fr/common.ts";
import {facets} from "./fr/facets.ts";
import {list} from "./fr/list.ts";
import {map} from "./fr/map.ts";
import {timeline} from "./fr/timeline.ts";

export const fr: Messages = {common, facets, list, map, timeline};
