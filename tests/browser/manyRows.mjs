import {createWriteStream} from "node:fs";
import {once} from "node:events";

const HEADER =
  "event_id,event_date,event_time,event_type,sub_event_type,actor1,actor2,country,admin1,admin2,location,latitude,longitude,geo_precision,source,source_scale,notes,fatalities,injured,verified";
const TYPES = ["Battles", "Explosions", "Protests", "Riots", "Developments", "Violence"];
const WORDS =
  "at dawn near the bridge a group of armed men stopped two lorries and left before police came to the".split(" ");
const SCALES = ["National", "Subnational", "International", "Local partner", "New media"];

/** Numbers from 0 up to 1 that come the same in every run. */
export function seeded(seed) {
  let state = seed >>> 0;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return state / 2 ** 32;
  };
}

/**
 * Writes a CSV of `rows` events in 20 columns, about 160 bytes each, in no order of time: ten years, 200 countries, every second row in one of
 * 5,000 towns and the others where nothing else happened. Every thousandth row has no date and every 500th no place.
 */
export async function writeMany(path, rows) {
  const random = seeded(20231017);
  const pick = (list) => list[Math.floor(random() * list.length)];
  const stream = createWriteStream(path);
  let text = `${HEADER}\n`;
  for (let i = 1; i <= rows; i++) {
    const day = new Date(Date.UTC(2014, 0, 1) + Math.floor(random() * 3652) * 86_400_000).toISOString().slice(0, 10);
    const time = `${String(Math.floor(random() * 24)).padStart(2, "0")}:${String(Math.floor(random() * 60)).padStart(2, "0")}`;
    const town = Math.floor(random() * 5000);
    const isTown = i % 2 === 0;
    const [lat, lon] = isTown
      ? [((town * 37) % 1300) / 10 - 60, ((town * 91) % 3400) / 10 - 170]
      : [random() * 130 - 60, random() * 340 - 170];
    const type = pick(TYPES);
    const at = Math.floor(random() * WORDS.length);
    text += [
      `EV${i}`,
      i % 1000 === 0 ? "" : day,
      time,
      type,
      `Kind ${i % 40}`,
      `Group ${Math.floor(random() * 300)}`,
      random() < 0.5 ? "Civilians" : `Forces ${Math.floor(random() * 40)}`,
      `Country ${town % 200}`,
      `Region ${town % 900}`,
      "",
      isTown ? `Town ${town}` : "",
      i % 500 === 0 ? "" : lat.toFixed(4),
      i % 500 === 0 ? "" : lon.toFixed(4),
      isTown ? 1 : 2,
      `Paper ${i % 50}`,
      pick(SCALES),
      `${WORDS.slice(at).join(" ").slice(0, 26)} ${i}`,
      Math.floor(random() * 4),
      Math.floor(random() * 9),
      i % 3 === 0 ? "yes" : "no",
    ].join(",");
    text += "\n";
    if (text.length > 1_000_000) {
      if (!stream.write(text)) await once(stream, "drain");
      text = "";
    }
  }
  stream.end(text);
  await once(stream, "finish");
}
