const NAMES = [
  "id",
  "date",
  "latitude",
  "longitude",
  "place",
  "category",
  "certainty",
  "actor",
  "killed",
  "title",
  "notes",
];
const AT = Object.fromEntries(NAMES.map((name, at) => [name, at]));

/** What a linked page needs of a table: typed columns, codes for values that repeat, and texts, in order of time. Rows are arrays of cells. */
export class Table {
  #time = [];
  #lat = [];
  #lon = [];
  #killed = [];
  #codes = ["place", "category", "certainty", "actor"].map((name) => ({
    name,
    at: AT[name],
    known: new Map(),
    codes: [],
  }));
  #texts = ["id", "title", "notes"].map((name) => ({name, at: AT[name], values: []}));

  /** `cells` are texts, or numbers where the parser has made them so. */
  add(cells) {
    const date = cells[AT.date];
    this.#time.push(date instanceof Date ? date.getTime() : Date.parse(date));
    this.#lat.push(Number(cells[AT.latitude]));
    this.#lon.push(Number(cells[AT.longitude]));
    this.#killed.push(Number(cells[AT.killed]));
    for (const {at, known, codes} of this.#codes) {
      const value = cells[at];
      let code = known.get(value);
      if (code === undefined) known.set(value, (code = known.size));
      codes.push(code);
    }
    for (const {at, values} of this.#texts) values.push(cells[at]);
  }

  /** The columns, sorted. */
  finish() {
    const time = Float64Array.from(this.#time);
    const order = Uint32Array.from(time, (_, row) => row).sort((a, b) => time[a] - time[b] || a - b);
    const sorted = (values, Kind = Float64Array) => Kind.from(order, (row) => values[row]);
    const codes = Object.fromEntries(
      this.#codes.map(({name, known, codes}) => [name, {codes: sorted(codes, Uint16Array), values: [...known.keys()]}]),
    );
    return {
      time: sorted(time),
      lat: sorted(this.#lat),
      lon: sorted(this.#lon),
      killed: sorted(this.#killed),
      codes,
      texts: Object.fromEntries(this.#texts.map(({name, values}) => [name, Array.from(order, (row) => values[row])])),
      category: (row) => codes.category.values[codes.category.codes[row]],
    };
  }
}

export {NAMES};
