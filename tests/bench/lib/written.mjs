import {chromiumVersion} from "./browser.mjs";
import {goalTable, number} from "./report.mjs";

/** The report as Markdown. */
export async function written({date, minutes, short, machine, peers, groups}) {
  const noise = groups.flatMap((group) => group.cells).flatMap((cell) => cell.noise);
  const busy = noise.filter(({load}) => load > machine.cores).length;
  const range = (name) => {
    const values = noise.map((one) => one[name]);
    return `${number(Math.min(...values))} to ${number(Math.max(...values))}`;
  };
  const runsOf = ({repetitions}) =>
    repetitions === 1 ? "One repetition." : `Medians of ${repetitions} interleaved repetitions (least to most).`;
  const paragraphs = [
    `${date.slice(0, 10)}, ${machine.cores} cores (${machine.cpu}), ${machine.memory} GB, drawn without a GPU; ${await chromiumVersion()}, Node ${machine.node.slice(1)}.`,
    `Every measurement in a browser of its own, in ${number(minutes)} minutes${short ? "; the short form, with fewer rows and peers" : ""}.`,
    `Load average before each ${range("load")}, above the number of cores in ${busy} of ${noise.length}; a sum of a million numbers took ${range("loop")} ms.`,
    `Measured against ${Object.entries(peers)
      .map(([name, version]) => `${name} ${version}`)
      .join(", ")}.`,
    ...groups.flatMap((group) => [`## ${group.title}`, runsOf(group), goalTable(group.goals), ...group.tables]),
  ];
  return `${paragraphs.join("\n\n")}\n`;
}
