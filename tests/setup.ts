import {Blob as NodeBlob, File as NodeFile} from "node:buffer";
import {configure} from "@testing-library/dom";
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

/** Parts that come after the first picture take their time on a busy machine. */
configure({asyncUtilTimeout: 5000});
