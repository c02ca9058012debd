/** Texts that were gathered elsewhere, as a store keeps them and as they came, with what is known of each column. */
export interface TextPart {
  blocks: readonly Uint8Array[];
  /** As they stand in a `CellStore`. */
  marks: Uint32Array;
  units: Float64Array;
  highest: Uint8Array;
}
