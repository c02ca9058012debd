import {readdirSync} from "node:fs";
import {join} from "node:path";

const root = import.meta.dirname;

export default {
  root,
  base: "./",
  publicDir: false,
  logLevel: "error",
  build: {
    target: "es2022",
    outDir: join(root, "../../dist/peers"),
    emptyOutDir: true,
    assetsInlineLimit: 0,
    modulePreload: {polyfill: false},
    rolldownOptions: {
      input: readdirSync(root)
        .filter((name) => name.endsWith(".html"))
        .map((name) => join(root, name)),
    },
  },
  worker: {format: "es"},
};
