import {csvParse} from "d3-dsv";
import text from "../../../../data/events.csv?raw";

/** The events of the shipped story, as rows of text. */
export const shippedEvents = () => csvParse(text);
