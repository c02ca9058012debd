import {createHash} from "node:crypto";
import {readFile, writeFile} from "node:fs/promises";
import {join, resolve} from "node:path";
import type {Plugin, Rolldown} from "vite";
import {LANGUAGES, type Language} from "../data/languages.ts";
import {fileOf, headOf, oembed, oembedOf, pictureOf, siteOf, type Page} from "./discovery.ts";
import {originsOf, pageFrom, type Parts} from "./pages.ts";
import {painter} from "./picture.ts";
import {renderAll, type Rendered} from "./renderer.ts";

const VIEWS = ["explore", "embed"] as const;
/** What is fetched at once by each arrangement. */
const ARRANGEMENTS = {explore: "/src/Desk.svelte", embed: "/src/Embed.svelte"};
/** Scripts that pages elsewhere name by their address, and may pin by their hash. */
const PINNED = ["embed.js", "inline.js"];

/**
 * Writes the story into the pages of the build: in each language a page to explore and one to embed, with the picture of the story in it,
 * and what is needed to find, share and embed them. Reads `DATELINE_URL`, the address of the folder that the build will stand in, and
 * `DATELINE_ORIGINS`, the origins whose pages may drive an embed.
 */
export function still(): Plugin {
  let root = "";
  let outDir = "";
  return {
    name: "still",
    apply: "build",
    configResolved(config) {
      root = config.root;
      outDir = resolve(root, config.build.outDir);
    },
    generateBundle: {
      order: "post",
      async handler(_, bundle) {
        const built = bundle["index.html"];
        if (built?.type !== "asset") this.error("no index.html was built");
        const site = siteOf(process.env["DATELINE_URL"]);
        const origins = originsOf(process.env["DATELINE_ORIGINS"]);
        if (site === null)
          this.info(
            "DATELINE_URL is not set: the pages have no canonical address, picture to share or oEmbed, which need it.",
          );
        const rendered = await renderAll(root);
        const html = String(built.source);
        for (const view of VIEWS) {
          const scripts = earlyOf(bundle, ARRANGEMENTS[view], html);
          for (const each of rendered) {
            const page: Page = {view, lang: each.lang};
            const early = [...fontsOf(bundle, each.lang), ...scripts];
            const source = pageFrom(html, {
              page,
              head: headOf(factsOf(page, each, site)),
              still: each.still,
              early,
              origins,
            });
            if (fileOf(page) === "index.html") built.source = source;
            else this.emitFile({type: "asset", fileName: fileOf(page), source});
          }
        }
        for (const {lang, title} of site === null ? [] : rendered)
          this.emitFile({type: "asset", fileName: oembedOf(lang), source: oembed(site!, lang, title)});
        for (const [fileName, source] of await pictures(root, rendered))
          this.emitFile({type: "asset", fileName, source});
      },
    },
    closeBundle: {
      order: "post",
      sequential: true,
      async handler() {
        const hashes = await integrityOf(outDir);
        await writeFile(join(outDir, "integrity.json"), `${JSON.stringify(hashes, null, 2)}\n`);
        for (const [name, hash] of Object.entries(hashes)) console.log(`${name}  ${hash}`);
      },
    },
  };
}

function factsOf(page: Page, {title, description, record}: Rendered, site: string | null) {
  return {page, title, description, site, record};
}

/** The chunk of an arrangement, what it imports and its styles, where the page does not fetch them already. */
function earlyOf(bundle: Rolldown.OutputBundle, module: string, html: string): Parts["early"] {
  const chunks = Object.values(bundle).filter((file) => file.type === "chunk");
  const first = chunks.find(({facadeModuleId, moduleIds}) =>
    [facadeModuleId, ...moduleIds].some((id) => id?.endsWith(module)),
  );
  if (first === undefined) return [];
  const modules = [first.fileName, ...first.imports];
  const styles = modules.flatMap((name) => [
    ...(chunks.find(({fileName}) => fileName === name)?.viteMetadata?.importedCss ?? []),
  ]);
  return [
    ...modules.map((name) => ({href: `./${name}`, as: "module" as const})),
    ...[...new Set(styles)].map((name) => ({href: `./${name}`, as: "style" as const})),
  ].filter(({href}) => !html.includes(href));
}

/** The faces that a page is set in. */
function fontsOf(bundle: Rolldown.OutputBundle, lang: Language): Parts["early"] {
  const faces = lang === "ar" ? ["noto-sans-arabic"] : ["source-serif-4-display", "source-serif-4-text", "inter"];
  return faces.flatMap((face) =>
    Object.keys(bundle)
      .filter((name) => new RegExp(`/${face}-[\\w-]{8}\\.woff2$`).test(name))
      .map((name) => ({href: `./${name}`, as: "font" as const})),
  );
}

/** The pictures of the build as PNG, by name. */
async function pictures(root: string, rendered: readonly Rendered[]): Promise<[string, Uint8Array][]> {
  const icon = await readFile(join(root, "public/icon.svg"), "utf8");
  const {paint, close} = await painter(root);
  try {
    return [
      ...LANGUAGES.map((lang): [string, Uint8Array] => [
        pictureOf(lang),
        paint(rendered.find((each) => each.lang === lang)!.card),
      ]),
      ["icon-32.png", paint(icon, 32)],
      ["icon-192.png", paint(onPaper(icon), 192)],
      ["icon-512.png", paint(onPaper(icon), 512)],
      ["apple-touch-icon.png", paint(onPaper(icon), 180)],
    ];
  } finally {
    await close();
  }
}

/** An icon for what cuts its corners: on paper, with air around it. */
const onPaper = (icon: string): string =>
  icon
    .replace(/viewBox="[^"]*"/, 'viewBox="-6 -6 44 44"')
    .replace(/(<svg[^>]*>)/, '$1<path d="M-6-6h44v44H-6z" fill="#f8f5ee"/>');

/** The hashes of the scripts that there are, by name, as `integrity` attributes take them. */
async function integrityOf(folder: string): Promise<Record<string, string>> {
  const hashes: Record<string, string> = {};
  for (const name of PINNED) {
    const code = await readFile(join(folder, name)).catch(() => null);
    if (code !== null) hashes[name] = `sha384-${createHash("sha384").update(code).digest("base64")}`;
  }
  return hashes;
}
