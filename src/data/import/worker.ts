import {buffersOf, type Columns} from "../dataset.ts";
import type {TextColumn} from "../text.ts";
import {failureOf} from "./failure.ts";
import type {Failure, Progress} from "./imported.ts";
import {Importer, type ImportInput, type ImportOutput} from "./importer.ts";

/** Long columns of text go one to a message, so that the page takes each of them in a task of its own. */
export type TextGroup = "texts" | "others";
export type ImportResponse = {id: number} & (
  | {progress: Progress}
  | {group: TextGroup; name: string; column: TextColumn}
  | {output: ImportOutput}
  | {failure: Failure}
);

const importer = new Importer();

self.onmessage = async ({data: {id, input}}: MessageEvent<{id: number; input: ImportInput}>) => {
  const tell = (response: ImportResponse, transfer: Transferable[] = []) => self.postMessage(response, {transfer});
  try {
    const output = await importer.read(input, (progress) => tell({id, progress}));
    for (const group of ["texts", "others"] as const) {
      for (const [name, column] of Object.entries(output.columns[group])) {
        tell({id, group, name, column}, [column.ends.buffer as ArrayBuffer]);
      }
    }
    const columns: Columns = {...output.columns, texts: {}, others: {}};
    tell({id, output: {...output, columns}}, [
      ...buffersOf(columns),
      ...output.lines.map(({points}) => points.buffer),
    ] as ArrayBuffer[]);
  } catch (error) {
    tell({id, failure: failureOf(error)});
  }
};
