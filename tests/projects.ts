import {readdirSync, readFileSync} from "node:fs";
import {join, relative} from "node:path";
import type {TestProjectConfiguration} from "vitest/config";

const ROOT = join(import.meta.dirname, "..");
const IN_NODE = "// @vitest-environment node";
/** What puts something in the place of what all tests have. */
const REPLACES = /vi\.(mock|doMock|stubGlobal|resetModules|useFakeTimers)|process\.env|globalThis\./;

function files(folder: string): string[] {
  return readdirSync(folder, {withFileTypes: true}).flatMap((entry) => {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) return entry.name === "node_modules" ? [] : files(path);
    return entry.name.endsWith(".test.ts") ? [relative(ROOT, path)] : [];
  });
}

const kinds = {plain: [] as string[], node: [] as string[], page: [] as string[], ownPage: [] as string[]};
for (const file of files(import.meta.dirname)) {
  const text = readFileSync(join(ROOT, file), "utf8");
  const replaces = REPLACES.test(text);
  if (text.startsWith(IN_NODE)) kinds[replaces ? "node" : "plain"].push(file);
  else kinds[replaces ? "ownPage" : "page"].push(file);
}

const inNode = {environment: "node" as const, setupFiles: ["tests/setupNode.ts"]};
const inPage = {environment: "jsdom", setupFiles: ["tests/setup.ts"]};

/**
 * The unit tests by what they need, for a worker of its own and a document take longer to make than most of them run: those of a page, those that
 * say they run in Node, and of both the ones that leave everything as it was, which share their workers.
 */
export const projects: TestProjectConfiguration[] = [
  {extends: true, test: {...inPage, name: "own page", include: kinds.ownPage}},
  {extends: true, test: {...inPage, name: "page", include: kinds.page, isolate: false}},
  {extends: true, test: {...inNode, name: "node", include: kinds.node}},
  {extends: true, test: {...inNode, name: "plain", include: kinds.plain, isolate: false}},
];
