import {keplerMap} from "./keplerMap.js";
import {shippedEvents} from "./shipped.js";
import {fullPage} from "./wholePage.js";

const DAY = 86_400_000;
const placed = shippedEvents().filter(({lat, scope}) => lat !== "" && scope === "core");
const rows = placed.map(({start, lat, lon}) => [Date.parse(start.slice(0, 10)), Number(lat), Number(lon), 0]);
const times = rows.map(([time]) => time);
const first = Math.min(...times);
let end = Math.max(...times) + DAY;
const map = await keplerMap(fullPage(), rows, [first, end]);

const counted = document.createElement("output");
counted.id = "counted";
const next = document.createElement("button");
next.id = "next";
next.textContent = "A week earlier";
next.style.cssText = counted.style.cssText = "position:fixed;top:0;left:0;z-index:9";
counted.style.top = "2em";
document.body.append(next, counted);
const tell = () => (counted.textContent = String(map.counted()));
tell();
next.addEventListener("click", () => {
  map.move(first, (end -= 7 * DAY));
  requestAnimationFrame(() => requestAnimationFrame(tell));
});
