// @vitest-environment node
import {describe, expect, it, vi} from "vitest";
import {Keeper, type Heard} from "../../src/offline/keeper.ts";
import type {Manifest} from "../../src/offline/manifest.ts";
import {routeOf} from "../../src/offline/routes.ts";
import {FakeCaches} from "./fakeCaches.ts";

const SCOPE = "https://news.example/dateline/";
type Site = Record<string, string>;

/** A build: pages name it, and every file's integrity is its text. */
function build(name: string, files: Site): {manifest: Manifest; site: Site} {
  const page = `<html><head><meta name="dateline-build" content="${name}"></head>${name}</html>`;
  const {["basemap/world.pmtiles"]: map, ...others} = files;
  const site = {"index.html": page, ...files};
  const integrities = Object.fromEntries(Object.entries(others).map(([path, text]) => [path, `of ${text}`]));
  return {
    site,
    manifest: {
      build: name,
      files: {"index.html": "", ...integrities},
      map: map === undefined ? null : {path: "basemap/world.pmtiles", integrity: `of ${map}`},
      bytes: {files: 1, map: 1},
    },
  };
}

const A = build("aaaa", {
  "assets/core-1.js": "core A",
  "assets/same.js": "same",
  "data/story.json": "story A",
  "basemap/world.pmtiles": "map A",
});
const B = build("bbbb", {
  "assets/core-2.js": "core B",
  "assets/same.js": "same",
  "data/story.json": "story B",
  "basemap/world.pmtiles": "map B",
});

/** A server, a browser's storage and its open pages; `keeper(of)` is the worker of a build, at work on them. */
function world(site: Site) {
  const caches = new FakeCaches();
  const alive = new Set<string>();
  const log: string[] = [];
  const outdated = vi.fn();
  const state = {site, online: true, delay: 0, updating: false};
  const fetch = async (request: Request | string, init: RequestInit = {}) => {
    const url = typeof request === "string" ? request : request.url;
    const path = url.slice(SCOPE.length).replace(/[?#].*/, "") || "index.html";
    log.push(path);
    if (state.delay > 0) await new Promise((resolve) => setTimeout(resolve, state.delay));
    if (!state.online) throw new TypeError("no network");
    const text = state.site[path];
    if (text === undefined) return new Response("not found", {status: 404});
    if (init.integrity !== undefined && init.integrity !== `of ${text}`) throw new TypeError("integrity");
    return new Response(text);
  };
  const keeper = ({manifest}: {manifest: Manifest}) =>
    new Keeper(manifest, {
      caches: caches.storage,
      scope: SCOPE,
      fetch,
      alive: async () => alive,
      updating: () => state.updating,
      outdated,
      patience: 20,
    });
  const works: Promise<unknown>[] = [];
  const ask = async (of: Keeper, client: string, path: string, headers = {}, destination = "") => {
    const request = new Request(SCOPE + path, {headers});
    const route = routeOf({method: "GET", url: request.url, mode: "cors", destination}, SCOPE)!;
    const heard: Heard = {
      request: Object.defineProperty(request, "destination", {value: destination}),
      clientId: client,
      resultingClientId: destination === "worker" ? `${client}'s worker` : "",
      waitUntil: (work) => void works.push(work),
    };
    return (await of.answer(route, heard)).text();
  };
  const go = async (of: Keeper, client: string) => {
    const heard: Heard = {
      request: new Request(SCOPE),
      clientId: "",
      resultingClientId: client,
      waitUntil: (work) => void works.push(work),
    };
    const text = await (await of.answer({kind: "page", path: "index.html"}, heard)).text();
    alive.add(client);
    await Promise.all(works.splice(0));
    return text;
  };
  return {caches, alive, log, outdated, state, keeper, ask, go};
}

describe("the worker", () => {
  it("keeps all of its build once, and answers from it when the network is gone", async () => {
    const {keeper, go, ask, state, log} = world(A.site);
    const worker = keeper(A);
    await worker.install();
    expect([...log].sort()).toEqual(Object.keys(A.manifest.files).sort());
    expect(await worker.status()).toMatchObject({build: "aaaa", map: false});
    await worker.keepMap();
    expect(await worker.status()).toMatchObject({map: true});
    state.online = false;
    expect(await go(worker, "page")).toBe(A.site["index.html"]);
    expect(await ask(worker, "page", "assets/core-1.js")).toBe("core A");
    expect(await ask(worker, "page", "data/story.json")).toBe("story A");
    expect(await ask(worker, "page", "basemap/world.pmtiles", {range: "bytes=0-2"})).toBe("map");
  });

  it.each([
    ["data/story.json", "story B"],
    ["index.html", B.site["index.html"]!],
  ])("is not installed where %s is already of another build, and goes on later", async (path, text) => {
    const {keeper, state, log} = world({...A.site, [path]: text});
    await expect(keeper(A).install()).rejects.toThrow();
    expect(await keeper(A).status()).toBeNull();
    state.site = A.site;
    log.length = 0;
    await keeper(A).install();
    expect(log).toContain(path);
    expect(log.length).toBeLessThan(Object.keys(A.manifest.files).length);
  });

  it("leaves nothing behind where there is no room", async () => {
    const {keeper, caches} = world(A.site);
    caches.room = 2;
    await expect(keeper(A).install()).rejects.toThrow("full");
    expect(await caches.keys()).toEqual([]);
  });

  it("gives each page the files of the build that it was opened with, also after it was ended and started", async () => {
    const {keeper, go, ask, state, log, outdated} = world(A.site);
    await keeper(A).install();
    expect(await go(keeper(A), "old")).toBe(A.site["index.html"]);
    expect(outdated).not.toHaveBeenCalled();
    state.site = B.site;
    expect(await go(keeper(A), "new")).toBe(B.site["index.html"]);
    expect(outdated).toHaveBeenCalledOnce();
    log.length = 0;
    await keeper(B).install();
    expect(log, "what both have is not fetched again").not.toContain("assets/same.js");
    for (const worker of [keeper(A), keeper(B)]) {
      expect(await ask(worker, "old", "data/story.json")).toBe("story A");
      expect(await ask(worker, "old", "assets/core-1.js")).toBe("core A");
      expect(await ask(worker, "new", "data/story.json")).toBe("story B");
      expect(await ask(worker, "new", "assets/core-2.js")).toBe("core B");
    }
  });

  it("asks the network for a page whose build it has not kept, rather than mix two", async () => {
    const {keeper, go, ask, state} = world(A.site);
    const worker = keeper(A);
    await worker.install();
    state.site = B.site;
    await go(worker, "new");
    expect(await ask(worker, "new", "data/story.json")).toBe("story B");
    expect(await ask(worker, "new", "assets/same.js")).toBe("same");
    state.online = false;
    await expect(ask(worker, "new", "data/story.json")).rejects.toThrow("no network");
  });

  it("throws a build away when no page of it is open, and not before", async () => {
    const {keeper, go, state, caches, alive} = world(A.site);
    await keeper(A).install();
    await keeper(A).keepMap();
    await go(keeper(A), "old");
    state.site = B.site;
    const worker = keeper(B);
    await worker.install();
    const kept = async () =>
      (await caches.keys())
        .filter((name) => / (build|map) /.test(name))
        .map((name) => name.split(" ").slice(2).join(" "));
    await worker.sweep();
    expect((await kept()).sort()).toEqual(["build aaaa", "build bbbb", "map of map A", "map of map B"]);
    alive.delete("old");
    await worker.sweep();
    expect((await kept()).sort()).toEqual(["build bbbb", "map of map B"]);
  });

  it("leaves a newer build alone while its worker is being installed", async () => {
    const {keeper, go, state} = world(A.site);
    await keeper(A).install();
    state.site = B.site;
    await keeper(B).install();
    [state.online, state.updating] = [false, true];
    await go(keeper(A), "page");
    expect(await keeper(B).status()).toMatchObject({build: "bbbb"});
    state.updating = false;
    await go(keeper(B), "another");
    expect(await keeper(A).status()).toMatchObject({build: "aaaa"});
    expect(await keeper(B).status()).toMatchObject({build: "bbbb"});
  });

  it("does not wait long for a page from a slow network, and shows the one that it has", async () => {
    const {keeper, go, ask, state} = world(A.site);
    await keeper(A).install();
    state.site = B.site;
    state.delay = 300;
    expect(await go(keeper(A), "page")).toBe(A.site["index.html"]);
    state.delay = 0;
    expect(await ask(keeper(A), "page", "data/story.json")).toBe("story A");
  });

  it("keeps out of what is no page of ours: a frame, an embed, a stranger", async () => {
    const {keeper, ask, state} = world(A.site);
    const worker = keeper(A);
    await worker.install();
    state.site = B.site;
    expect(await ask(worker, "frame", "data/story.json")).toBe("story B");
    expect(await ask(worker, "frame", "assets/core-2.js")).toBe("core B");
    expect(await ask(worker, "frame", "assets/core-1.js")).toBe("not found");
  });

  it("answers the workers of a page as the page", async () => {
    const {keeper, go, ask, state} = world(A.site);
    const worker = keeper(A);
    await worker.install();
    await go(worker, "page");
    await ask(worker, "page", "assets/same.js", {}, "worker");
    state.online = false;
    expect(await ask(worker, "page's worker", "assets/core-1.js")).toBe("core A");
  });

  it("works on without storage", async () => {
    const {keeper, go, ask, caches} = world(A.site);
    const worker = keeper(A);
    await worker.install();
    await go(worker, "page");
    const broken = () => Promise.reject(new DOMException("gone", "InvalidStateError"));
    Object.assign(caches, {open: broken, has: broken, keys: broken});
    expect(await ask(worker, "page", "data/story.json")).toBe("story A");
    expect(await go(worker, "other")).toBe(A.site["index.html"]);
  });
});
