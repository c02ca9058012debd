declare module "wawoff2" {
  /** A woff2 file as the TTF or OTF that is packed in it. */
  export function decompress(woff2: Uint8Array): Promise<Uint8Array>;
}
