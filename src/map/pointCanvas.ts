import {COUNTER, PRIMARY, type Dataset} from "../data/dataset.ts";
import type {Aggregates} from "../data/aggregates.ts";
import {mercatorX, mercatorY, worldSize, type Camera} from "./mercator.ts";
import type {PlacePoints} from "./placePoints.ts";
import type {Rgb} from "./colours.ts";
import {scaleOf} from "../ui/scale.ts";

export interface PointView {
  camera: Camera;
  /** Px of the stage. */
  width: number;
  height: number;
  /** Device pixels for one px. */
  ratio: number;
  /** Diameter of a point, in px. */
  diameter: number;
}

export interface PointColours {
  primary: Rgb;
  counter: Rgb;
  /** The line around a point. */
  casing: Rgb;
}

const HIDDEN = 0;
const OPACITY = 0.85;
/** Rows that are put into a buffer in one go. */
const AT_ONCE = 250_000;

const VERTEX = `#version 300 es
uniform vec2 centre;
uniform vec2 scale;
uniform float extent;
in vec2 xy;
in uint kind;
flat out uint series;
void main() {
  series = kind;
  gl_PointSize = extent;
  gl_Position = kind == 0u ? vec4(2.0, 2.0, 2.0, 1.0) : vec4((xy - centre) * scale, 0.0, 1.0);
}`;
const FRAGMENT = `#version 300 es
precision highp float;
uniform float extent;
uniform float casing;
uniform float opacity;
uniform vec3 colours[3];
flat in uint series;
out vec4 colour;
void main() {
  float away = length(gl_PointCoord - 0.5) * extent;
  float edge = 0.5 * extent - 0.5;
  float alpha = clamp(edge - away + 0.5, 0.0, 1.0) * opacity;
  float inside = clamp(edge - casing - away + 0.5, 0.0, 1.0);
  colour = vec4(mix(colours[2], colours[series - 1u], inside) * alpha, alpha);
}`;

/** Whether and as what a row is drawn: 0 not at all, 1 of the primary series, 2 of the counter series. Writes into `kinds`. */
export function kindsOf({columns, length}: Dataset, aggregates: Aggregates, kinds: Uint8Array): Uint8Array {
  const {series, place} = columns;
  for (let row = 0; row < length; row++)
    kinds[row] =
      place[row] === -1 || series[row] > COUNTER || !aggregates.passes(row) ? HIDDEN : 1 + series[row] - PRIMARY;
  return kinds;
}

/** Draws the rows of a table as points, by row range, on a canvas of its own. */
export class PointCanvas {
  #canvas: HTMLCanvasElement;
  #dataset: Dataset;
  #points: PlacePoints;
  #gl: WebGL2RenderingContext;
  #program: WebGLProgram | null = null;
  #uniforms = new Map<string, WebGLUniformLocation | null>();
  #buffers: {xy: WebGLBuffer; kind: WebGLBuffer} | null = null;
  #kinds: Uint8Array | null = null;
  #colours: PointColours | null = null;
  /** Rows that are in the buffer. */
  #filled = 0;
  #listening = new AbortController();
  /** How much larger it is drawn than it is laid out. */
  #scale = 1;

  get scale(): number {
    return this.#scale;
  }

  /** Throws where there is no WebGL 2. `onchange` is told when the context is lost, and when it has come back and all is to be drawn again. */
  constructor(canvas: HTMLCanvasElement, dataset: Dataset, points: PlacePoints, onchange: (isLost: boolean) => void) {
    const gl = canvas.getContext("webgl2", {antialias: false, depth: false, premultipliedAlpha: true});
    if (gl === null) throw new Error("no WebGL 2");
    this.#canvas = canvas;
    this.#dataset = dataset;
    this.#points = points;
    this.#gl = gl;
    const {signal} = this.#listening;
    const measure = () => (this.#scale = scaleOf(canvas));
    measure();
    addEventListener("resize", () => requestAnimationFrame(measure), {signal});
    canvas.addEventListener(
      "webglcontextlost",
      (event) => {
        event.preventDefault();
        onchange(true);
      },
      {signal},
    );
    canvas.addEventListener(
      "webglcontextrestored",
      () => {
        this.#begin();
        onchange(false);
      },
      {signal},
    );
    this.#begin();
  }

  get isLost(): boolean {
    return this.#gl.isContextLost();
  }

  #begin(): void {
    const gl = this.#gl;
    const {length} = this.#dataset;
    const program = gl.createProgram();
    for (const [type, source] of [
      [gl.VERTEX_SHADER, VERTEX],
      [gl.FRAGMENT_SHADER, FRAGMENT],
    ] as const) {
      const shader = gl.createShader(type)!;
      gl.shaderSource(shader, source);
      gl.compileShader(shader);
      gl.attachShader(program, shader);
    }
    gl.bindAttribLocation(program, 0, "xy");
    gl.bindAttribLocation(program, 1, "kind");
    gl.linkProgram(program);
    gl.useProgram(program);
    this.#program = program;
    this.#uniforms.clear();
    const buffers = {xy: gl.createBuffer(), kind: gl.createBuffer()};
    gl.bindBuffer(gl.ARRAY_BUFFER, buffers.xy);
    gl.bufferData(gl.ARRAY_BUFFER, 8 * length, gl.STATIC_DRAW);
    gl.enableVertexAttribArray(0);
    gl.vertexAttribPointer(0, 2, gl.FLOAT, false, 0, 0);
    gl.bindBuffer(gl.ARRAY_BUFFER, buffers.kind);
    gl.bufferData(gl.ARRAY_BUFFER, length, gl.DYNAMIC_DRAW);
    gl.enableVertexAttribArray(1);
    gl.vertexAttribIPointer(1, 1, gl.UNSIGNED_BYTE, 0, 0);
    gl.enable(gl.BLEND);
    gl.blendFunc(gl.ONE, gl.ONE_MINUS_SRC_ALPHA);
    this.#buffers = buffers;
    this.#filled = 0;
    if (this.#kinds !== null) this.setKinds(this.#kinds);
    if (this.#colours !== null) this.setColours(this.#colours);
  }

  /** Puts the next 250,000 rows where they can be drawn; true when all are there. */
  fill(): boolean {
    const {length, columns} = this.#dataset;
    const from = this.#filled;
    const until = Math.min(length, from + AT_ONCE);
    if (until > from && this.#buffers !== null) {
      const {xy} = this.#points;
      const part = new Float32Array(2 * (until - from));
      for (let row = from; row < until; row++) {
        const place = columns.place[row];
        if (place === -1) continue;
        part[2 * (row - from)] = xy[2 * place];
        part[2 * (row - from) + 1] = xy[2 * place + 1];
      }
      const gl = this.#gl;
      gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers.xy);
      gl.bufferSubData(gl.ARRAY_BUFFER, 8 * from, part);
      this.#filled = until;
    }
    return this.#filled === length;
  }

  /** Says how each row is drawn, as `kindsOf` gives it. The array is kept. */
  setKinds(kinds: Uint8Array): void {
    this.#kinds = kinds;
    const gl = this.#gl;
    if (this.#buffers === null) return;
    gl.bindBuffer(gl.ARRAY_BUFFER, this.#buffers.kind);
    gl.bufferSubData(gl.ARRAY_BUFFER, 0, kinds);
  }

  setColours(colours: PointColours): void {
    this.#colours = colours;
    const {primary, counter, casing} = colours;
    this.#gl.uniform3fv(this.#uniform("colours"), [...primary, ...counter, ...casing]);
  }

  #uniform(name: string): WebGLUniformLocation | null {
    let found = this.#uniforms.get(name);
    if (found === undefined) this.#uniforms.set(name, (found = this.#gl.getUniformLocation(this.#program!, name)));
    return found;
  }

  /** Draws rows `[i0, i1)` and nothing else, the later ones on top, in every copy of the world that is in view. */
  draw({camera, width, height, ratio, diameter}: PointView, i0: number, i1: number): void {
    const gl = this.#gl;
    const canvas = this.#canvas;
    const [deviceWidth, deviceHeight] = [Math.round(width * ratio), Math.round(height * ratio)];
    if (canvas.width !== deviceWidth) canvas.width = deviceWidth;
    if (canvas.height !== deviceHeight) canvas.height = deviceHeight;
    gl.viewport(0, 0, deviceWidth, deviceHeight);
    gl.clearColor(0, 0, 0, 0);
    gl.clear(gl.COLOR_BUFFER_BIT);
    const count = Math.min(i1, this.#filled) - i0;
    if (count <= 0 || width === 0 || height === 0) return;
    const size = worldSize(camera.zoom);
    const [x, y] = [mercatorX(camera.lng), mercatorY(camera.lat)];
    const [ox, oy] = this.#points.middle;
    const half = (width + diameter) / 2 / size;
    gl.uniform2f(this.#uniform("scale"), (2 * size) / width, (-2 * size) / height);
    gl.uniform1f(this.#uniform("extent"), diameter * ratio + 1);
    gl.uniform1f(this.#uniform("casing"), diameter >= 5 ? ratio * 0.8 : 0);
    gl.uniform1f(this.#uniform("opacity"), OPACITY);
    for (let copy = Math.floor(x - half); copy <= Math.floor(x + half); copy++) {
      gl.uniform2f(this.#uniform("centre"), x - copy - ox, y - oy);
      gl.drawArrays(gl.POINTS, i0, count);
    }
  }

  destroy(): void {
    this.#listening.abort();
    this.#gl.getExtension("WEBGL_lose_context")?.loseContext();
    this.#buffers = null;
  }
}
