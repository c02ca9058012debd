import {Aggregates} from "../../../../src/data/aggregates.ts";
import {Dataset} from "../../../../src/data/dataset.ts";
import {Cells} from "../../../../src/map/cells.ts";
import {paint, paletteOf} from "../../../../src/map/density.ts";
import {PlacePoints} from "../../../../src/map/placePoints.ts";
import {kindsOf, PointCanvas} from "../../../../src/map/pointCanvas.ts";
import {Spread} from "../../../../src/map/spread.ts";
import {COOL, DIAMETER, SIZE, WARM} from "../../data/mapView.mjs";
import {finish, pixelsOf} from "../settling.js";
import {columnsOf} from "./record.js";

const CELL = 4;

/** What both ways to draw start from. */
async function recordOf(rows) {
  const {columns, extent} = await columnsOf(rows, {});
  const dataset = new Dataset(columns, extent);
  const points = new PlacePoints(dataset);
  points.fill();
  return {dataset, points, aggregates: new Aggregates(dataset, [])};
}

/** Every row of the window as a point: the app's WebGL canvas. */
export async function ownPoints(canvas, rows, camera) {
  const {dataset, points, aggregates} = await recordOf(rows);
  const drawn = new PointCanvas(canvas, dataset, points, () => {
    throw new Error("the WebGL context was lost");
  });
  drawn.setKinds(kindsOf(dataset, aggregates, new Uint8Array(dataset.length)));
  drawn.setColours({primary: WARM, counter: COOL, casing: [1, 1, 1]});
  while (!drawn.fill());
  const gl = canvas.getContext("webgl2");
  return {
    draw([start, end]) {
      drawn.draw({camera, ...SIZE, ratio: 1, diameter: DIAMETER}, ...dataset.rows(start, end));
      finish(gl);
    },
    pixels: () => pixelsOf(gl),
  };
}

/** The rows of the window as counts in cells: the app's density grid. */
export async function ownGrid(canvas, rows, camera) {
  const {dataset, points, aggregates} = await recordOf(rows);
  const frame = {x: 0, y: 0, ...SIZE};
  const stage = {camera, ...SIZE, frame, covers: []};
  const spread = new Spread(dataset, aggregates, points, stage, new Cells(stage, CELL));
  const {columns, lines} = spread.cells;
  [canvas.width, canvas.height] = [columns, lines];
  const context = canvas.getContext("2d", {willReadFrequently: true});
  const image = new ImageData(columns, lines);
  const pixels = new Uint32Array(image.data.buffer);
  const palette = paletteOf(Array(7).fill(WARM), Array(7).fill(COOL));
  return {
    draw([start, end]) {
      spread.moveTo(...dataset.rows(start, end));
      paint(spread.cells, palette, pixels);
      context.putImageData(image, 0, 0);
      context.getImageData(0, 0, 1, 1);
    },
    pixels: () => image.data,
    /** Events that the cells hold. */
    held: () => [spread.cells.primary, spread.cells.counter].flatMap((cells) => [...cells]).reduce((a, b) => a + b, 0),
  };
}
