import type {Language} from "../data/languages.ts";
import {share as ar} from "./ar/share.ts";
import {share as en} from "./en/share.ts";
import {share as fr} from "./fr/share.ts";

/** The words of sharing and embedding, which come with that dialog and not before. */
export const SHARE: Record<Language, typeof en> = {en, fr, ar};
