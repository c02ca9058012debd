import {importFiles} from "../../../../src/data/import/load.ts";
import {readingPage} from "../reading.js";

readingPage(async (file) => {
  const {dataset, report} = await importFiles({files: [{name: file.name, blob: file}]});
  if (report.rejected > 0) throw new Error(`${report.rejected} rows were rejected`);
  const {start, place, places, numbers} = dataset.columns;
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
    category: (row) => dataset.text("category", row),
  };
});
