import type {Language} from "../data/languages.ts";
import {crowd as ar} from "./ar/crowd.ts";
import {crowd as en} from "./en/crowd.ts";
import {crowd as fr} from "./fr/crowd.ts";

/** The words of a map on which there are too many places for a mark each. */
export const CROWD: Record<Language, typeof en> = {en, fr, ar};
