import {csvParseRows} from "d3-dsv";
import {readingPage} from "../reading.js";
import {Table} from "./table.js";

readingPage(async (file) => {
  const table = new Table();
  csvParseRows(await file.text(), (cells, row) => (row > 0 && table.add(cells), null));
  return table.finish();
});
