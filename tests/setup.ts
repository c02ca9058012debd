import {Blob as NodeBlob, File as NodeFile} from "node:buffer";
import {vi} from "vitest";

class ResizeObserverStub {
  observe() {}
  unobserve() {}
  disconnect() {}
}
vi.stubGlobal("ResizeObserver", ResizeObserverStub);
/** jsdom's own cannot be read. */
vi.stubGlobal("Blob", NodeBlob);
vi.stubGlobal("File", NodeFile);
