import fc from "fast-check";
import {describe, expect, it} from "vitest";
import {readRequest} from "../../src/frame/requests.ts";

const INIT_4 = "[iFrameSizer]frame:8:false:false:32:true:true:null:bodyOffset:null:null:0:false:parent:scroll:true";
const INIT_5 = "[iFrameSizer]frame:8:false:false:32:true:true::auto:::0:false:child:auto:false:::true:GPLv3:5.5.9:0::";

describe("requests of hosts", () => {
  it.each([
    [INIT_4, {kind: "introduction", resizer: "frame", version: null}],
    [INIT_5, {kind: "introduction", resizer: "frame", version: "5.5.9"}],
    ["[iFrameSizer]resize", {kind: "height"}],
    ["pymxPYMxhostxPYMxwidthxPYMx640", {kind: "height"}],
    [{sentinel: "amp", type: "frames-init"}, {kind: "height"}],
    [{message: "ready", secret: "abc"}, {kind: "height"}],
    [
      {type: "setHeight", id: 3},
      {kind: "answer", id: 3},
    ],
  ])("such as %j are understood", (message, request) => {
    expect(readRequest(message)).toEqual(request);
  });

  it.each([
    "pymxPYMxhostxPYMxviewport-iframe-positionxPYMx1 2 3 4 5 6",
    "[iFrameSizer]message:hello",
    `${INIT_4}${"x".repeat(3000)}`,
    "[iFrameSizer]:8:false:false:32:true:true:null:bodyOffset:null",
    {sentinel: "amp", type: "embed-size", height: 3},
    {type: "setHeight", id: NaN},
    Object.create({type: "setHeight", id: 3}) as object,
    null,
  ])("are not seen in %j", (message) => {
    expect(readRequest(message)).toBeNull();
  });

  it("are looked for in anything without harm", () => {
    fc.assert(fc.property(fc.anything(), (message) => void readRequest(message)));
  });
});
