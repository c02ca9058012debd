/** Where the map looks. Zoom 0 shows the world 512 px wide, each step doubles it. */
export interface CameraPosition {
  zoom: number;
  lat: number;
  lng: number;
}

/** How the map on screen projects, in px of its box; for what is drawn over it. */
export interface Sight {
  readonly node: HTMLElement;
  readonly width: number;
  readonly height: number;
  project(lng: number, lat: number): [x: number, y: number];
  unproject(x: number, y: number): [lng: number, lat: number];
}

const round = (value: number, digits: number) => Number(value.toFixed(digits));

/** The reader's own view of the map; null while it is the story's, fitted to the space there is. */
export class Camera {
  #position = $state.raw<CameraPosition | null>(null);
  /** Null while there is no map. What it answers follows the camera. */
  sight: Sight | null = null;

  get position(): CameraPosition | null {
    return this.#position;
  }

  set(position: CameraPosition | null): void {
    this.#position = position;
  }

  /** `[zoom, lat, lng]` rounded to less than a pixel, null while it is the story's. */
  get text(): [number, number, number] | null {
    const at = this.#position;
    return at === null ? null : [round(at.zoom, 3), round(at.lat, 4), round(at.lng, 4)];
  }
}
