import {describe, expect, it} from "vitest";
import {answered, heightMessages, introduced, readNames} from "../../src/frame/dialects.ts";

const ADDRESS = "https://d.example/embed.html";

describe("heights", () => {
  it("are told in the words of hosts that name no frame", () => {
    expect(heightMessages(542, 640, readNames(`${ADDRESS}#time=x`, "", "#time=x"))).toEqual([
      {source: "dateline", v: 1, id: "", type: "height", data: {height: 542}},
      {"datawrapper-height": {dateline: 542}},
      {sentinel: "amp", type: "embed-size", height: 542},
      '{"src":"https://d.example/embed.html","context":"iframe.resize","height":542}',
      '{"type":"set-height","value":542,"id":"iframeMessenger:dateline"}',
    ]);
  });

  it("are told to pym.js and WordPress under the names that they gave", () => {
    const names = readNames(ADDRESS, "?id=aBc12&childId=host&initialWidth=620", "#time=x&?secret=kX3bq9Zt4e");
    const messages = heightMessages(542, 640, names);
    expect(messages).toContain("pymxPYMxhostxPYMxheightxPYMx542");
    expect(messages).toContainEqual({message: "height", value: 542, secret: "kX3bq9Zt4e"});
    expect(messages).toContainEqual({"datawrapper-height": {aBc12: 542}});
  });

  it("are told to iframe-resizer with its own name for the frame, once it has said it", () => {
    const names = {...readNames(ADDRESS, "", ""), resizer: "iFrameResizer0"};
    expect(heightMessages(542, 640, names)).toContain("[iFrameSizer]iFrameResizer0:542:640:resize");
    expect(introduced("f", 542, 640, null)).toBe("[iFrameSizer]f:542:640:init");
    expect(introduced("f", 542, 640, "5.5.9")).toBe("[iFrameSizer]f:542:640:init:5.5.9");
  });

  it("are told to Mastodon's kind with the id asked under", () => {
    expect(answered(7, 542)).toEqual({type: "setHeight", id: 7, height: 542});
  });

  it("never pretend to be Flourish", () => {
    const all = JSON.stringify(heightMessages(1, 1, readNames(ADDRESS, "?childId=a&id=b", "#?secret=c")));
    expect(all).not.toMatch(/flourish/i);
  });
});

describe("names", () => {
  it("that are endless or would break a message are nobody's", () => {
    const endless = "x".repeat(201);
    expect(readNames(ADDRESS, `?id=${endless}&childId=a%20b`, `#?secret=${endless}`)).toEqual({
      id: "",
      address: ADDRESS,
      childId: null,
      secret: null,
      resizer: null,
    });
  });
});
