import {readFile} from "node:fs/promises";
import {createRequire} from "node:module";
import {basename, join} from "node:path";
import type {Face} from "../data/save/singlePage.ts";

/** The faces for letters that the fonts of every page lack, and where their files are, by name. `root` is the project's folder. */
export async function facesIn(root: string): Promise<{faces: Face[]; files: Record<string, string>}> {
  const css = await readFile(join(root, "src/ui/fonts/others.css"), "utf8");
  const {resolve} = createRequire(join(root, "package.json"));
  const files: Record<string, string> = {};
  const faces = [...css.matchAll(/@font-face\s*\{([^}]*)\}/g)].map(([, rule]) => {
    const said = (name: string): string => {
      const found = new RegExp(`${name}:\\s*([^;]*);`).exec(rule!)?.[1];
      if (found === undefined) throw new Error(`a face without ${name}: ${rule}`);
      return found.replace(/\s+/g, " ");
    };
    const path = /url\("([^"]*)"\)/.exec(said("src"))![1]!;
    const file = basename(path);
    files[file] = resolve(path);
    return {
      family: said("font-family").replaceAll('"', ""),
      weight: said("font-weight"),
      range: said("unicode-range"),
      file,
    };
  });
  return {faces, files};
}
