import {readFileSync} from "node:fs";
import {join} from "node:path";
import {loadStory, type Loaded} from "../../../src/data/load.ts";
import type {Part} from "../../../src/data/save/blob.ts";
import {csvParts} from "../../../src/data/save/csv.ts";
import {geoJsonParts, type About} from "../../../src/data/save/geojson.ts";
import {allRows} from "../../../src/data/save/rows.ts";
import {storyParts} from "../../../src/data/save/storyFile.ts";
import {tableColumns} from "../../../src/data/save/tableColumns.ts";
import type {ViewState} from "../../../src/data/viewState.ts";

export const textOf = (parts: Iterable<Part>): string => [...parts].map(({text}) => text).join("");

export const csvOf = (loaded: Loaded, rows = allRows(loaded.dataset)): string =>
  textOf(csvParts(tableColumns(loaded), rows));

export const geoJsonOf = (loaded: Loaded, about: About = {title: "A table"}, rows = allRows(loaded.dataset)): string =>
  textOf(geoJsonParts(loaded, rows, about));

export const storyText = (loaded: Loaded, view: ViewState = {}, rows = allRows(loaded.dataset)): string =>
  textOf(storyParts(loaded, rows, {view, sources: new Map()}));

/** Opens a story that must have everything in it. */
export const reopened = (json: string): Promise<Loaded> =>
  loadStory(json, "", async (path) => {
    throw new Error(`asked for ${path}`);
  });

const DATA = join(import.meta.dirname, "../../../data");

export const shipped = (): Promise<Loaded> =>
  loadStory(readFileSync(join(DATA, "story.json"), "utf8"), "", async (path) => ({
    url: "",
    bytes: new Uint8Array(readFileSync(join(DATA, path))).buffer,
  }));
