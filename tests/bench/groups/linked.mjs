import {at, atMost, cellTable} from "../lib/report.mjs";
import {PAGE_COLUMNS, wholePage} from "../lib/wholePage.mjs";

const OURS = "Dateline, whole page";

/** The whole linked page while its window moves every frame. */
export const linked = {
  title: "The whole linked page, window moved every frame",
  builds: ["app"],
  cells({short, rows}) {
    const sizes = rows ?? (short ? [1000, 1_000_000] : [1000, 100_000, 1_000_000]);
    const steps = short ? 120 : 300;
    return sizes.map((size) => wholePage({engine: OURS, path: "app/page.html", rows: size, steps}));
  },
  report(cells) {
    const sizes = cells.map(({rows}) => rows);
    const [fewest, most] = [Math.min(...sizes), Math.max(...sizes)];
    const size = most.toLocaleString("en");
    const of = (name, rows = most) => at(cells, OURS, rows, name);
    return {
      tables: [cellTable(cells, PAGE_COLUMNS)],
      goals: [
        atMost(`main thread a step at ${size} rows`, 4, of("main"), " ms"),
        atMost(`tasks over 50 ms at ${size} rows`, 0, of("longTasks")),
        atMost(`95th percentile frame at ${size} rows`, 34, of("p95"), " ms"),
        atMost(
          `main thread at ${size} rows to that at ${fewest.toLocaleString("en")}`,
          2,
          of("main") / of("main", fewest),
          " times",
        ),
      ],
    };
  },
};
