import {AJAXError, Map as MapLibre, addProtocol, setWorkerUrl} from "maplibre-gl";
import workerUrl from "maplibre-gl/dist/maplibre-gl-worker.mjs?worker&url";
import css from "./maplibre.css?inline";
import {scaleOf} from "../ui/scale.ts";
import {MAX_ZOOM, type Camera} from "./mercator.ts";
import {basemapStyle, type BasemapTheme} from "./style.ts";
import {archiveUrl, MissingTile, tileProtocol} from "./tiles.ts";

export type {ExpressionSpecification, LineLayerSpecification, StyleSpecification} from "maplibre-gl";

export interface BasemapOptions {
  camera: Camera;
  theme: BasemapTheme;
  /** ISO codes of the countries that are lit; none means all. */
  focus: string[];
  /** Address of the PMTiles archive. */
  url: string;
  /** Leaves the wheel and one finger to the page. */
  cooperative: boolean;
  gestureTexts: {windows: string; mac: string; mobile: string};
  /** The reader has moved the map. */
  onmove(camera: Camera): void;
  onready(): void;
  /** The map cannot be drawn: no WebGL, or no tiles. Nothing else is called after it. */
  onerror(error: Error): void;
}

export interface Basemap {
  setCamera(camera: Camera): void;
  setTheme(theme: BasemapTheme, focus: string[]): void;
  resize(): void;
  destroy(): void;
}

setWorkerUrl(workerUrl);
addProtocol("pmtiles", (request, stop) =>
  tileProtocol(request, stop).catch((error: unknown) => {
    if (!(error instanceof MissingTile)) throw error;
    throw new AJAXError(404, "not in the excerpt", request.url, new Blob());
  }),
);

/** Puts the vector basemap into a container and reports where it looks; it draws no labels and no controls. */
export function createBasemap(container: HTMLElement, options: BasemapOptions): Basemap {
  addStyles(container.getRootNode());
  const source = archiveUrl(options.url);
  let map: MapLibre;
  let state: "loading" | "ready" | "gone" = "loading";
  let known = options.camera;
  /** Dots of the screen for a px of the container, which may be drawn larger than it is laid out. */
  const density = () => devicePixelRatio * scaleOf(container);

  function fail(error: Error) {
    if (state !== "loading") return;
    state = "gone";
    options.onerror(error);
  }

  try {
    map = new MapLibre({
      container,
      style: basemapStyle(options.theme, options.focus, source),
      center: [known.lng, known.lat],
      zoom: known.zoom,
      maxZoom: MAX_ZOOM,
      maxPitch: 0,
      renderWorldCopies: true,
      attributionControl: false,
      pixelRatio: density(),
      fadeDuration: 0,
      canvasContextAttributes: {antialias: false},
      trackResize: false,
      keyboard: false,
      boxZoom: false,
      dragRotate: false,
      pitchWithRotate: false,
      touchPitch: false,
      cooperativeGestures: options.cooperative,
      validateStyle: false,
      refreshExpiredTiles: false,
      locale: {
        "CooperativeGesturesHandler.WindowsHelpText": options.gestureTexts.windows,
        "CooperativeGesturesHandler.MacHelpText": options.gestureTexts.mac,
        "CooperativeGesturesHandler.MobileHelpText": options.gestureTexts.mobile,
      },
    });
  } catch (cause) {
    queueMicrotask(() => fail(new Error("WebGL map could not start", {cause})));
    return {setCamera() {}, setTheme() {}, resize() {}, destroy: () => (state = "gone")};
  }

  map.touchZoomRotate.disableRotation();
  const canvas = map.getCanvas();
  canvas.tabIndex = -1;
  canvas.setAttribute("role", "presentation");
  canvas.setAttribute("aria-hidden", "true");

  const look = (): Camera => ({zoom: map.getZoom(), lat: map.getCenter().lat, lng: map.getCenter().wrap().lng});
  map.on("move", () => {
    const camera = look();
    if (same(camera, known)) return;
    known = camera;
    options.onmove(camera);
  });
  map.on("error", ({error}) => fail(new Error(error.message, {cause: error})));
  map.once("load", () => {
    if (state !== "loading") return;
    state = "ready";
    options.onready();
  });

  function resize() {
    if (state === "gone") return;
    if (map.getPixelRatio() === density()) map.resize();
    else map.setPixelRatio(density());
  }
  // How large it is drawn may change while its own size stays.
  const resizeLater = () => requestAnimationFrame(resize);
  addEventListener("resize", resizeLater);

  return {
    setCamera(camera) {
      if (state === "gone" || same(camera, known)) return;
      known = camera;
      map.jumpTo({center: [camera.lng, camera.lat], zoom: camera.zoom});
    },
    setTheme(theme, focus) {
      if (state !== "gone") map.setStyle(basemapStyle(theme, focus, source));
    },
    resize,
    destroy() {
      state = "gone";
      removeEventListener("resize", resizeLater);
      map.remove();
    },
  };
}

function same(a: Camera, b: Camera): boolean {
  const turn = Math.abs(a.lng - b.lng) % 360;
  return Math.abs(a.zoom - b.zoom) < 1e-5 && Math.abs(a.lat - b.lat) < 1e-7 && Math.min(turn, 360 - turn) < 1e-7;
}

// Constructed sheets reach into shadow roots and pass a CSP that forbids inline styles.
const sheets = new WeakMap<Node, CSSStyleSheet>();
function addStyles(root: Node) {
  if (!(root instanceof Document || root instanceof ShadowRoot) || sheets.has(root)) return;
  const sheet = new CSSStyleSheet();
  sheet.replaceSync(css);
  root.adoptedStyleSheets.push(sheet);
  sheets.set(root, sheet);
}
