import {ARTICLES, SHOWN} from "./names.ts";
import {merged, written, type Parameters} from "./parameters.ts";

/**
 * What a page's hash says of the element `id`, as `#<id>.time=…&<id>.event=…`; the id alone stands for the story's own view. `view` is null
 * when it says nothing, `own` is that part of it as it stands, `rest` all else.
 */
export function readHash(hash: string, id: string): {view: Parameters | null; own: string; rest: string} {
  let view: Parameters | null = null;
  let own = "";
  let rest = "";
  hash.replace(/[^#&]+/g, (part) => {
    const name = part.split("=")[0]!;
    if (name !== id && !name.startsWith(`${id}.`)) rest += `&${part}`;
    else {
      own += `&${part}`;
      view ??= merged();
      const ours = name.slice(id.length + 1);
      if (SHOWN.test(ours) && !ARTICLES.test(ours)) view[ours] = part.slice(name.length + 1);
    }
    return "";
  });
  return {view, own: own.slice(1), rest: rest.slice(1)};
}

/** The page's hash, without `#`, with what it says of the element `id` put in place of what it said; all else is kept. */
export function hashWith(hash: string, id: string, own: string): string {
  const {rest} = readHash(hash, id);
  return rest + (rest && own && "&") + own;
}

/** What the hash is to say of the element `id` in this view. */
export const mirrored = (view: Parameters, id: string): string => written(view, `${id}.`) || id;
