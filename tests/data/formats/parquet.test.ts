// @vitest-environment node
import {brotliCompressSync, gzipSync} from "node:zlib";
import type {CompressionCodec, SchemaElement} from "hyparquet";
import {geojsonToWkb, parquetWriteBuffer, type ColumnSource} from "hyparquet-writer";
import fc from "fast-check";
import {afterEach, describe, expect, it} from "vitest";
import {openParquet} from "../../../src/data/formats/parquet.ts";
import {ImportError} from "../../../src/data/formats/table.ts";
import {wkbPoint} from "../../../src/data/formats/wkbPoint.ts";
import {readTable} from "./tableReader.ts";

type Options = Partial<Parameters<typeof parquetWriteBuffer>[0]>;
const parquet = (columnData: ColumnSource[], options: Options = {}) => parquetWriteBuffer({columnData, ...options});
const leaf = (name: string, type: SchemaElement["type"], more: Partial<SchemaElement> = {}): SchemaElement => ({
  name,
  type,
  repetition_type: "OPTIONAL",
  ...more,
});
const root = (...children: SchemaElement[]): SchemaElement[] => [
  {name: "root", num_children: children.length},
  ...children,
];

const open = async (file: ArrayBuffer | Blob) => {
  const opened = await openParquet(file);
  const [table] = opened.tables;
  return {opened, columns: table.columns, ...(await readTable(table))};
};
const failure = async (file: ArrayBuffer | Blob): Promise<string> => {
  try {
    await open(file);
  } catch (error) {
    if (error instanceof ImportError) return error.code;
    throw error;
  }
  return "none";
};
/** One column of the given element, as text. */
const column = async (element: SchemaElement, data: unknown[]) => {
  const {rows} = await open(parquet([{name: element.name, data}], {schema: root(element)}));
  return rows.map(([cell]) => cell);
};

afterEach(() => expect(Object.keys(Object.prototype)).toEqual([]));

/** One frame of one raw block, after RFC 8878. */
function zstdFrame(bytes: Uint8Array): Uint8Array {
  const head = new DataView(new ArrayBuffer(12));
  head.setUint32(0, 0xfd2fb528, true);
  head.setUint8(4, 0xa0);
  head.setUint32(5, bytes.length, true);
  const block = (bytes.length << 3) | 1;
  [0, 8, 16].forEach((shift, i) => head.setUint8(9 + i, (block >> shift) & 255));
  return new Uint8Array([...new Uint8Array(head.buffer), ...bytes]);
}

/** One sequence of literals. */
function lz4Block(bytes: Uint8Array): Uint8Array {
  const more = bytes.length - 15;
  const length = more < 0 ? [bytes.length << 4] : [240, ...Array<number>(Math.floor(more / 255)).fill(255), more % 255];
  return new Uint8Array([...length, ...bytes]);
}

describe("Parquet", () => {
  it("gives its columns and rows as text", async () => {
    const {opened, columns, rows, lines} = await open(
      parquet([
        {name: "id", data: [9007199254740993n, -1n], type: "INT64"},
        {name: "n", data: [1, -2], type: "INT32"},
        {name: "x", data: [0.1, NaN], type: "DOUBLE"},
        {name: "f", data: [33.3, -0.1], type: "FLOAT"},
        {name: "yes", data: [true, false], type: "BOOLEAN"},
        {name: "text", data: ["é; “x”", ""], type: "STRING"},
        {name: "__proto__", data: ["a", "b"], type: "STRING"},
      ]),
    );
    expect(opened).toMatchObject({format: "parquet", tables: [{name: "", rows: 2}]});
    expect(columns).toEqual(["id", "n", "x", "f", "yes", "text", "__proto__"]);
    expect(rows).toEqual([
      ["9007199254740993", "1", "0.1", "33.3", "true", "é; “x”", "a"],
      ["-1", "-2", "", "-0.1", "false", "", "b"],
    ]);
    expect(lines).toEqual([0, 0]);
  });

  it("leaves nothing where there is nothing", async () => {
    const {rows} = await open(
      parquet([
        {name: "a", data: ["x", null, undefined]},
        {name: "b", data: [1, null, 3]},
      ]),
    );
    expect(rows).toEqual([
      ["x", "1"],
      ["", ""],
      ["", "3"],
    ]);
  });

  it("writes days as calendar dates, before 1970 and before our era too", async () => {
    const days = {
      "2024-01-28": 19750,
      "1970-01-01": 0,
      "1969-12-31": -1,
      "0044-03-15": -703383,
      "-0044-03-15": -735525,
      "9999-12-31": 2932896,
    };
    expect(await column(leaf("d", "INT32", {converted_type: "DATE"}), Object.values(days))).toEqual(Object.keys(days));
  });

  it("writes instants with a Z where they are counted in UTC, to the second or as fine as they are", async () => {
    const at = BigInt(Date.UTC(2024, 0, 28, 14, 30));
    const stamp = (unit: "MILLIS" | "MICROS" | "NANOS", isAdjustedToUTC: boolean) =>
      leaf("t", "INT64", {logical_type: {type: "TIMESTAMP", unit, isAdjustedToUTC}});
    expect(await column(stamp("MILLIS", true), [at, at + 120n, null])).toEqual([
      "2024-01-28T14:30:00Z",
      "2024-01-28T14:30:00.12Z",
      "",
    ]);
    expect(await column(stamp("MICROS", false), [at * 1000n + 1n])).toEqual(["2024-01-28T14:30:00.000001"]);
    expect(await column(stamp("NANOS", false), [at * 1_000_000n, -1n])).toEqual([
      "2024-01-28T14:30:00",
      "1969-12-31T23:59:59.999999999",
    ]);
    expect(await column(stamp("MILLIS", false), [BigInt(Date.UTC(2024, 0, 28))])).toEqual(["2024-01-28T00:00:00"]);
    expect(await column(leaf("t", "INT64", {converted_type: "TIMESTAMP_MILLIS"}), [at])).toEqual([
      "2024-01-28T14:30:00Z",
    ]);
    expect(await column(leaf("t", "INT32", {converted_type: "TIME_MILLIS"}), [52_200_000])).toEqual(["14:30:00"]);
  });

  it("keeps every digit of a decimal", async () => {
    const decimal = (type: SchemaElement["type"], scale: number, more: Partial<SchemaElement> = {}) =>
      leaf("d", type, {converted_type: "DECIMAL", scale, precision: 38, ...more});
    expect(await column(decimal("INT64", 3), [1234567890123456789n, -5n, 0n])).toEqual([
      "1234567890123456.789",
      "-0.005",
      "0.000",
    ]);
    expect(await column(decimal("INT32", 0), [12n])).toEqual(["12"]);
    const wide = decimal("FIXED_LEN_BYTE_ARRAY", 10, {type_length: 16});
    expect(await column(wide, [123456789012345678901234567890n, -1n])).toEqual([
      "12345678901234567890.1234567890",
      "-0.0000000001",
    ]);
  });

  it("joins lists and takes groups apart", async () => {
    const {columns, rows} = await open(
      parquet(
        [
          {name: "who", data: [["a", "b"], [], null]},
          {name: "place", data: [{name: "X", lat: 1.5}, {name: null, lat: 2}, null]},
        ],
        {
          schema: root(
            {name: "who", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST"},
            {name: "list", repetition_type: "REPEATED", num_children: 1},
            leaf("element", "BYTE_ARRAY", {converted_type: "UTF8"}),
            {name: "place", repetition_type: "OPTIONAL", num_children: 2},
            leaf("name", "BYTE_ARRAY", {converted_type: "UTF8"}),
            leaf("lat", "DOUBLE"),
          ).map((element) => (element.name === "root" ? {...element, num_children: 2} : element)),
        },
      ),
    );
    expect(columns).toEqual(["who", "place.name", "place.lat"]);
    expect(rows).toEqual([
      ["a; b", "X", "1.5"],
      ["", "", "2"],
      ["", "", ""],
    ]);
  });

  it("has the points of GeoParquet as degrees, and no others", async () => {
    const wkb = [
      {type: "Point" as const, coordinates: [38.7, 33.3]},
      {
        type: "LineString" as const,
        coordinates: [
          [1, 2],
          [3, 4],
        ],
      },
    ].map((geometry) => geojsonToWkb(geometry));
    const geo = (crs: unknown) => ({
      schema: root(leaf("geometry", "BYTE_ARRAY")),
      kvMetadata: [{key: "geo", value: JSON.stringify({columns: {geometry: {encoding: "WKB", crs}}})}],
    });
    const data = [{name: "geometry", data: [...wkb, null]}];
    const {columns, rows, warnings} = await open(parquet(data, geo(undefined)));
    expect(columns).toEqual(["geometry.lat", "geometry.lon"]);
    expect(rows).toEqual([
      ["33.3", "38.7"],
      ["", ""],
      ["", ""],
    ]);
    expect(warnings).toEqual([]);
    const projected = await open(parquet(data, geo({id: {authority: "EPSG", code: 2154}})));
    expect(projected.warnings).toEqual(["other-crs 0 EPSG:2154"]);
    expect(projected.rows[0]).toEqual(["", ""]);
  });

  it("is read whatever its codec", async () => {
    const data = [
      {name: "text", data: Array.from({length: 3000}, (_, i) => `row ${i % 7}`), encoding: "PLAIN" as const},
    ];
    const packers: [CompressionCodec, ((bytes: Uint8Array) => Uint8Array) | null][] = [
      ["UNCOMPRESSED", null],
      ["SNAPPY", null],
      ["GZIP", gzipSync],
      ["BROTLI", brotliCompressSync],
      ["ZSTD", zstdFrame],
      ["LZ4_RAW", lz4Block],
    ];
    for (const [codec, pack] of packers) {
      const file = parquet(data, {codec, compressors: pack === null ? {} : {[codec]: pack}});
      expect((await open(file)).rows.map(([cell]) => cell)).toEqual(data[0].data);
    }
    const lzo = parquet(data, {codec: "LZO", compressors: {LZO: (bytes: Uint8Array) => bytes}});
    expect(await failure(lzo)).toBe("unsupported");
  });

  it("is read group by group, from a Blob as well", async () => {
    const data = [{name: "n", data: Array.from({length: 1000}, (_, i) => i), type: "INT32" as const}];
    const file = parquet(data, {rowGroupSize: 300});
    const fromBlob = await open(new Blob([file]));
    expect(fromBlob.rows.map(([cell]) => Number(cell))).toEqual(data[0].data);
    expect(fromBlob.progress).toHaveLength(4);
    expect(fromBlob.progress.at(-1)).toBe(file.byteLength);
    expect((await readTable(fromBlob.opened.tables[0])).rows).toEqual((await open(file)).rows);
  });

  it("passes on what a sink throws", async () => {
    const {tables} = await openParquet(parquet([{name: "n", data: [1]}]));
    const stop = new Error("enough");
    const reading = tables[0].read({
      row: () => {
        throw stop;
      },
      reject() {},
      warn() {},
      progress() {},
    });
    await expect(reading).rejects.toBe(stop);
  });

  it("gives back any table", async () => {
    const record = fc.tuple(
      fc.option(fc.string({unit: "grapheme", maxLength: 10})),
      fc.option(fc.bigInt({min: -(2n ** 63n), max: 2n ** 63n - 1n})),
      fc.option(fc.double({noNaN: true, noDefaultInfinity: true})),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(record, {minLength: 1, maxLength: 50}),
        fc.integer({min: 1, max: 20}),
        async (table, rowGroupSize) => {
          const data = (i: number): unknown[] => table.map((cells) => cells[i]);
          const file = parquet(
            [
              {name: "s", data: data(0), type: "STRING", nullable: true},
              {name: "i", data: data(1), type: "INT64", nullable: true},
              {name: "d", data: data(2), type: "DOUBLE", nullable: true},
            ],
            {rowGroupSize},
          );
          const expected = table.map((cells) => cells.map((value) => (value === null ? "" : String(value))));
          expect((await open(file)).rows).toEqual(expected);
        },
      ),
      {numRuns: 100},
    );
  });
});

describe("broken Parquet", () => {
  const good = parquet(
    [
      {name: "s", data: ["a", "b", "b", null]},
      {name: "d", data: [new Date(0), new Date(1), null, new Date(2)]},
      {name: "l", data: [[1, 2], [], null, [3, 3, 3]]},
      {name: "b", data: [true, null, false, true]},
    ],
    {
      rowGroupSize: 2,
      schema: [
        {name: "root", num_children: 4},
        leaf("s", "BYTE_ARRAY", {converted_type: "UTF8"}),
        leaf("d", "INT64", {converted_type: "TIMESTAMP_MILLIS"}),
        {name: "l", repetition_type: "OPTIONAL", num_children: 1, converted_type: "LIST"},
        {name: "list", repetition_type: "REPEATED", num_children: 1},
        leaf("element", "INT32"),
        leaf("b", "BOOLEAN"),
      ],
    },
  );

  it("is refused as such", async () => {
    expect(await failure(new ArrayBuffer(0))).toBe("broken");
    expect(await failure(new TextEncoder().encode("PAR1 no PAR1").buffer)).toBe("broken");
    for (let length = 0; length < good.byteLength; length += 7)
      expect(await failure(good.slice(0, length))).toBe("broken");
  });

  it("is told from a locked one", async () => {
    const locked = new Uint8Array(good.slice(0));
    locked.set([0x50, 0x41, 0x52, 0x45], locked.length - 4);
    expect(await failure(locked.buffer)).toBe("encrypted");
  });

  it("is refused where an element has fewer than no children", async () => {
    const said = new Uint8Array(good);
    const indexAt = said.length - 8 - new DataView(good).getUint32(said.length - 8, true);
    // Minus one, as the index writes it.
    const changed = Array.from(said.keys()).filter((at) => at >= indexAt && at < said.length - 8 && said[at] === 2);
    const codes = [];
    for (const at of changed) {
      const copy = new Uint8Array(good.slice(0));
      copy[at] = 1;
      codes.push(await failure(copy.buffer));
    }
    expect(codes).toContain("broken");
  });

  it("with any bytes changed is read or refused, and nothing else", async () => {
    const change = fc.tuple(fc.nat(good.byteLength - 1), fc.integer({min: 0, max: 255}));
    await fc.assert(
      fc.asyncProperty(fc.array(change, {minLength: 1, maxLength: 6}), async (changes) => {
        const copy = new Uint8Array(good.slice(0));
        for (const [at, value] of changes) copy[at] = value;
        const started = performance.now();
        await failure(copy.buffer);
        expect(performance.now() - started).toBeLessThan(5000);
      }),
      {numRuns: 1500},
    );
  }, 60_000);
});

describe("well-known binary", () => {
  const point = (little: boolean, type: number, srid: number | null) => {
    const bytes = new DataView(new ArrayBuffer(40));
    bytes.setUint8(0, little ? 1 : 0);
    bytes.setUint32(1, type, little);
    if (srid !== null) bytes.setUint32(5, srid, little);
    bytes.setFloat64(srid === null ? 5 : 9, 38.7, little);
    bytes.setFloat64(srid === null ? 13 : 17, 33.3, little);
    return new Uint8Array(bytes.buffer);
  };

  it("is a point in either byte order, with heights, and with a reference system", () => {
    expect(wkbPoint(point(true, 1, null))).toEqual([38.7, 33.3]);
    expect(wkbPoint(point(false, 1001, null))).toEqual([38.7, 33.3]);
    expect(wkbPoint(point(true, 0x80000001, null))).toEqual([38.7, 33.3]);
    expect(wkbPoint(point(true, 0x20000001, 4326))).toEqual([38.7, 33.3]);
  });

  it("is no point otherwise", () => {
    expect(wkbPoint(point(true, 2, null))).toBeNull();
    expect(wkbPoint(new Uint8Array(20))).toBeNull();
  });
});
