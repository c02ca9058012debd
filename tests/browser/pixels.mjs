/** Leaves of the map only what is drawn of many rows, on black, or shows all of it again. */
export const bareCanvas = (page, on) =>
  page.evaluate((on) => {
    document.querySelector("#bare-canvas")?.remove();
    if (!on) return;
    const sheet = Object.assign(document.createElement("style"), {id: "bare-canvas"});
    sheet.textContent =
      "html, body {background: #000 !important} body * {visibility: hidden !important}" +
      ".crowd canvas:not(.off) {visibility: visible !important}";
    document.head.append(sheet);
  }, on);

/**
 * The patches of pixels on a picture of an element that are not black and hang together: the middle of each in px of the page from the
 * element's corner, weighted by brightness, its size in device pixels and the colour of its brightest pixel. `ratio` is device pixels a px.
 */
export async function patches(page, selector, ratio = 1) {
  const box = await page.locator(selector).boundingBox();
  const image = (await page.screenshot({clip: box})).toString("base64");
  return page.evaluate(
    async ([image, ratio]) => {
      const bytes = Uint8Array.from(atob(image), (letter) => letter.charCodeAt(0));
      const bitmap = await createImageBitmap(new Blob([bytes], {type: "image/png"}));
      const {width, height} = bitmap;
      const context = new OffscreenCanvas(width, height).getContext("2d");
      context.drawImage(bitmap, 0, 0);
      const {data} = context.getImageData(0, 0, width, height);
      const light = (at) => data[4 * at] + data[4 * at + 1] + data[4 * at + 2];
      const seen = new Uint8Array(width * height);
      const found = [];
      for (let start = 0; start < seen.length; start++) {
        if (seen[start] || light(start) < 24) continue;
        const patch = {size: 0, weight: 0, x: 0, y: 0, brightest: start};
        const waiting = [start];
        seen[start] = 1;
        while (waiting.length > 0) {
          const at = waiting.pop();
          const [x, y, weight] = [at % width, Math.floor(at / width), light(at)];
          patch.size++;
          patch.weight += weight;
          patch.x += weight * (x + 0.5);
          patch.y += weight * (y + 0.5);
          if (weight > light(patch.brightest)) patch.brightest = at;
          for (const next of [x > 0 && at - 1, x < width - 1 && at + 1, at - width, at + width]) {
            if (next === false || next < 0 || next >= seen.length || seen[next] || light(next) < 24) continue;
            seen[next] = 1;
            waiting.push(next);
          }
        }
        const {size, weight, x, y, brightest} = patch;
        const colour = `rgb(${data.slice(4 * brightest, 4 * brightest + 3).join(" ")})`;
        found.push({x: x / weight / ratio, y: y / weight / ratio, size, colour});
      }
      return found;
    },
    [image, ratio],
  );
}
