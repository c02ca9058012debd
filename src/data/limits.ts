const MB = 1_000_000;

/** What one file may cost. Beyond these a reader throws an ImportError that names the limit, or, for cells, shortens with an issue. */
export const LIMITS = {
  /** Bytes of a file as it comes. */
  bytes: 600 * MB,
  /** Bytes of a file after gzip or zip. */
  unpackedBytes: 1200 * MB,
  /** A packed file that grows by more than this, once it is past `ratioFrom` bytes, is taken for a bomb. */
  ratio: 200,
  ratioFrom: 10 * MB,
  /** Bytes of a format that has to be held whole: JSON, XLSX, KML. */
  wholeBytes: 250 * MB,
  /** Bytes of a story file, with the tables in it. */
  storyBytes: 50 * MB,
  rows: 5_000_000,
  columns: 2000,
  /** UTF-16 units of one cell; the rest is cut off and said so. */
  cell: 1_000_000,
  /** Nesting of JSON and XML. */
  depth: 64,
} as const;
