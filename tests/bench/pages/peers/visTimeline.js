import {DataSet, Timeline} from "vis-timeline/standalone";
import "vis-timeline/styles/vis-timeline-graph2d.min.css";
import {windows} from "../../data/events.mjs";
import {fullPage, peerPage} from "./wholePage.js";

let timeline;
let items;

peerPage({
  prepare: ({length, time}) =>
    Array.from({length}, (_, row) => ({id: row, start: time[row], type: "point", content: ""})),
  load(rows) {
    items = new DataSet(rows);
    // Without groups, and without stacking, which takes the square of what is seen.
    const [[start, end]] = windows();
    timeline = new Timeline(fullPage(), items, {start, end, stack: false, height: innerHeight});
  },
  move: (start, end) => timeline.setWindow(start, end, {animation: false}),
  /** It draws a few beside the window too. */
  async counted() {
    await new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(resolve)));
    const {start, end} = timeline.getWindow();
    return timeline.getVisibleItems().filter((id) => {
      const at = items.get(id).start;
      return at >= +start && at < +end;
    }).length;
  },
});
