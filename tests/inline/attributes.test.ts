import {describe, expect, it} from "vitest";
import {SHOWN} from "../../src/host/names.ts";
import {viewOf, written} from "../../src/host/parameters.ts";
import {changedView, readAttributes} from "../../src/inline/attributes.ts";
import {decodeUrl} from "../../src/state/url.ts";

const BASE = "https://news.example/world/article.html";
function read(attributes: Record<string, string>) {
  const element = document.createElement("date-line");
  for (const [name, value] of Object.entries(attributes)) element.setAttribute(name, value);
  return readAttributes(element, BASE);
}

describe("attributes", () => {
  it("are read as the URL parameters of the same names", () => {
    const {view, bad} = read({
      time: "2023-10-17..2024-01-31",
      "show.status": "us_official,host_government",
      q: "100% & more + #1",
      map: "5/33.5/44",
      lang: "fr",
      view: "explore",
      play: "1",
    });
    expect(bad).toEqual([]);
    expect(view).toEqual({
      time: "2023-10-17..2024-01-31",
      show: {status: ["us_official", "host_government"]},
      q: "100% & more + #1",
      map: [5, 33.5, 44],
      lang: "fr",
      view: "explore",
      play: 1,
    });
  });

  it("keep a comma within a value, and what a query would take apart", () => {
    expect(read({"show.actor": "A%2C B,C & D + E"}).view.show).toEqual({actor: ["A, B", "C & D + E"]});
  });

  it("take any other percent sign as it stands, and mean by it what the script for frames does", () => {
    const values = {"show.share": "50%,100%25,%zz,a%2cb", "show.x": ",", "show.y": ""};
    const {view, bad} = read(values);
    expect(bad).toEqual([]);
    expect(view.show).toEqual({share: ["50%", "100%25", "%zz", "a,b"], x: [""], y: []});
    const element = document.createElement("date-line");
    for (const [name, value] of Object.entries(values)) element.setAttribute(name, value);
    expect(decodeUrl("", written(viewOf(element, SHOWN))).view).toEqual(view);
  });

  it("can say that every value is kept, whatever the story's own view does", () => {
    expect(read({show: ""}).view).toEqual({show: {}});
  });

  it("that are the page's own are left alone, and a value that is none is named", () => {
    const {view, bad, options} = read({id: "one", class: "wide", style: "color: red", "data-x": "1", theme: "purple"});
    expect({view, bad, options}).toEqual({view: {}, bad: ["theme"], options: ""});
  });

  it("name data relative to the page", () => {
    expect(read({data: "../tables/attacks.csv"}).view.data).toBe("https://news.example/tables/attacks.csv");
    expect(read({data: "https://"}).view.data).toBe("https://");
  });

  it("say of the element what the query of a frame says", () => {
    const options = new URLSearchParams(
      read({hide: "map, facets", height: "560", primary: "#06c", font: "A & B"}).options,
    );
    expect(Object.fromEntries(options)).toEqual({hide: "map, facets", height: "560", primary: "#06c", font: "A & B"});
  });
});

describe("a change of attributes", () => {
  it("touches what changed, and leaves what the reader did", () => {
    const shown = {
      time: "2023-10-17..2023-11-01",
      event: "e7",
      show: {status: ["a"]},
      map: [5, 33, 44] as [number, number, number],
    };
    const before = {time: "2023-10-17..2023-12-01", show: {status: ["a"]}};
    expect(changedView(shown, before, {...before, event: "e9"})).toEqual({...shown, event: "e9"});
    expect(changedView(shown, before, {time: "..2024-01-01"})).toEqual({
      time: "..2024-01-01",
      event: "e7",
      map: [5, 33, 44],
    });
  });
});
