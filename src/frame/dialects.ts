/** What the hosts of this frame know it by. */
export interface Names {
  /** The frame's `?id=`, else "". */
  id: string;
  /** The address that the frame was opened with. */
  address: string;
  /** What pym.js calls the frame. */
  childId: string | null;
  /** What WordPress knows the frame by. */
  secret: string | null;
  /** What iframe-resizer calls the frame, once it has said so. */
  resizer: string | null;
}

/** Names longer than this are nobody's. */
const LONGEST = 200;
const nameIn = (given: string | null | undefined) => (given && given.length <= LONGEST ? given : null);

/** Reads from a frame's query and hash what hosts know it by. Total. */
export function readNames(address: string, query: string, hash: string): Names {
  const given = new URLSearchParams(query);
  const childId = nameIn(given.get("childId"));
  return {
    id: nameIn(given.get("id")) ?? "",
    address: address.split("#")[0]!,
    childId: childId !== null && /^\S+$/.test(childId) ? childId : null,
    secret: nameIn(/[#&]\??secret=(\w+)/.exec(hash)?.[1]),
    resizer: null,
  };
}

/** Says once to hosts which wait for it that the frame can be talked to. */
export const greetings = (): unknown[] => ["[iFrameResizerChild]Ready", {sentinel: "amp", type: "embed-ready"}];

/** A height (and width) in whole px, in the words of every host that might be listening. */
export function heightMessages(height: number, width: number, names: Names): unknown[] {
  const {id, address, childId, secret, resizer} = names;
  const messages: unknown[] = [
    {source: "dateline", v: 1, id, type: "height", data: {height}},
    {"datawrapper-height": {[id || "dateline"]: height}},
    {sentinel: "amp", type: "embed-size", height},
    JSON.stringify({src: address, context: "iframe.resize", height}),
    JSON.stringify({type: "set-height", value: height, id: `iframeMessenger:${id || "dateline"}`}),
  ];
  if (childId !== null) messages.push(`pymxPYMx${childId}xPYMxheightxPYMx${height}`);
  if (secret !== null) messages.push({message: "height", value: height, secret});
  if (resizer !== null) messages.push(resized(resizer, height, width, "resize"));
  return messages;
}

/** The answer to iframe-resizer's first message; `version` is the one that it said of itself, null before 5. */
export const introduced = (resizer: string, height: number, width: number, version: string | null): string =>
  resized(resizer, height, width, version === null ? "init" : `init:${version}`);

/** The answer to a host of Mastodon's kind, with the id that it asked under. */
export const answered = (id: string | number, height: number): unknown => ({type: "setHeight", id, height});

const resized = (resizer: string, height: number, width: number, type: string) =>
  `[iFrameSizer]${resizer}:${height}:${width}:${type}`;
