/** Memory by bytes and by words. */
export interface Memory {
  bytes: Uint8Array;
  view: DataView;
}

export const viewOf = ({buffer, byteOffset, byteLength}: Uint8Array): DataView =>
  new DataView(buffer, byteOffset, byteLength);

export const memoryOf = (bytes: Uint8Array): Memory => ({bytes, view: viewOf(bytes)});
