import {buffersOf} from "./dataset.ts";
import {parseEvents, parseTable, type EventsInput, type EventsOutput} from "./parse.ts";

export type Request = {id: number} & ({kind: "events"; input: EventsInput} | {kind: "table"; bytes: ArrayBuffer});
export type Response = {id: number} & ({events: EventsOutput} | {table: string[][]} | {error: string});

self.onmessage = ({data}: MessageEvent<Request>) => {
  const {id} = data;
  try {
    if (data.kind === "table") self.postMessage({id, table: parseTable(data.bytes)} satisfies Response);
    else {
      const events = parseEvents(data.input);
      self.postMessage({id, events} satisfies Response, {transfer: buffersOf(events.columns)});
    }
  } catch (error) {
    self.postMessage({id, error: error instanceof Error ? error.message : String(error)} satisfies Response);
  }
};
