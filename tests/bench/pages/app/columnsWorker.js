import {buffersOf} from "../../../../src/data/dataset.ts";
import {appColumns, textOf} from "./columns.js";

onmessage = ({data: {text, rows, options}}) => {
  const made = text === undefined ? appColumns(rows, options) : textOf(text, rows);
  postMessage(made, buffersOf(made));
};
