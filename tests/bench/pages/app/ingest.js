import {countedAhead} from "../../../../src/data/import/ahead.ts";
import {importedOf, inputOf, readOnce} from "../../../../src/data/import/load.ts";
import {readingPage} from "../reading.js";

let read;

readingPage(
  async (file) => {
    const files = {files: [{name: file.name, blob: file}]};
    const output = await readOnce(inputOf(files), file.name, undefined, () => {});
    if (output.report.rejected > 0) throw new Error(`${output.report.rejected} rows were rejected`);
    read = importedOf(files, output, 0);
    const {start, place, places, numbers} = output.columns;
    return {
      time: start,
      // The app asks the place of a row where that is, and has no column of it.
      get lat() {
        return Float64Array.from(place, (at) => places.lat[at]);
      },
      get lon() {
        return Float64Array.from(place, (at) => places.lon[at]);
      },
      killed: numbers.killed,
      category: (row) => read.dataset.text("category", row),
    };
  },
  () => countedAhead(read),
);
