/** Px of the world at zoom 0. */
const SIZE = 512;

const shareX = (lng) => (lng + 180) / 360;
const shareY = (lat) => 0.5 - Math.log(Math.tan(Math.PI / 4 + (lat * Math.PI) / 360)) / (2 * Math.PI);
const latOf = (y) => (Math.atan(Math.sinh(Math.PI * (1 - 2 * y))) * 180) / Math.PI;
const turned = (lng) => ((((lng + 180) % 360) + 360) % 360) - 180;

/** Px of a row on a stage that looks at `[zoom, lat, lng]`, in each copy of the world that is within `air` px of it. */
export function pixelsOf({lat, lng}, [zoom, toLat, toLng], {width, height}, air = 0) {
  const size = SIZE * 2 ** zoom;
  const y = height / 2 + (shareY(lat) - shareY(toLat)) * size;
  if (y < -air || y > height + air) return [];
  const x = width / 2 + (shareX(lng) - shareX(toLng)) * size;
  const found = [];
  for (let copy = Math.ceil((-air - x) / size); x + copy * size <= width + air; copy++)
    found.push([x + copy * size, y]);
  return found;
}

/** `columns` by `lines` rows, at places `step` px apart at `zoom`, around a middle; row by row from the north-west. */
export function lattice({columns, lines, step, zoom, lat, lng}) {
  const share = step / (SIZE * 2 ** zoom);
  return Array.from({length: columns * lines}, (_, i) => ({
    lng: Number(turned(lng + ((i % columns) - (columns - 1) / 2) * share * 360).toFixed(6)),
    lat: Number(latOf(shareY(lat) + (Math.floor(i / columns) - (lines - 1) / 2) * share).toFixed(6)),
  }));
}

const DAY = 86_400_000;
const FIRST = Date.UTC(2020, 0, 1);
export const dayText = (day) => new Date(FIRST + day * DAY).toISOString().slice(0, 10);

/** Gives every row a title of its own and a day out of `days`, in an order that has nothing to do with where it is. */
export const dated = (rows, days) => rows.map((row, i) => ({...row, title: `Thing ${i}`, day: (i * 7919) % days}));

export const csvOf = (rows) =>
  [
    "date,title,latitude,longitude",
    ...rows.map(({day, title, lat, lng}) => [dayText(day), title, lat, lng].join(",")),
  ].join("\n");
