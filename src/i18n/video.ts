import type {Language} from "../data/languages.ts";
import {video as ar} from "./ar/video.ts";
import {video as en} from "./en/video.ts";
import {video as fr} from "./fr/video.ts";

/** The words of making a video, which come with that tab and not before. */
export const VIDEO: Record<Language, typeof en> = {en, fr, ar};
