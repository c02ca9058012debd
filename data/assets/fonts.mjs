import {mkdir, readFile, writeFile} from "node:fs/promises";
import {fileURLToPath} from "node:url";
import fontverter from "fontverter";
import {format} from "prettier";
import subsetFont from "subset-font";

const packages = new URL("../../node_modules/@fontsource-variable/", import.meta.url);
const out = new URL("../../src/ui/fonts/", import.meta.url);

// What English and French are written with but for Ÿ, which names alone have, and the signs of the interface; then the rest of what Western Europe writes, met in names.
const NEAR = [
  ...range(0x20, 0x7e),
  ..."ÀÂÇÉÈÊËÎÏÔŒÙÛÜàâæçéèêëîïôœùûü",
  ..."\u00a0\u2009\u202f\u00ad§©«°·»–—‘’“”„…•′←↑→↓↗−×",
];
const FAR = [...range(0xc0, 0xff), ..."Ÿ¡®±¿ıˆ˜‚″‹›⁄€™≈≤≥"].filter((c) => !NEAR.includes(c));
const FEATURES = ["kern", "liga", "locl", "tnum", "pnum"];
// The serif's figures are tabular as they are.
const SERIF_FEATURES = ["kern", "liga", "tnum"];

// Letters of Arabic and the Persian and Kurdish ones met in names, harakat, punctuation, both digit forms, the joiners.
const ARABIC = [
  ..."،؛؟٪٫٬٭ـ\u200c\u200d\u200e\u200fٰٱپچڕڤکگڵژۆێەیۀہھےۓ",
  ...range(0x0621, 0x063a),
  ...range(0x0641, 0x0655),
  ...range(0x0660, 0x0669),
  ...range(0x06f0, 0x06f9),
];

const serif = {
  family: "Source Serif 4",
  internal: "Dateline Serif",
  pack: "source-serif-4",
  source: "source-serif-4-latin-opsz-normal",
  features: SERIF_FEATURES,
};

// Both optical sizes and weights as axes are 66 kB. Two instances are 35 kB and look the same where they are used:
// regular at text sizes, bold from the event title (21 px) to the day (124 px).
const LATIN = [
  {...serif, file: "source-serif-4-text", axes: {wght: 400, opsz: 15}, weight: "100 500"},
  {...serif, file: "source-serif-4-display", axes: {wght: 645, opsz: 44}, weight: "501 900"},
  {
    family: "Inter",
    pack: "inter",
    source: "inter-latin-wght-normal",
    file: "inter",
    features: FEATURES,
    axes: {wght: {min: 400, max: 700}},
    weight: "400 700",
  },
];
const FACES = [
  ...LATIN.map((face) => ({...face, characters: NEAR})),
  ...LATIN.map((face) => ({...face, file: `${face.file}-more`, characters: FAR, isMore: true})),
  {
    family: "Noto Sans Arabic",
    pack: "noto-sans-arabic",
    source: "noto-sans-arabic-arabic-wght-normal",
    file: "noto-sans-arabic",
    features: ["kern", "liga", "locl", "rlig", "ccmp", "mark", "mkmk", "init", "medi", "fina"],
    axes: {wght: {min: 400, max: 700}},
    weight: "400 700",
    characters: ARABIC,
  },
];

// Whole files, fetched only when somebody's data holds one of their characters.
const FALLBACKS = [
  {
    family: "Source Serif 4",
    pack: "source-serif-4",
    scripts: ["latin", "latin-ext", "vietnamese", "cyrillic", "greek"],
  },
  {family: "Inter", pack: "inter", scripts: ["latin", "latin-ext", "vietnamese", "cyrillic", "greek"]},
  {family: "Noto Sans Arabic", pack: "noto-sans-arabic", scripts: ["arabic"]},
];

await mkdir(out, {recursive: true});
const rules = [];
const others = [];
const covered = new Map();
let total = 0;

for (const face of FACES) {
  const source = await readFile(new URL(`${face.pack}/files/${face.source}.woff2`, packages));
  const held = characters(await fontverter.convert(source, "truetype"));
  const wanted = face.characters.map((c) => c.codePointAt(0)).filter((c) => held.includes(c));
  const sfnt = await subsetFont(source, String.fromCodePoint(...wanted), {
    targetFormat: "truetype",
    noHinting: true,
    keepFeatures: face.features,
    variationAxes: face.axes,
  });
  const named = face.internal ? rename(sfnt, face.family, face.internal) : sfnt;
  const woff2 = await fontverter.convert(named, "woff2");
  await writeFile(new URL(`${face.file}.woff2`, out), woff2);
  covered.set(face.family, [...(covered.get(face.family) ?? []), ...wanted]);
  rules.push(rule({...face, url: `./${face.file}.woff2`, codes: wanted}));
  total += woff2.length;
  console.log(`${face.file}.woff2  ${woff2.length} bytes, ${wanted.length} characters`);
}

for (const {family, pack, scripts} of FALLBACKS) {
  const seen = new Set(covered.get(family));
  for (const script of scripts) {
    const file = `${pack}/files/${pack}-${script}-wght-normal.woff2`;
    const held = characters(await fontverter.convert(await readFile(new URL(file, packages)), "truetype"));
    const meant = ranges(JSON.parse(await readFile(new URL(`${pack}/unicode.json`, packages), "utf8"))[script]);
    const codes = held.filter((c) => !seen.has(c) && meant.some(([a, b]) => a <= c && c <= b));
    codes.forEach((c) => seen.add(c));
    // A browser joins rules of one family into one face only where their weights are the same.
    for (const {weight} of FACES.filter((face) => face.family === family && !face.isMore)) {
      others.push(rule({family, weight, url: `@fontsource-variable/${file}`, codes}));
    }
  }
}

await write("fonts.css", "Small subsets, for the first picture.", rules);
await write("others.css", "Whole files for other characters, each fetched only where one of them is met.", others);
console.log(`${total} bytes in ${fileURLToPath(out)}`);

async function write(name, note, written) {
  const text = `/* Written by data/assets/fonts.mjs. ${note} */\n\n${written.join("\n")}`;
  await writeFile(new URL(name, out), await format(text, {parser: "css", printWidth: 120}));
}

function rule({family, weight, url, codes}) {
  return `@font-face {
  font-family: "${family}";
  font-style: normal;
  font-weight: ${weight};
  font-display: swap;
  src: url("${url}") format("woff2");
  unicode-range: ${unicodeRange(codes).join(", ")};
}
`;
}

function unicodeRange(codes) {
  const runs = [];
  for (const c of [...codes].sort((a, b) => a - b)) {
    if (runs.length && runs.at(-1)[1] === c - 1) runs.at(-1)[1] = c;
    else runs.push([c, c]);
  }
  const hex = (c) => c.toString(16).toUpperCase().padStart(4, "0");
  return runs.map(([a, b]) => (a === b ? `U+${hex(a)}` : `U+${hex(a)}-${hex(b)}`));
}

function ranges(text) {
  return text.split(",").map((part) => {
    const [a, b = a] = part.trim().slice(2).split("-");
    return [parseInt(a, 16), parseInt(b, 16)];
  });
}

function range(from, to) {
  return Array.from({length: to - from + 1}, (_, i) => String.fromCodePoint(from + i));
}

function tables(sfnt) {
  return Array.from({length: sfnt.readUInt16BE(4)}, (_, i) => {
    const at = 12 + i * 16;
    const offset = sfnt.readUInt32BE(at + 8);
    return {tag: sfnt.toString("latin1", at, at + 4), data: sfnt.subarray(offset, offset + sfnt.readUInt32BE(at + 12))};
  });
}

function characters(sfnt) {
  const cmap = tables(sfnt).find(({tag}) => tag === "cmap").data;
  const found = new Set();
  for (let i = 0; i < cmap.readUInt16BE(2); i++) {
    const at = cmap.readUInt32BE(4 + i * 8 + 4);
    const format = cmap.readUInt16BE(at);
    if (format === 4) {
      const twice = cmap.readUInt16BE(at + 6);
      for (let s = 0; s < twice; s += 2) {
        const end = cmap.readUInt16BE(at + 14 + s);
        const start = cmap.readUInt16BE(at + 16 + twice + s);
        for (let c = start; c <= end && c < 0xffff; c++) found.add(c);
      }
    } else if (format === 12) {
      for (let g = 0; g < cmap.readUInt32BE(at + 12); g++) {
        const group = at + 16 + g * 12;
        for (let c = cmap.readUInt32BE(group); c <= cmap.readUInt32BE(group + 4); c++) found.add(c);
      }
    }
  }
  return [...found].filter((c) => c >= 0x20).sort((a, b) => a - b);
}

// "Source" is a reserved font name: the OFL lets a changed font carry it no longer, so the subset has its own name inside.
function rename(sfnt, from, to) {
  const replace = (text) => text.replaceAll(from, to).replaceAll(from.replaceAll(" ", ""), to.replaceAll(" ", ""));
  const renamed = tables(sfnt).map(({tag, data}) =>
    tag === "name" ? {tag, data: renamedNames(data, replace)} : {tag, data},
  );
  return assemble(sfnt.readUInt32BE(0), renamed);
}

function renamedNames(name, replace) {
  const storage = name.readUInt16BE(4);
  const records = Array.from({length: name.readUInt16BE(2)}, (_, i) => {
    const at = 6 + i * 12;
    const head = Buffer.from(name.subarray(at, at + 8));
    const start = storage + name.readUInt16BE(at + 10);
    const bytes = name.subarray(start, start + name.readUInt16BE(at + 8));
    const wide = head.readUInt16BE(0) !== 1;
    const text = wide ? Buffer.from(bytes).swap16().toString("utf16le") : bytes.toString("latin1");
    const kept = head.readUInt16BE(6) === 0 ? text : replace(text);
    return {head, bytes: wide ? Buffer.from(kept, "utf16le").swap16() : Buffer.from(kept, "latin1")};
  });
  const out = Buffer.alloc(6 + records.length * 12);
  out.writeUInt16BE(records.length, 2);
  out.writeUInt16BE(out.length, 4);
  let offset = 0;
  records.forEach(({head, bytes}, i) => {
    head.copy(out, 6 + i * 12);
    out.writeUInt16BE(bytes.length, 6 + i * 12 + 8);
    out.writeUInt16BE(offset, 6 + i * 12 + 10);
    offset += bytes.length;
  });
  return Buffer.concat([out, ...records.map(({bytes}) => bytes)]);
}

function assemble(version, parts) {
  const power = 2 ** Math.floor(Math.log2(parts.length));
  const head = Buffer.alloc(12 + parts.length * 16);
  head.writeUInt32BE(version, 0);
  head.writeUInt16BE(parts.length, 4);
  head.writeUInt16BE(power * 16, 6);
  head.writeUInt16BE(Math.log2(power), 8);
  head.writeUInt16BE(parts.length * 16 - power * 16, 10);
  let offset = head.length;
  const bodies = parts.map(({tag, data}, i) => {
    const body = Buffer.alloc(Math.ceil(data.length / 4) * 4);
    data.copy(body);
    const at = 12 + i * 16;
    head.write(tag, at, "latin1");
    head.writeUInt32BE(checksum(body), at + 4);
    head.writeUInt32BE(offset, at + 8);
    head.writeUInt32BE(data.length, at + 12);
    offset += body.length;
    return body;
  });
  return Buffer.concat([head, ...bodies]);
}

function checksum(bytes) {
  let sum = 0;
  for (let i = 0; i < bytes.length; i += 4) sum = (sum + bytes.readUInt32BE(i)) >>> 0;
  return sum;
}
