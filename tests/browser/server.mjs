import {createReadStream} from "node:fs";
import {stat} from "node:fs/promises";
import {createServer} from "node:http";
import {extname, join, normalize, sep} from "node:path";
import {gzipSync} from "node:zlib";

const TYPES = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".mjs": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".geojson": "application/geo+json; charset=utf-8",
  ".webmanifest": "application/manifest+json; charset=utf-8",
  ".csv": "text/csv; charset=utf-8",
  ".tsv": "text/tab-separated-values; charset=utf-8",
  ".txt": "text/plain; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".jpg": "image/jpeg",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".pmtiles": "application/vnd.pmtiles",
  ".wasm": "application/wasm",
};

/**
 * Serves a folder as a static host would, or as a worse one.
 *
 * - `dir` the folder, `base` the path it is served under ("/", "/news/dateline/")
 * - `ranges` whether Range requests are answered with 206
 * - `missing` parts of paths that are answered with 404
 * - `csp` a Content-Security-Policy for every answer
 * - `cors` whether `Access-Control-Allow-Origin: *` is sent
 * - `files` answers that are on no disk, by path below `base`: a text, or `{body, type, status, headers}`
 * - `headers` more headers for every answer
 * - `gzip` whether texts are packed for a browser that takes that
 * - `keep` whether the log keeps the bodies
 *
 * `options` of the result can be changed while it runs. `log` holds `{at, url, path, range, type, status, bytes}` of each.
 */
export async function serve(given = {}) {
  const options = {dir: "dist", base: "/", ranges: true, missing: [], cors: true, files: {}, headers: {}, ...given};
  const log = [];
  const server = createServer((request, response) => {
    answer(request, response, options, log).catch((error) => {
      if (!response.headersSent) response.writeHead(500, {"Content-Type": "text/plain"});
      response.end(String(error));
    });
  });
  await new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(given.port ?? 0, "127.0.0.1", resolve);
  });
  const origin = `http://127.0.0.1:${server.address().port}`;
  return {
    origin,
    url: origin + options.base,
    options,
    log,
    close: () => new Promise((resolve) => (server.closeAllConnections(), server.close(resolve))),
  };
}

async function answer(request, response, options, log) {
  const at = Date.now();
  const {pathname} = new URL(request.url, "http://localhost");
  const headers = {"Cache-Control": pathname.includes("/assets/") ? "public, max-age=31536000, immutable" : "no-cache"};
  if (options.cors) Object.assign(headers, {"Access-Control-Allow-Origin": "*", "Access-Control-Allow-Headers": "*"});
  if (options.csp) headers["Content-Security-Policy"] = options.csp;
  Object.assign(headers, options.headers);

  const entry = {at, url: request.url, path: pathname, range: request.headers.range};
  const send = (status, type, whole) => {
    const isPacked = options.gzip && status === 200 && /^text|json|javascript|svg/.test(type);
    const body = isPacked ? gzipSync(whole) : whole;
    if (isPacked) headers["Content-Encoding"] = "gzip";
    log.push({...entry, type, status, bytes: body.length, ...(options.keep && {body})});
    response.writeHead(status, {...headers, "Content-Type": type, "Content-Length": body.length});
    response.end(request.method === "HEAD" ? undefined : body);
  };
  const text = (status, words) => send(status, TYPES[".txt"], Buffer.from(words));

  if (request.method === "OPTIONS") return text(204, "");
  if (!["GET", "HEAD"].includes(request.method)) return text(405, "method not allowed");
  // Browsers ask for it unasked.
  if (pathname === "/favicon.ico" && options.files["favicon.ico"] === undefined) return text(204, "");
  if (`${pathname}/` === options.base) {
    headers.Location = options.base;
    return text(301, "moved");
  }
  if (!pathname.startsWith(options.base)) return text(404, "outside the base path");
  const path = decodeURIComponent(pathname.slice(options.base.length));
  if (options.missing.some((part) => pathname.includes(part))) return text(404, "switched off");

  const virtual = options.files[path];
  if (virtual !== undefined) {
    const {
      body,
      type = TYPES[extname(path)] ?? TYPES[".html"],
      status = 200,
      headers: more,
    } = typeof virtual === "string" ? {body: virtual} : virtual;
    Object.assign(headers, more);
    return send(status, type, Buffer.from(body));
  }

  const file = normalize(join(options.dir, path === "" || path.endsWith("/") ? `${path}index.html` : path));
  if (!file.startsWith(normalize(options.dir + sep))) return text(403, "outside the folder");
  const found = await stat(file).catch(() => undefined);
  if (!found?.isFile()) return text(404, "not found");

  const size = found.size;
  const range = options.ranges ? parseRange(request.headers.range, size) : undefined;
  if (options.ranges) headers["Accept-Ranges"] = "bytes";
  if (range === null) {
    headers["Content-Range"] = `bytes */${size}`;
    return text(416, "range not satisfiable");
  }
  const [start, end] = range ?? [0, size - 1];
  if (range) headers["Content-Range"] = `bytes ${start}-${end}/${size}`;
  send(range ? 206 : 200, TYPES[extname(file)] ?? "application/octet-stream", await read(file, start, end, size));
}

function parseRange(header, size) {
  const match = /^bytes=(\d*)-(\d*)$/.exec(header ?? "");
  if (!match || (match[1] === "" && match[2] === "")) return undefined;
  const start = match[1] === "" ? Math.max(0, size - Number(match[2])) : Number(match[1]);
  const end = match[1] === "" || match[2] === "" ? size - 1 : Math.min(Number(match[2]), size - 1);
  return start <= end && start < size ? [start, end] : null;
}

async function read(file, start, end, size) {
  if (size === 0) return Buffer.alloc(0);
  const chunks = [];
  for await (const chunk of createReadStream(file, {start, end})) chunks.push(chunk);
  return Buffer.concat(chunks);
}
