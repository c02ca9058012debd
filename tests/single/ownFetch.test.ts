import {beforeEach, describe, expect, it} from "vitest";
import {BLOCKS, piecesOf} from "../../src/data/save/singlePage.ts";
import {ownFetch} from "../../src/single/ownFetch.ts";
import {keepWorker, workerText} from "../../src/single/script.ts";

beforeEach(() => {
  document.head.innerHTML = `<meta http-equiv="Content-Security-Policy" content="default-src 'none'"><link rel="icon" href="data:,">`;
  document.body.innerHTML = `<script type="a" id="${BLOCKS.basemap}">${btoa("0123456789")}</script>
    <script type="a" id="${BLOCKS.faces}">{"faces":[{"file":"a.woff2"}],"files":{"a.woff2":"${btoa("face")}"}}</script>
    <script type="a" id="${BLOCKS.app}">QQ==</script><script type="a">loader</script>`;
});

describe("ownFetch", () => {
  it("answers from the file, whole and in ranges", async () => {
    const whole = await ownFetch("dateline:///basemap/world.pmtiles");
    expect([whole.status, await whole.text()]).toEqual([200, "0123456789"]);
    const part = await ownFetch("dateline:///basemap/world.pmtiles", {headers: {range: "bytes=2-4"}});
    expect([part.status, await part.text()]).toEqual([206, "234"]);
    const end = await ownFetch("dateline:///basemap/world.pmtiles", {headers: {range: "bytes=8-99"}});
    expect([end.headers.get("content-range"), await end.text()]).toEqual(["bytes 8-9/10", "89"]);
    expect(await (await ownFetch("dateline:///single/a.woff2")).text()).toBe("face");
  });

  it("has what it was made from, to make another", async () => {
    const template = await (await ownFetch("dateline:///single/template.txt")).text();
    expect(template).toContain(`content="default-src 'none'"`);
    expect(template).toContain("<script>loader</script>");
    expect(piecesOf(template)).toHaveLength(10);
  });

  it("asks nobody else", async () => {
    for (const url of [
      "https://a.example/x.csv",
      "data/story.json",
      "file:///etc/passwd",
      "dateline:///data/story.json",
      "dateline:///single/__proto__",
      "dateline:///__proto__",
      "blob:null/1",
    ])
      await expect(ownFetch(url)).rejects.toThrow(TypeError);
  });

  it("has the scripts of workers that are kept in it", async () => {
    const address = keepWorker("map.cjs", "self.x = 1");
    expect(workerText(address)).toBe("self.x = 1");
    expect(await (await ownFetch(address)).text()).toBe("self.x = 1");
  });
});
