import {inferSchema, initParser} from "udsv";
import {readingPage} from "../reading.js";
import {Table} from "./table.js";

readingPage(async (file) => {
  const text = await file.text();
  const table = new Table();
  for (const cells of initParser(inferSchema(text)).typedArrs(text)) table.add(cells);
  return table.finish();
});
