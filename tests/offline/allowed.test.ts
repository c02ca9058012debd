// @vitest-environment node
import {describe, expect, it} from "vitest";
import {canKeep, keepsMap, keepsUnasked, type Surroundings} from "../../src/offline/allowed.ts";

const around = (more: Partial<Surroundings> = {}): Surroundings => ({
  able: true,
  protocol: "https:",
  framed: false,
  mode: "explore",
  connection: null,
  installed: false,
  ...more,
});
const decided = (more: Partial<Surroundings>) => {
  const given = around(more);
  return [canKeep(given), keepsUnasked(given), keepsMap(given)];
};

describe("what is kept", () => {
  it.each<[Partial<Surroundings>, [boolean, boolean, boolean]]>([
    [{}, [true, true, true]],
    [{able: false}, [false, false, false]],
    [{protocol: "file:"}, [false, false, false]],
    [{framed: true}, [false, false, false]],
    [{mode: "embed"}, [false, false, false]],
    [{connection: {saveData: true, effectiveType: "4g"}}, [true, false, false]],
    [{connection: {saveData: true}, mode: "present"}, [true, false, false]],
    [{connection: {effectiveType: "slow-2g"}}, [true, false, false]],
    [{connection: {effectiveType: "2g"}}, [true, false, false]],
    [{connection: {effectiveType: "3g"}}, [true, true, false]],
    [{connection: {effectiveType: "3g"}, mode: "present"}, [true, true, true]],
    [{connection: {effectiveType: "3g"}, installed: true}, [true, true, true]],
    [{connection: {effectiveType: "4g", type: "cellular"}}, [true, true, false]],
    [{connection: {effectiveType: "4g", type: "cellular"}, mode: "presenter"}, [true, true, true]],
    [{connection: {effectiveType: "4g", type: "wifi"}}, [true, true, true]],
  ])("with %j is (at all, unasked, the map too) %j", (given, wanted) => {
    expect(decided(given)).toEqual(wanted);
  });
});
