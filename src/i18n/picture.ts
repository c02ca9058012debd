import type {Language} from "../data/languages.ts";
import {picture as ar} from "./ar/picture.ts";
import {picture as en} from "./en/picture.ts";
import {picture as fr} from "./fr/picture.ts";

/** The words of taking a picture, which come with that tab and not before. */
export const PICTURE: Record<Language, typeof en> = {en, fr, ar};
