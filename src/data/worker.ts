import {buffersOf} from "./dataset.ts";
import {parseEvents, parseTable, readStory, type EventsInput, type EventsOutput} from "./parse.ts";
import type {Story} from "./story.ts";

export type Request = {id: number} & (
  {kind: "story"; json: string} | {kind: "events"; input: EventsInput} | {kind: "table"; bytes: ArrayBuffer}
);
export type Response = {id: number} & ({story: Story} | {events: EventsOutput} | {table: string[][]} | {error: string});

self.onmessage = async ({data}: MessageEvent<Request>) => {
  const {id} = data;
  try {
    if (data.kind === "story") self.postMessage({id, story: readStory(data.json)} satisfies Response);
    else if (data.kind === "table") self.postMessage({id, table: await parseTable(data.bytes)} satisfies Response);
    else {
      const events = await parseEvents(data.input);
      self.postMessage({id, events} satisfies Response, {transfer: buffersOf(events.columns)});
    }
  } catch (error) {
    self.postMessage({id, error: error instanceof Error ? error.message : String(error)} satisfies Response);
  }
};
