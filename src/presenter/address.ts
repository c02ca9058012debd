import type {ViewState} from "../data/viewState.ts";
import {decodeUrl, encodeUrl} from "../state/url.ts";

/**
 * The page at `href` with `view` and nothing else of ours; what the address says of other things stays. An arrangement is said in the query, so
 * that the page keeps it whatever becomes of the view.
 */
export function addressOf(href: string, {view: mode, ...view}: ViewState): string {
  const url = new URL(href);
  const others = decodeUrl("", url.search.replace("?", "#")).unknown;
  const isArranged = mode !== undefined && mode !== "explore";
  url.search = [...(isArranged ? [`view=${mode}`] : []), ...others].join("&");
  const said = isArranged || mode === undefined ? view : {...view, view: mode};
  url.hash = encodeUrl(said, decodeUrl("", url.hash).unknown);
  return url.href;
}
