const PANEL = {width: 260, height: 200, left: 46, top: 34, gap: 40, bottom: 34};

const escaped = (text) => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");
const power = (value) => (value >= 1e6 ? `${value / 1e6} M` : value >= 1e3 ? `${value / 1e3} k` : String(value));
const floor = (value) => 10 ** Math.floor(Math.log10(value));
const ceil = (value) => 10 ** Math.ceil(Math.log10(value));

/**
 * An SVG of log-log panels side by side. `panels` are `{title, points: [{x, y, low, high}], limit}`, all above zero; a bar goes from `low` to
 * `high`, and a broken line shows the limit, if there is one.
 */
export function logChart(title, panels) {
  const step = PANEL.left + PANEL.width + PANEL.gap;
  const width = panels.length * step;
  const height = PANEL.top + PANEL.height + PANEL.bottom + 24;
  const drawn = panels.map(
    (panel, i) => `<g transform="translate(${i * step + PANEL.left} ${PANEL.top + 24})">${panelOf(panel)}</g>`,
  );
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" font-family="sans-serif" font-size="11">`,
    `<rect width="100%" height="100%" fill="#fff"/>`,
    `<text x="8" y="20" font-size="14" font-weight="bold">${escaped(title)}</text>`,
    ...drawn,
    `</svg>\n`,
  ].join("\n");
}

function panelOf({title, points, limit}) {
  const ys = points.flatMap(({low, high}) => [low, high]).concat(limit ?? []);
  const x = scale(
    points.map((point) => point.x),
    PANEL.width,
    false,
  );
  const y = scale(ys, PANEL.height, true);
  const line = points.map((point) => `${x.at(point.x)},${y.at(point.y)}`).join(" ");
  return [
    `<text y="-10" font-weight="bold">${escaped(title)}</text>`,
    ...x.ticks.map(
      (value) =>
        `<text x="${x.at(value)}" y="${PANEL.height + 16}" text-anchor="middle">${power(value)}</text><path d="M${x.at(value)} 0V${PANEL.height}" stroke="#e4e4e4"/>`,
    ),
    ...y.ticks.map(
      (value) =>
        `<text x="-6" y="${y.at(value) + 4}" text-anchor="end">${power(value)}</text><path d="M0 ${y.at(value)}H${PANEL.width}" stroke="#e4e4e4"/>`,
    ),
    limit === undefined ? "" : `<path d="M0 ${y.at(limit)}H${PANEL.width}" stroke="#888" stroke-dasharray="4 3"/>`,
    ...points.map(
      (point) =>
        `<path d="M${x.at(point.x)} ${y.at(point.low)}V${y.at(point.high)}" stroke="#b8331a"/><circle cx="${x.at(point.x)}" cy="${y.at(point.y)}" r="3.5" fill="#b8331a"/>`,
    ),
    `<polyline points="${line}" fill="none" stroke="#b8331a" stroke-width="1.5"/>`,
    `<text x="${PANEL.width / 2}" y="${PANEL.height + 31}" text-anchor="middle" fill="#666">rows</text>`,
  ].join("");
}

function scale(values, length, isUpwards) {
  const low = Math.log10(floor(Math.min(...values)));
  const high = Math.max(low + 1, Math.log10(ceil(Math.max(...values))));
  const share = (value) => (Math.log10(value) - low) / (high - low);
  return {
    at: (value) => Math.round((isUpwards ? 1 - share(value) : share(value)) * length * 10) / 10,
    ticks: Array.from({length: high - low + 1}, (_, i) => 10 ** (low + i)),
  };
}
