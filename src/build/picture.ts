import {Resvg} from "@resvg/resvg-js";
import {mkdtemp, readFile, rm, writeFile} from "node:fs/promises";
import {tmpdir} from "node:os";
import {join} from "node:path";
import {decompress} from "wawoff2";

/** Faces that drawings are set in, by package and the file's name without its ending. */
const FACES = [
  ["source-serif-4", "source-serif-4-latin-400-normal"],
  ["source-serif-4", "source-serif-4-latin-600-normal"],
  ["source-serif-4", "source-serif-4-latin-700-normal"],
  ["inter", "inter-latin-400-normal"],
  ["inter", "inter-latin-600-normal"],
  ["noto-sans-arabic", "noto-sans-arabic-arabic-400-normal"],
  ["noto-sans-arabic", "noto-sans-arabic-arabic-600-normal"],
] as const;

/** Turns drawings into PNG. */
export interface Painter {
  /** `svg` at its own size, or `width` px wide. */
  paint(svg: string, width?: number): Uint8Array;
  /** Removes the faces from the disk. */
  close(): Promise<void>;
}

/** A painter that knows the app's faces, taken from the packages under `root`; the machine's own are not used. */
export async function painter(root: string): Promise<Painter> {
  const folder = await mkdtemp(join(tmpdir(), "dateline-faces-"));
  const fontFiles: string[] = [];
  // One after the other: the unpacker hands out a part of its one memory, which the next file overwrites.
  for (const [family, name] of FACES) {
    const packed = await readFile(join(root, `node_modules/@fontsource/${family}/files/${name}.woff2`));
    const path = join(folder, `${name}.ttf`);
    await writeFile(path, Buffer.from(await decompress(packed)));
    fontFiles.push(path);
  }
  return {
    paint: (svg, width) =>
      new Resvg(svg, {
        font: {fontFiles, loadSystemFonts: false, defaultFontFamily: "Inter"},
        ...(width !== undefined && {fitTo: {mode: "width", value: width}}),
      })
        .render()
        .asPng(),
    close: () => rm(folder, {recursive: true, force: true}),
  };
}
