import {workerAddress} from "./script.ts";

/** A worker of the file: `address` is a role of its script, a script that it keeps, or a blob. All are classic scripts, which any page may start from a blob. */
export class OwnWorker extends globalThis.Worker {
  constructor(address: string | URL) {
    super(workerAddress(String(address)) ?? address);
  }
}
