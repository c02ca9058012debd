// Texts that have harmed pages which took them for markup, code, addresses, formulas or keys. All of it is meant to be shown as it stands.

const ACT = "window.__xss=1";
const AWAY = "evil.example";

const MARKUP = [
  `<script>${ACT}</script>`,
  `<img src=x onerror=${ACT}>`,
  `<svg onload=${ACT}>`,
  `<svg><script>${ACT}</script></svg>`,
  `<svg><animate onbegin=${ACT} attributeName=x dur=1s>`,
  `<math><mi href="javascript:${ACT}">m</mi></math>`,
  `<iframe srcdoc="<script>parent.__xss=1</script>"></iframe>`,
  `<iframe src="javascript:parent.__xss=1"></iframe>`,
  `<object data="data:text/html,<script>parent.__xss=1</script>"></object>`,
  `<embed src="//${AWAY}/x.swf">`,
  `<video><source onerror=${ACT}></video>`,
  `<audio src=x onerror=${ACT}></audio>`,
  `<details open ontoggle=${ACT}>x</details>`,
  `<input autofocus onfocus=${ACT}>`,
  `<select autofocus onfocus=${ACT}></select>`,
  `<textarea autofocus onfocus=${ACT}></textarea>`,
  `<marquee onstart=${ACT}>m</marquee>`,
  `<body onpageshow=${ACT}>`,
  `<form action="javascript:${ACT}"><button>b</button></form>`,
  `<a href="javascript:${ACT}" autofocus tabindex=1 onfocus=${ACT}>a</a>`,
  `<base href="//${AWAY}/">`,
  `<meta http-equiv="refresh" content="0;url=//${AWAY}/">`,
  `<link rel="stylesheet" href="//${AWAY}/x.css">`,
  `<style>@import "//${AWAY}/x.css";*{background:url(//${AWAY}/y)}</style>`,
  `<x-evil onclick=${ACT} style="position:fixed;inset:0">x</x-evil>`,
  `<custom-tag is="script">c</custom-tag>`,
  `<template shadowrootmode=open><script>${ACT}</script></template>`,
  `<portal src="//${AWAY}"></portal>`,
  `<noscript><p title="</noscript><img src=x onerror=${ACT}>">`,
  `<xmp><p title="</xmp><img src=x onerror=${ACT}>">`,
  `<p style="background:url(//${AWAY}/b.png)">p</p>`,
  `<img srcset="//${AWAY}/s.png 1x" src=x onerror=${ACT}>`,
];

const BREAKOUTS = [
  (text) => `">${text}`,
  (text) => `'>${text}`,
  (text) => `--></title></style></textarea>${text}`,
  (text) => `]]>${text}<![CDATA[`,
];

const WORDS = [
  `javascript:${ACT}`,
  `JaVaScRiPt&colon;${ACT}`,
  ` javascript:${ACT}`,
  `java\tscript:${ACT}`,
  `data:text/html,<script>${ACT}</script>`,
  `vbscript:msgbox(1)`,
  `blob:null/${AWAY}`,
  `//${AWAY}/a`,
  `\\\\${AWAY}\\share`,
  `https://user:secret@${AWAY}/`,
  `http://${AWAY}/" onmouseover="${ACT}`,
  `file:///etc/passwd`,
  `{{constructor.constructor('${ACT}')()}}`,
  `\${${ACT}}`,
  `#{${ACT}}`,
  `<%= ${ACT} %>`,
  `{@html "<img src=x onerror=${ACT}>"}`,
  `&lt;script&gt;${ACT}&lt;/script&gt;`,
  `%3Cscript%3E${ACT}%3C/script%3E`,
  `\\u003cscript\\u003e${ACT}\\u003c/script\\u003e`,
  `+ADw-script+AD4-${ACT}+ADw-/script+AD4-`,
  `=HYPERLINK("http://${AWAY}","click")`,
  `=cmd|' /C calc'!A0`,
  `+1+1`,
  `-2+3`,
  `@SUM(1+1)`,
  `__proto__`,
  `constructor`,
  `hasOwnProperty`,
  `toString`,
  `undefined`,
  `NaN`,
  `[object Object]`,
  `true`,
  `1e309`,
  `-0`,
  `0x1F`,
  `' OR '1'='1`,
  `'; DROP TABLE events; --`,
  `../../../../etc/passwd`,
  `CON`,
  `%s%n%d`,
  `\u202etxt.exe`,
  `\u2066isolated\u2069 \u200fright to left`,
  `zero\u200bwidth\u200djoiner\ufeff inside`,
  `Z\u0351\u036b\u0343a\u0330\u0346l\u0354\u0337g\u0322o\u0333`,
  `👩‍👩‍👧‍👦 🏳️‍🌈 \u{1f1eb}\u{1f1f7}`,
  `العربية and English (mixed)`,
  `ﷺ ﷽`,
  `Ω≈ç√∫˜µ≤≥÷ ﬁ ǅ ß İ ı`,
  `田中さんにあげて下さい`,
  `a`.repeat(280),
  `word `.repeat(50).trim(),
  `"quoted" and 'single' and \`back\``,
  `a,b;c|d`,
  `null\u0001control\u001f`,
  `line separator\u2028paragraph separator\u2029end`,
];

const marked = MARKUP.flatMap((text, i) => [
  text,
  BREAKOUTS[i % BREAKOUTS.length](text),
  BREAKOUTS[(i + 1) % BREAKOUTS.length](text),
]);

/** Some 200 texts, each told from the others by a number at its end. */
export const PAYLOADS = [...marked, ...WORDS.flatMap((text) => [text, `${text} ${[...text].slice(0, 20).join("")}`])]
  .map((text, i) => `${text} ~${i}`)
  .slice(0, 210);

/** One that carries its own proof wherever it is put: in a header, a key, the name of a file or a sheet. */
export const MARK = `<img src=x onerror=${ACT}>`;

export const csvOf = (rows) =>
  rows.map((cells) => cells.map((cell) => `"${String(cell).replaceAll('"', '""')}"`).join(",")).join("\r\n");
