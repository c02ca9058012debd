import {join} from "node:path";
import {build, type Plugin, type Rolldown} from "vite";

const NAME = "embed.js";
const ENTRY = join(import.meta.dirname, "../host/embed.ts");

/** Puts the script for pages that frame Dateline beside the page, as one classic script. */
export function hostScript(): Plugin {
  return {
    name: "host-script",
    configureServer(server) {
      server.middlewares.use(`/${NAME}`, (_, response, next) => {
        hostCode().then((code) => {
          response.setHeader("content-type", "text/javascript; charset=utf-8");
          response.end(code);
        }, next);
      });
    },
    async generateBundle() {
      this.emitFile({type: "asset", fileName: NAME, source: await hostCode()});
    },
  };
}

async function hostCode(): Promise<string> {
  const {output} = (await build({
    configFile: false,
    logLevel: "warn",
    build: {
      write: false,
      target: "es2022",
      modulePreload: {polyfill: false},
      rolldownOptions: {input: ENTRY, output: {format: "iife"}},
    },
  })) as Rolldown.RolldownOutput;
  return output[0].code;
}
