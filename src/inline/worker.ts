const near = new Map<string, string>();

/**
 * An address of the page's own origin that runs the module at `url`: a worker can be started from no other. One is kept for each module,
 * since what runs from it starts more of its kind.
 */
function nearby(url: URL): string {
  let found = near.get(url.href);
  if (found === undefined) {
    const script = new Blob([`import ${JSON.stringify(url.href)};`], {type: "text/javascript"});
    near.set(url.href, (found = URL.createObjectURL(script)));
  }
  return found;
}

/** A worker whose script may stand at another origin. The page's policy has to allow `worker-src blob:` and that origin for one that does. */
export class NearWorker extends globalThis.Worker {
  constructor(address: string | URL, options?: WorkerOptions) {
    const url = new URL(address, document.baseURI);
    super(url.origin === location.origin || url.protocol === "blob:" ? url : nearby(url), options);
  }
}
