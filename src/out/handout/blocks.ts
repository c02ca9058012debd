/** One line of a list; `url` stands with it as a link. */
export interface Item {
  text: string;
  url?: string | undefined;
}

/** A handout before it is written in one form or the other. Texts are single lines that hold nothing of either form. */
export type Block =
  | {kind: "title"; text: string}
  | {kind: "text"; text: string}
  | {kind: "list"; heading: string; items: readonly Item[]; numbered?: boolean; /** Follows the list. */ more?: string}
  | {kind: "link"; label: string; /** The same before what it names. */ lead: string; url: string};
