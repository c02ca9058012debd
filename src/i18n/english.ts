import {list} from "./en/list.ts";
import {map} from "./en/map.ts";
import {en, type Messages} from "./en.ts";

export const english: Messages = {...en, list, map};
