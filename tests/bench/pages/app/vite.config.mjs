import {readdirSync} from "node:fs";
import {join} from "node:path";
import {mergeConfig} from "vite";
import app from "../../../../vite.config.ts";

const root = import.meta.dirname;
/** What stands beside the app's own page, and is made of its sources: there are none of them below `root`. */
const BESIDE = ["host-script", "inline-element", "single-file", "still", "service-worker"];
const plugins = app.plugins.flat().filter(({name}) => !BESIDE.includes(name));

/** The app's own build, with the bench's pages in place of its own. */
export default mergeConfig(
  {...app, plugins},
  {
    root,
    publicDir: join(root, "../../../../public"),
    logLevel: "warn",
    build: {
      outDir: join(root, "../../dist/app"),
      emptyOutDir: true,
      rolldownOptions: {
        input: readdirSync(root)
          .filter((name) => name.endsWith(".html"))
          .map((name) => join(root, name)),
      },
    },
  },
);
