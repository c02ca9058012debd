import type {Snippet} from "svelte";
import type {Padding} from "./map/mercator.ts";
import type {Box, Size} from "./ui/layout.ts";

/** What the app hands to each arrangement of its parts. */
export interface Arrangement {
  size: Size;
  /** Width of the app in px. */
  width: number;
  page: boolean;
  /** The record has places, so that there is a map. */
  placed: boolean;
  map: Snippet<[padding: Padding, obstacles: Box[]]>;
  card: Snippet;
  /** What there is to know of a file that the reader brought. */
  own: Snippet;
  onhelp: () => void;
  onshare: () => void;
  /** Makes a link to the view on screen, as a page of its own. */
  link: () => string;
}
