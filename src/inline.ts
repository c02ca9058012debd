import {defineInline} from "./inline/define.ts";

/** The name of the file with all styles, which the build writes here. */
const STYLES = "__DATELINE_STYLES__";

const home = new URL("./", import.meta.url).href;
defineInline(home, new URL(STYLES, home).href);
