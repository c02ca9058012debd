/** Memory by bytes and by words. */
export interface Memory {
  bytes: Uint8Array;
  view: DataView;
}

export const memoryOf = (bytes: Uint8Array): Memory => ({
  bytes,
  view: new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength),
});
