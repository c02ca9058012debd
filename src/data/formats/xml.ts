import sax from "sax";
import {LIMITS} from "../limits.ts";
import {ImportError} from "./table.ts";

/** An element with all that is in it. Names are local: without their prefix. */
export interface XmlElement {
  name: string;
  attributes: ReadonlyMap<string, string>;
  children: readonly XmlElement[];
  /** Its own text, without that of its children. */
  text: string;
  /** Line of the file where it begins, from 1. */
  line: number;
}

/** Takes what stands in a document, in its order. What it throws ends the reading and is passed on. */
export interface XmlReader {
  /** Names of the elements that are handed over whole. One inside another is only part of that other. */
  whole: ReadonlySet<string>;
  /** `parents` are the open elements around it, outermost first. */
  element(element: XmlElement, parents: readonly string[]): void;
  /** Any other element begins or ends. */
  open?(name: string): void;
  close?(name: string): void;
  /** How much has been read, 0 to 1. */
  progress?(share: number): void;
}

const CHUNK = 65_536;
/** A name or attribute longer than this (UTF-16 units) is no part of a table of events. */
const LONGEST_TOKEN = 1_000_000;
/** Elements in one that is handed over whole. */
const MOST_ELEMENTS = 2_000_000;
/** Ampersands that stand for themselves: each costs sax an Error. */
const MOST_SLIPS = 10_000;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();
const NO_CHILDREN: readonly XmlElement[] = [];

/** Tokens that sax collects unit by unit, and so at twenty times their size. */
const TOKENS = ["attribName", "attribValue", "tagName", "entity", "procInstName", "procInstBody", "sgmlDecl"] as const;
type Parser = sax.SAXParser &
  Record<(typeof TOKENS)[number], string> & {comment: string; doctype: string | boolean; bufferCheckPosition: number};

const localName = (name: string) => name.slice(name.indexOf(":") + 1);

/**
 * Reads a well-formed XML document. Only predefined, HTML and numeric entities mean something; no declaration is followed, and an ampersand
 * that stands for itself is let pass unless the document declares entities. Nothing is fetched. Throws an ImportError: `broken` with
 * line, column and detail; `too-deep`; `too-large`.
 */
export function readXml(text: string, format: string, reader: XmlReader): void {
  if (text.length > LIMITS.wholeBytes) throw new ImportError("too-large", {format, limit: LIMITS.wholeBytes});
  const parser = sax.parser(true) as Parser;
  parser.bufferCheckPosition = Infinity;
  const parents: string[] = [];
  const inside: Growing[] = [];
  let line = 1;
  let attributes = NO_ATTRIBUTES as Map<string, string>;
  let attributeCount = 0;
  let elements = 0;
  let slips = 0;
  let closed = false;
  let declares = false;

  const broken = (detail: string) =>
    new ImportError("broken", {format, line: parser.line + 1, column: parser.column, detail});

  // What follows the root may be anything but another element.
  let junk = false;
  parser.onerror = ({message}) => {
    const detail = message.split("\n", 1)[0]!;
    const harmless = closed || (!declares && /^Invalid character (entity|in entity name)$/.test(detail));
    if (!harmless || (!closed && ++slips > MOST_SLIPS)) throw broken(detail);
    junk = closed;
    parser.resume();
  };
  parser.ondoctype = (doctype) => {
    declares ||= doctype.includes("<!ENTITY");
  };
  parser.onopentagstart = () => {
    line = parser.line + 1;
    attributes = NO_ATTRIBUTES as Map<string, string>;
    attributeCount = 0;
  };
  parser.onattribute = ({name, value}) => {
    // sax asks `attributes.hasOwnProperty` of the very object it fills.
    if (name === "hasOwnProperty") throw broken("Invalid attribute name");
    if (++attributeCount > LIMITS.columns) throw broken("Too many attributes");
    if (name === "xmlns" || name.startsWith("xmlns:")) return;
    if (attributes === NO_ATTRIBUTES) attributes = new Map();
    const local = localName(name);
    if (local === name || !attributes.has(local)) attributes.set(local, value);
  };
  parser.onopentag = (tag) => {
    if (closed) throw broken("A second root element");
    if (parents.length + inside.length >= LIMITS.depth)
      throw new ImportError("too-deep", {format, limit: LIMITS.depth, line});
    const name = localName(tag.name);
    if (inside.length === 0 && !reader.whole.has(name)) {
      parents.push(name);
      reader.open?.(name);
      return;
    }
    const element: Growing = {name, attributes, children: NO_CHILDREN, text: "", line};
    const parent = inside.at(-1);
    if (parent === undefined) elements = 0;
    else if (parent.children === NO_CHILDREN) parent.children = [element];
    else (parent.children as XmlElement[]).push(element);
    inside.push(element);
    if (++elements > MOST_ELEMENTS) throw new ImportError("too-large", {format, limit: MOST_ELEMENTS, line});
  };
  parser.ontext = parser.oncdata = (piece) => {
    const element = inside.at(-1);
    if (element !== undefined) element.text += piece;
  };
  parser.onclosetag = () => {
    const element = inside.pop();
    if (element === undefined) {
      const name = parents.pop()!;
      reader.close?.(name);
    } else if (inside.length === 0) reader.element(element, parents);
    closed = parents.length + inside.length === 0;
  };

  for (let at = 0; at < text.length && !junk; at += CHUNK) {
    parser.write(text.slice(at, at + CHUNK));
    parser.comment = "";
    if (TOKENS.some((token) => parser[token].length > LONGEST_TOKEN)) throw broken("Too long");
    if (typeof parser.doctype === "string" && parser.doctype.length > LONGEST_TOKEN) throw broken("Too long");
    reader.progress?.(Math.min(1, (at + CHUNK) / text.length));
  }
  parser.close();
  if (!closed) throw broken("No root element");
}

type Growing = {-readonly [K in keyof XmlElement]: XmlElement[K]};

/** Local name of the outermost element; "" when the text is no XML as far as there. */
export function rootName(text: string): string {
  let root = "";
  try {
    readXml(text.slice(0, CHUNK), "xml", {
      whole: new Set(),
      element() {},
      open(name) {
        if (root === "") root = name;
      },
    });
  } catch (error) {
    if (!(error instanceof ImportError)) throw error;
  }
  return root;
}

export const childOf = (element: XmlElement, name: string): XmlElement | undefined =>
  element.children.find((child) => child.name === name);

/** Text of the first child of that name, without space around it; "" where there is none. */
export const textOf = (element: XmlElement, name: string): string => childOf(element, name)?.text.trim() ?? "";
