import {isHashed, isKept, isPage, MAP} from "./manifest.ts";

/** What is asked for, as a `Request` says it. */
export interface Asked {
  method: string;
  url: string;
  mode: string;
  destination: string;
}

/**
 * How a request is answered: a page from the network if it comes soon, a hashed file from any build, another file and the map from the
 * build that the page was opened with; null where the worker keeps out of it.
 */
export type Route = {kind: "page" | "hashed" | "file" | "map"; path: string} | null;

/** Decides about a request. `scope` is the folder of the build, with a slash at its end. */
export function routeOf({method, url, mode, destination}: Asked, scope: string): Route {
  if (method !== "GET") return null;
  const asked = new URL(url);
  const folder = new URL(scope);
  if (asked.origin !== folder.origin || !asked.pathname.startsWith(folder.pathname)) return null;
  const path = asked.pathname.slice(folder.pathname.length) || "index.html";
  if (mode === "navigate") {
    // In a frame it is a part of another page, whatever it is called.
    const isOwn = destination === "document" && isPage(path) && asked.searchParams.get("view") !== "embed";
    return isOwn ? {kind: "page", path} : null;
  }
  if (asked.search !== "" || isPage(path) || !isKept(path)) return null;
  return {kind: path === MAP ? "map" : isHashed(path) ? "hashed" : "file", path};
}
