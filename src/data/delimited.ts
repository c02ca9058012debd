import Papa from "papaparse";

/**
 * Reads a delimited text with PapaParse: any delimiter, guessed or named by a leading `sep=` line, and faulty quotes. `onRow` is told of a
 * quote that was never closed, since such a quote swallows the rows after it.
 */
export function readDelimited(text: string, onRow: (cells: string[], openQuote: boolean) => void): void {
  const [line, delimiter] = /^sep=([^"\r\n])(?:\r\n?|\n)/i.exec(text) ?? ["", ""];
  Papa.parse<string[]>(text.slice(line!.length), {
    delimiter: delimiter!,
    skipEmptyLines: "greedy",
    step: ({data, errors}) =>
      onRow(
        data,
        errors.some(({code}) => code === "MissingQuotes"),
      ),
  });
}
