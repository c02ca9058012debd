/** A page with a column of so many px, a frame in it by whatever way of its own, and a log of all messages that come. */
export const page = (content, {width = 620, head = "", before = ""} = {}) => `<!doctype html>
<html lang="en">
  <head><meta charset="utf-8"><title>Host</title>${head}</head>
  <body style="margin: 0">
    <script>
      window.heights = 0;
      addEventListener("message", ({data}) => {
        if (data && data.source === "dateline" && data.type === "height") window.heights++;
      });
    </script>
    ${before}
    <div id="column" style="width: ${width}px">${content}</div>
  </body>
</html>`;

const frame = (attributes) =>
  `<iframe id="frame" title="Dateline" style="width: 100%; border: 0" height="300" scrolling="no" ${attributes}></iframe>`;

/** Sizes the frame when \`read\`, the text of a function of a message, gives a height. */
const listener = (read) => `<script>
  addEventListener("message", (event) => {
    const frame = document.querySelector("#frame");
    if (event.source !== frame.contentWindow) return;
    const height = (${read})(event.data, frame);
    if (height !== undefined) frame.style.height = height + "px";
  });
</script>`;

const object = `typeof data === "object" && data !== null`;
const json = `(() => { try { return typeof data === "string" ? JSON.parse(data) : {}; } catch { return {}; } })()`;

/**
 * What sizes frames, by name: `content(embed, script)` is what an editor pastes, given the address of the framed page and of the host script;
 * \`most\` is what the host allows, in px.
 */
export const HOSTS = {
  "pym.js": {
    content: (embed) => `<div id="host"></div>
      <script src="pym.js/dist/pym.v1.js"></script>
      <script>new pym.Parent("host", "${embed}", {})</script>`,
  },
  "iframe-resizer 4": {
    content: (embed) => `${frame(`src="${embed}"`)}
      <script src="iframe-resizer/js/iframeResizer.js"></script>
      <script>iFrameResize({}, "#frame")</script>`,
  },
  "@iframe-resizer/parent 5": {
    content: (embed) => `${frame(`src="${embed}"`)}
      <script src="@iframe-resizer/parent/index.umd.js"></script>
      <script>iframeResize({license: "GPLv3"}, "#frame")</script>`,
  },
  "@newswire/frames": {
    content: (embed) => `${frame(`src="${embed}"`)}
      <script src="@newswire/frames/dist/frames.umd.js"></script>
      <script>newswireFrames.observeIframe(document.querySelector("#frame"))</script>`,
  },
  "AMP's amp-iframe": {
    content: (embed) =>
      frame(`src="${embed}"`) +
      listener(
        `(data) => ${object} && data.sentinel === "amp" && data.type === "embed-size" ? data.height : undefined`,
      ),
  },
  "Datawrapper's listener": {
    content: (embed) =>
      frame(`src="${embed}"`) +
      listener(`(data) => {
        if (${object} && data["datawrapper-height"] !== undefined)
          for (const id in data["datawrapper-height"]) return data["datawrapper-height"][id];
      }`),
  },
  "Datawrapper's older listener, by id": {
    content: (embed) =>
      frame(`src="${embed}?id=aBc12"`) +
      `<script>
        addEventListener("message", ({data}) => {
          if (data["datawrapper-height"] === undefined) return;
          for (const id in data["datawrapper-height"])
            document.querySelector("iframe[src*='" + id + "']").style.height = data["datawrapper-height"][id] + "px";
        });
      </script>`,
  },
  "Guardian's iframe messages": {
    content: (embed) =>
      frame(`src="${embed}"`) +
      listener(
        `(data) => { const {type, value, id} = ${json}; return type === "set-height" && id ? value : undefined; }`,
      ),
  },
  "WordPress's wp-embed": {
    most: 1000,
    content: (embed) =>
      frame(
        `class="wp-embedded-content" sandbox="allow-scripts" security="restricted" src="${embed}#?secret=kX3bq9Zt4e"`,
      ) +
      listener(`(data) =>
        ${object} && data.message === "height" && data.secret === "kX3bq9Zt4e" && !/[^a-zA-Z0-9]/.test(data.secret)
          ? Math.min(1000, Math.max(200, parseInt(data.value, 10)))
          : undefined`),
  },
  "Medium's and Embedly's": {
    content: (embed) =>
      frame(`src="${embed}"`) +
      listener(`(data, frame) => {
        const {src, context, height} = ${json};
        return context === "iframe.resize" && src === frame.src ? height : undefined;
      }`),
  },
  "its own host script": {content: (embed, script) => `<date-line></date-line><script src="${script}"></script>`},
  "its own host script, as a module": {
    content: (embed, script) => `<date-line></date-line><script type="module" src="${script}"></script>`,
  },
  "its own host script and a plain frame": {
    content: (embed, script) => `${frame(`data-dateline src="${embed}"`)}<script src="${script}"></script>`,
  },
};
