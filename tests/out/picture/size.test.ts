// @vitest-environment node
import {describe, expect, it} from "vitest";
import {densityAt, dotsAnInch, SCALES, sizeAt} from "../../../src/out/picture/size.ts";
import {FORMS} from "../../../src/out/poster/forms.ts";

describe("the size of a file", () => {
  it("is that of the form at one dot to a px, and 8K of the wide one at four", () => {
    expect(sizeAt(FORMS.square, 1)).toEqual({width: 1080, height: 1080});
    expect(sizeAt(FORMS.wide, 4)).toEqual({width: 7680, height: 4320});
  });

  it("on paper fills the sheet to half a millimetre, both ways", () => {
    for (const form of [FORMS.landscape, FORMS.upright])
      for (const scale of SCALES) {
        const {width, height} = sizeAt(form, scale);
        const mm = 1000 / densityAt(form, scale)!;
        expect(Math.abs(width * mm - form.paper!.width)).toBeLessThan(0.5);
        expect(Math.abs(height * mm - form.paper!.height)).toBeLessThan(0.5);
      }
  });

  it("for a screen has no density", () => expect(densityAt(FORMS.wide, 2)).toBeNull());

  it("is told in dots an inch", () => expect(dotsAnInch(11_811)).toBe(300));
});
