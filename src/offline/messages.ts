/** What a page says to the worker. */
export type Said =
  /** Which build this page is of; the worker did not see it being opened. */
  | {say: "page"; build: string}
  /** Keep the map too. Answered when that is done, or has failed. */
  | {say: "keep-map"}
  /** What is kept? */
  | {say: "status"}
  /** Be the one at work, though an older one is. */
  | {say: "take-over"};

/** What is kept for use without network, as the worker answers. */
export interface Status {
  /** The newest build that is kept whole. */
  build: string;
  map: boolean;
  /** Sizes in bytes of all but the map, and of the map. */
  bytes: {files: number; map: number};
}

/** What comes back over the port of a message; null where nothing is kept. */
export type Answer = Status | null;

/** Asks a worker and waits for its answer. Rejects when it has not answered after `wait` ms. */
export function askWorker(worker: ServiceWorker, said: Said, wait = 10_000): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const {port1, port2} = new MessageChannel();
    const timer = setTimeout(() => reject(new Error("no answer")), wait);
    port1.onmessage = ({data}: MessageEvent<Answer>) => {
      clearTimeout(timer);
      port1.close();
      resolve(data);
    };
    worker.postMessage(said, [port2]);
  });
}
