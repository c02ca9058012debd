import {buffersOf, type Columns} from "../dataset.ts";
import type {TextColumn} from "../text.ts";
import {failureOf} from "./failure.ts";
import type {Failure, Progress} from "./imported.ts";
import {Importer, type ImportInput, type ImportOutput} from "./importer.ts";
import {Later, type LaterQuestion, type LaterWord} from "./later.ts";
import {Partner} from "./partner.ts";

/** Columns of text that are one string go one to a message, so that the page takes each of them in a task of its own. */
export type TextGroup = "texts" | "others";
export type ImportResponse = {id: number} & (
  | {progress: Progress}
  | {group: TextGroup; name: string; column: TextColumn}
  | {output: ImportOutput}
  | {failure: Failure}
);

const importer = new Importer();
const later = new Later((answer, transfer = []) => self.postMessage(answer, {transfer}));

type Request = {id: number; input: ImportInput} | LaterQuestion | LaterWord;

/** One more of these, which reads a part of the file and ends with this one. */
const another = () => new Worker(self.location.href, {type: "module"});

self.onmessage = async ({data}: MessageEvent<Request>) => {
  if (!("id" in data)) return later.hear(data);
  const {id, input} = data;
  const tell = (response: ImportResponse, transfer: Transferable[] = []) => self.postMessage(response, {transfer});
  const partner = Partner.forFiles(input.files, () => navigator.hardwareConcurrency, another);
  try {
    const output = await importer.read(input, (progress) => tell({id, progress}), partner);
    const columns: Columns = {...output.columns, texts: {...output.columns.texts}, others: {...output.columns.others}};
    for (const group of ["texts", "others"] as const) {
      for (const [name, column] of Object.entries(columns[group])) {
        if (!Object.hasOwn(column, "joined")) continue;
        tell({id, group, name, column}, [column.ends.buffer as ArrayBuffer]);
        delete columns[group][name];
      }
    }
    tell({id, output: {...output, columns}}, [
      ...buffersOf(columns),
      ...output.lines.map(({points}) => points.buffer),
    ] as ArrayBuffer[]);
  } catch (error) {
    tell({id, failure: failureOf(error)});
  } finally {
    partner?.end();
  }
};
