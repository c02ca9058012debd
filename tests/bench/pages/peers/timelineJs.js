import cssUrl from "@knight-lab/timelinejs/dist/css/timeline.css?url";
import scriptUrl from "@knight-lab/timelinejs/dist/js/timeline.js?url";
import {runScript} from "./script.js";
import {shippedEvents} from "./shipped.js";
import {addStyles} from "./wholePage.js";

addStyles(cssUrl);
await runScript(scriptUrl);
document.body.style.margin = "0";
const box = document.getElementById("timeline");
box.style.cssText = "width:100%;height:600px";

const events = shippedEvents().map(({id, title_en, summary_en, start}) => {
  const [year, month, day] = start.slice(0, 10).split("-").map(Number);
  return {unique_id: id, start_date: {year, month, day}, text: {headline: title_en, text: summary_en}};
});
globalThis.timeline = new globalThis.TL.Timeline("timeline", {events}, {font: null, hash_bookmark: false});
