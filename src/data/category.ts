/** A column of repeated values: `values[codes[row]]`. Code 0 is always the empty text. */
export interface CategoryColumn {
  codes: Uint16Array | Uint32Array;
  values: readonly string[];
}

export const valueAt = (column: CategoryColumn, row: number): string => column.values[column.codes[row]!]!;

/** Collects values and numbers them in the order they first appear. */
export class CategoryBuilder {
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

  finish(codes: ArrayLike<number>, order: Uint32Array): CategoryColumn {
    const sorted = this.#values.length > 65_535 ? new Uint32Array(order.length) : new Uint16Array(order.length);
    for (let i = 0; i < order.length; i++) sorted[i] = codes[order[i]!]!;
    return {codes: sorted, values: this.#values};
  }
}
