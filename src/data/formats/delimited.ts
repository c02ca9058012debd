import {ownDelimiter} from "../save/header.ts";
import {readByteRows} from "./bytes/byteRows.ts";
import {Windows} from "./bytes/windows.ts";
import {findCut, cutBy, endsWithCr, sepLine} from "./delimiters.ts";
import {textDecoder} from "./decode.ts";
import {findEncoding} from "./encoding.ts";
import {recordReader} from "./recordReader.ts";
import {eachChunk, type Source} from "./source.ts";
import {ImportError, type Opened, type OpenOptions, type Sink} from "./table.ts";

/** UTF-16 units from which the delimiter is found out. */
const HEAD = 131_072;
/** Delimiters of one byte, but for what ends lines and quotes cells. */
const ONE_BYTE = /^[\u0001-\u0009\u000b\u000c\u000e-!#-~]$/;

/**
 * Opens a delimited text: one table without names of columns. Its encoding, delimiter and a leading `sep=` line are found out from its first
 * lines unless `options` tell. Throws `empty-file` where there is nothing but blanks, and on reading what `recordReader` throws.
 */
export async function delimitedTable(source: Source, options: OpenOptions = {}): Promise<Opened> {
  const {label, guessed, unproven = false} = await findEncoding(source, options.encoding, options.patience);
  const {head, whole} = await headOf(source, label);
  if (head.trim() === "") throw new ImportError("empty-file");
  const sep = sepLine(head);
  const body = head.slice(sep?.length ?? 0);
  const told = options.delimiter || sep?.delimiter || ownDelimiter(body);
  const loneCr = endsWithCr(body);
  const {delimiter, width} = told === undefined ? findCut(body, whole, loneCr) : cutBy(body, told, whole, loneCr);

  const isPlain = label === "utf-8" && sep === null && !loneCr && width > 0 && ONE_BYTE.test(delimiter);
  if (unproven && !isPlain) return delimitedTable(source, {...options, patience: undefined});
  const cut = {delimiter: delimiter.charCodeAt(0), width, unproven};

  const read = async (sink: Sink): Promise<void> => {
    const decoder = textDecoder(label);
    const skipped = sep === null ? 0 : 1;
    let pending = sep?.length ?? 0;
    let damaged = false;
    let nul = false;
    const rows: Pick<Sink, "row" | "warn"> = {
      row(cells, line) {
        if (damaged) {
          const cell = cells.find((text) => text.includes("\ufffd"));
          if (cell !== undefined) sink.warn("undecodable", line + skipped, cell);
        }
        sink.row(cells, line + skipped);
      },
      warn: (code, line, value) => sink.warn(code, line + skipped, value),
    };
    const reader = recordReader(delimiter, width, rows, loneCr);
    const push = (decoded: string): void => {
      let text = decoded;
      if (pending > 0) {
        const cut = Math.min(pending, text.length);
        text = text.slice(cut);
        pending -= cut;
      }
      if (text.includes("\0")) {
        if (!nul) sink.warn("nul-character", reader.line(text.slice(0, text.indexOf("\0"))) + skipped, "");
        nul = true;
        text = text.replaceAll("\0", "");
      }
      damaged ||= text.includes("\ufffd");
      if (text !== "") reader.push(text);
    };
    await eachChunk(source, (chunk, used) => {
      push(decoder.decode(chunk));
      sink.progress(used);
    });
    push(decoder.end());
    reader.end();
  };

  return {
    format: delimiter === "\t" ? "tsv" : "csv",
    encoding: label,
    encodingGuessed: guessed,
    delimiter,
    tables: [
      {
        name: "",
        columns: null,
        read,
        ...(isPlain
          ? {cut, readBytes: (sink, stop) => readByteRows(source, cut, sink, new Windows(source), stop)}
          : {}),
      },
    ],
  };
}

/** The beginning of the text, in whole characters, without NULs; `whole` says that nothing follows. */
async function headOf(source: Source, label: string): Promise<{head: string; whole: boolean}> {
  const decoder = textDecoder(label);
  let head = "";
  let whole = true;
  await eachChunk(source, (chunk) => {
    head += decoder.decode(chunk);
    whole = head.length < HEAD;
    return whole;
  });
  if (whole) head += decoder.end();
  return {head: head.slice(0, HEAD).replaceAll("\0", ""), whole};
}
