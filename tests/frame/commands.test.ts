import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readCommand} from "../../src/frame/commands.ts";

const command = (more: object) => ({source: "dateline", v: 1, call: 7, type: "command", name: "play", ...more});

describe("commands", () => {
  it("are read with what they need", () => {
    expect(readCommand(command({}))).toEqual({call: 7, name: "play", data: null});
    expect(readCommand(command({name: "seek", data: "2024-01-28"}))).toEqual({
      call: 7,
      name: "seek",
      data: "2024-01-28",
    });
    const file = new File(["a"], "a.csv");
    expect(readCommand(command({name: "open", data: file}))).toEqual({call: 7, name: "open", data: file});
  });

  it("may set every part of a view, in its own type", () => {
    const view = {
      time: "2023-10-17..2024-01-31",
      speed: 2,
      map: [4.5, 33, -44.25],
      show: {status: ["us_official", "a,b"]},
      theme: "dark",
      lang: "ar",
      play: 1,
    };
    expect(readCommand(command({name: "view", data: view}))).toEqual({call: 7, name: "view", data: view});
  });

  it.each([
    {time: 5},
    {speed: "2"},
    {speed: -1},
    {map: [4, 33]},
    {map: [4, 33, 4400]},
    {map: "4/33/44"},
    {theme: "<style>"},
    {show: {status: "us_official"}},
    {show: {status: [1]}},
    {show: []},
    {unknown: "x"},
    {q: "x".repeat(3000)},
    JSON.parse('{"__proto__": {"time": "x"}}'),
    JSON.parse('{"show": {"__proto__": ["x"]}}'),
    "time=x",
    null,
  ])("with the view %j are refused, with the reason", (data) => {
    expect(readCommand(command({name: "view", data}))).toEqual({
      call: 7,
      error: expect.stringMatching(/^view: /) as string,
    });
  });

  it.each(["__proto__", "constructor", "toString", "", 5, null])("of the name %j are refused", (name) => {
    expect(readCommand(command({name}))).toEqual({call: 7, error: "unknown command"});
  });

  it.each([
    null,
    "play",
    [],
    {},
    command({v: 2}),
    command({v: "1"}),
    command({source: "datelines"}),
    command({type: "reply"}),
    command({call: -1}),
    command({call: "7"}),
    command({call: 2 ** 53}),
    Object.create(command({})) as object,
    new Map(Object.entries(command({}))),
  ])("are not seen in %j", (message) => {
    expect(readCommand(message)).toBeNull();
  });

  it("are looked for in anything without harm, and leave no trace", () => {
    const key = fc.constantFrom("source", "v", "call", "type", "name", "data", "__proto__", "constructor", "show");
    const value = fc.oneof(fc.anything(), fc.constantFrom("dateline", 1, "command", "view", {}, {show: {}}));
    fc.assert(
      fc.property(fc.dictionary(key, value), (more) => {
        const read = readCommand({...command({name: "view"}), ...more});
        expect(read === null || typeof read.call === "number").toBe(true);
        expect(Object.keys(Object.prototype)).toEqual([]);
      }),
    );
  });
});
