import {describe, expect, it} from "vitest";
import {broughtBy, canDrop} from "../../src/open/drop.ts";

type Tree = {[name: string]: Tree | string};

/** A file system entry as a browser hands it over: folders give two entries at a time, then none. */
function entryOf(name: string, content: Tree | string): FileSystemEntry {
  if (typeof content === "string")
    return {
      name,
      isFile: true,
      isDirectory: false,
      file: (done: (file: File) => void) => done(new File([content], name)),
    } as unknown as FileSystemEntry;
  return {
    name,
    isFile: false,
    isDirectory: true,
    createReader: () => {
      const left = Object.entries(content).map(([child, inner]) => entryOf(child, inner));
      return {readEntries: (done: (entries: FileSystemEntry[]) => void) => done(left.splice(0, 2))};
    },
  } as unknown as FileSystemEntry;
}

function transferOf(tree: Tree, data: Record<string, string> = {}): DataTransfer {
  const files = Object.entries(tree).filter(([, content]) => typeof content === "string");
  return {
    types: [...(Object.keys(tree).length > 0 ? ["Files"] : []), ...Object.keys(data)],
    items: Object.entries(tree).map(([name, content]) => ({
      kind: "file",
      webkitGetAsEntry: () => entryOf(name, content),
    })),
    files: files.map(([name, content]) => new File([content as string], name)),
    getData: (type: string) => data[type] ?? "",
  } as unknown as DataTransfer;
}

const namesIn = async (transfer: DataTransfer) => {
  const brought = await broughtBy(transfer, "Pasted");
  return brought?.kind === "files" ? brought.files.map(({name}) => name) : brought;
};

describe("what is dropped", () => {
  it("is the files, in the order they come", async () => {
    expect(await namesIn(transferOf({"b.csv": "x", "a.csv": "y"}))).toEqual(["b.csv", "a.csv"]);
  });

  it("is the files in a folder and its folders, without what a system leaves there", async () => {
    const folder = {
      "table.csv": "x",
      "story.json": "{}",
      ".DS_Store": "",
      "Thumbs.db": "",
      __MACOSX: {"table.csv": "no"},
      more: {"april.csv": "y", deeper: {"may.csv": "z"}},
    };
    expect(await namesIn(transferOf({folder}))).toEqual(["story.json", "table.csv", "april.csv", "may.csv"]);
  });

  it("is at most two hundred files", async () => {
    const folder = Object.fromEntries(Array.from({length: 450}, (_, i) => [`${i}.csv`, "x"]));
    expect(await namesIn(transferOf({folder}))).toHaveLength(200);
    expect(await namesIn(transferOf(folder))).toHaveLength(200);
  });

  it("is an address before it is a text, and a text under the name it is given", async () => {
    expect(
      await broughtBy(transferOf({}, {"text/uri-list": "https://example.org/a.csv", "text/plain": "a link"}), "Pasted"),
    ).toEqual({kind: "address", address: "https://example.org/a.csv"});
    expect(await broughtBy(transferOf({}, {"text/plain": " https://example.org/a.csv "}), "Pasted")).toEqual({
      kind: "address",
      address: "https://example.org/a.csv",
    });
    expect(await broughtBy(transferOf({}, {"text/plain": "a,b\n1,2"}), "Pasted")).toEqual({
      kind: "text",
      text: "a,b\n1,2",
      name: "Pasted",
    });
    expect(await broughtBy(transferOf({}, {"text/plain": " \n"}), "Pasted")).toBeNull();
  });

  it("is told from what is no data", () => {
    expect(canDrop(transferOf({"a.csv": "x"}))).toBe(true);
    expect(canDrop(transferOf({}, {"text/plain": "x"}))).toBe(true);
    expect(canDrop(transferOf({}, {"application/x-color": "x"}))).toBe(false);
    expect(canDrop(null)).toBe(false);
  });
});
