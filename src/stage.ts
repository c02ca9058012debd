import type {Snippet} from "svelte";
import type {Padding} from "./map/mercator.ts";
import type {Box} from "./ui/layout.ts";

/** What the app hands to either arrangement of its parts. */
export interface Stage {
  page: boolean;
  /** The record has places, so that there is a map. */
  placed: boolean;
  map: Snippet<[padding: Padding, obstacles: Box[]]>;
  card: Snippet;
  /** What there is to know of a file that the reader brought. */
  own: Snippet;
}
