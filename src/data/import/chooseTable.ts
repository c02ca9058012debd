import {ImportError, type Opened, type Table} from "../formats/table.ts";
import type {Reading} from "../reading.ts";
import {understand} from "../understand/understand.ts";
import type {Choices, Understanding} from "../understand/understanding.ts";
import {countedFrom1904} from "./from1904.ts";
import type {ImportInput} from "./importer.ts";
import {sampleOf, type Sample} from "./sample.ts";

/** At most this many tables of a file are looked at to find the one that holds events. */
const LOOKED_AT = 12;

/** A table, how its head was taken and how its columns were understood. */
export interface Chosen {
  table: Table;
  sample: Sample;
  understanding: Understanding;
  /** Tables that hold events too. */
  rivals: number;
}

/** Says what the columns of a table are, by its head and what is settled. */
export function understandTable(
  sample: Sample,
  opened: Opened,
  {settled, by, thisYear, sites}: ImportInput,
): Understanding {
  const found = understand({
    header: sample.names,
    tags: sample.tags,
    sample: sample.rows,
    format: opened.format,
    thisYear,
    headerSure: sample.headerSure,
    choices: sites.size === 0 ? settled : withSite(settled, sample.names),
    by,
  });
  const {headerRow} = sample;
  const reading: Reading = {...found.reading, ...(headerRow === undefined ? {} : {headerRow})};
  const understood = {...found, reading, story: {...found.story, reading: reading as Record<string, unknown>}};
  return opened.from1904 === true ? countedFrom1904(understood, settled.reading ?? {}) : understood;
}

/** A story that has a table of sites means them by the column "site" when it does not say. */
function withSite(settled: Choices, names: readonly string[]): Choices {
  const site = settled.mapping?.site ?? names.find((name) => /^site(_?id)?$/i.test(name));
  return site === undefined ? settled : {...settled, mapping: {...settled.mapping, site}};
}

/** The table that the reader named, else the one with a date that has most rows. */
export async function choose(opened: Opened, input: ImportInput, reading: Reading): Promise<Chosen> {
  if (opened.tables.length === 0) throw new ImportError("no-records", {format: opened.format});
  const named = opened.tables.find(({name}) => name === reading.table);
  if (named !== undefined || opened.tables.length === 1) {
    const table = named ?? opened.tables[0]!;
    const sample = await sampleOf(table, reading);
    return {table, sample, understanding: understandTable(sample, opened, input), rivals: opened.tables.length - 1};
  }
  let best: Chosen | null = null;
  let bestScore = -1;
  let dated = 0;
  for (const table of opened.tables.slice(0, LOOKED_AT)) {
    const sample = await sampleOf(table, reading);
    const understanding = understandTable(sample, opened, input);
    const starts = understanding.mapping.start !== undefined;
    if (starts && sample.rows.length > 0 && table.drawn === undefined) dated++;
    const places = understanding.mapping.lat !== undefined;
    const score = (starts ? 4 : 0) + (places ? 2 : 0) + (best === null ? 1 : 0) - (sample.rows.length === 0 ? 8 : 0);
    if (best === null || score > bestScore) {
      best = {table, sample, understanding, rivals: 0};
      bestScore = score;
    }
  }
  return {...best!, rivals: Math.max(0, dated - 1)};
}
