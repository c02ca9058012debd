import type {Loaded} from "../data/load.ts";
import {fitBounds, type Camera, type Padding} from "../map/mercator.ts";
import {fitBox, recordBounds} from "../map/places.ts";

/** Where the map looks first, as the app has it: the story's own bounds, else all of its places, inside the padding in px. */
export const cameraOf = ({story, dataset}: Loaded, width: number, height: number, padding: Padding): Camera =>
  story.bounds === undefined
    ? fitBox(recordBounds(dataset), width, height, padding)
    : fitBounds(story.bounds, width, height, padding);
