/** A column of repeated values: `values[codes[row]]`. Code 0 is always the empty text. */
export interface CategoryColumn {
  codes: Uint16Array | Uint32Array;
  values: readonly string[];
}

export const valueAt = (column: CategoryColumn, row: number): string => column.values[column.codes[row]!]!;

/** Numbers values in the order they first appear. */
export interface CategoryStore {
  code(value: string): number;
  /** The different values so far, by code. */
  values(): readonly string[];
}

export class CategoryBuilder implements CategoryStore {
  #codes = new Map<string, number>([["", 0]]);
  #values = [""];

  code(value: string): number {
    let code = this.#codes.get(value);
    if (code === undefined) {
      code = this.#values.length;
      this.#codes.set(value, code);
      this.#values.push(value);
    }
    return code;
  }

  values(): readonly string[] {
    return this.#values;
  }
}

/** A column of these codes, in as few bytes as its values allow. */
export const categoryColumn = (codes: Uint32Array, values: readonly string[]): CategoryColumn => ({
  codes: values.length > 65_535 ? codes : new Uint16Array(codes),
  values,
});
