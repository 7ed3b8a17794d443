import type { LaunchResult } from '../results.ts';
import { COLUMN_GROUPS } from './columns.ts';
import { show, showDemand } from './format.ts';
import { GOALS } from './goals.ts';
import { judge } from './judge.ts';
import { collectRows, type Row, type Rows } from './medians.ts';

type Chart = {
  readonly title: string;
  readonly scenario: string;
  readonly figure: string;
  readonly unit: string;
};

/** The charts at the top; everything else is in the tables below. */
const CHARTS: readonly Chart[] = [
  ['Typing, screen to screen, p50', 'LAN', 'typing.p50Ms', 'ms'],
  ['Motion, screen to screen, p50', 'LAN', 'clip.p50Ms', 'ms'],
  ['Allowed until readable', 'LAN', 'join.readableMs', 'ms'],
  ['SSIM 250 ms after a page flip', 'LAN', 'code.250.ssim', ''],
  ['Pixels exact after one second', 'LAN', 'code.still.sharedShare', ''],
  ['Bytes of typing', 'LAN', 'unstamped typing.pictureBytesPerSecond', 'kB/s'],
  ['1 Mbit/s: page flip until read', '1 Mbit/s', 'code.wordsMs', 'ms'],
  ['0.3 Mbit/s: page flip until read', '0.3 Mbit/s', 'code.wordsMs', 'ms'],
  ['1 Mbit/s: typing p50', '1 Mbit/s', 'typing.p50Ms', 'ms'],
  ['Presenter CPU per viewer, 4 viewers', '4 viewers', 'crowd.presenterCpuPerViewer', 'cores'],
].map(([title = '', scenario = '', figure = '', unit = '']) => ({ title, scenario, figure, unit }));

const STYLE = `
:root { color-scheme: light dark; --ink: #1b2430; --quiet: #5b6876; --line: #d8dee5; --own: #0b7a6b;
  --other: #9aa7b4; --paper: #fff; --met: #0b7a6b; --missed: #b3261e }
@media (prefers-color-scheme: dark) { :root { --ink: #e8edf2; --quiet: #9fb0bf; --line: #33404c;
  --own: #4fd1bd; --other: #66737f; --paper: #12181e; --met: #4fd1bd; --missed: #ff8a80 } }
body { margin: 2rem auto; max-width: 76rem; padding: 0 1rem; background: var(--paper); color: var(--ink);
  font: 15px/1.5 system-ui, sans-serif }
h2 { margin-top: 2.5rem } figure { margin: 0 } figcaption { font-weight: 600; margin-bottom: .3rem }
.charts { display: grid; grid-template-columns: repeat(auto-fill, minmax(22rem, 1fr)); gap: 1.8rem }
.table { overflow-x: auto; margin: 1rem 0 }
table { border-collapse: collapse; font-size: 13px; font-variant-numeric: tabular-nums }
th, td { border-bottom: 1px solid var(--line); padding: .25rem .6rem; text-align: right; white-space: nowrap }
th:first-child, td:first-child { text-align: left }
.met { color: var(--met) } .missed { color: var(--missed) }
svg text { fill: var(--ink); font: 12px system-ui, sans-serif } .own { fill: var(--own) } .other { fill: var(--other) }
`;

/** A page of charts and tables that needs nothing else. */
export function chartPage(results: readonly LaunchResult[]): string {
  const rows = collectRows(results);
  const launches = `${results.length} launches, medians; shorter bars are better except for SSIM and exact pixels.`;
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>bench:picture</title><style>${STYLE}</style>
<h1>Screen sharing side by side</h1><p>${launches}</p>
<div class="charts">${CHARTS.map((chart) => drawChart(chart, rows)).join('')}</div>
<h2>Figures to reach</h2>${goalTable(rows)}
${[...rows].map(([scenario, contenders]) => `<h2>${escaped(scenario)}</h2>${wideTables(contenders)}`).join('')}
</html>
`;
}

const ROW = 26;
const NAMES = 160;
const BARS = 200;

/** Nothing where nobody was measured. */
function drawChart({ title, scenario, figure, unit }: Chart, rows: Rows): string {
  const bars = [...(rows.get(scenario) ?? [])].flatMap(([name, row]) => {
    const spread = row.get(figure);
    return spread ? [{ name, spread }] : [];
  });
  if (bars.length === 0) return '';
  const longest = Math.max(...bars.map(({ spread }) => spread.median ?? 0)) || 1;
  const drawn = bars.map(({ name, spread }, index) => {
    const y = index * ROW;
    // A bar over the whole width for what never came.
    const width = (BARS * (spread.median ?? longest)) / longest;
    const look = name.startsWith('Sightline') ? 'own' : 'other';
    return `<text x="${NAMES - 8}" y="${y + 16}" text-anchor="end">${escaped(name)}</text>
<rect class="${look}" x="${NAMES}" y="${y + 4}" width="${width.toFixed(1)}" height="${ROW - 10}" rx="2"/>
<text x="${(NAMES + width + 6).toFixed(1)}" y="${y + 16}">${show(spread, unit)} ${unit}</text>`;
  });
  const size = `0 0 ${NAMES + BARS + 90} ${bars.length * ROW}`;
  return `<figure><figcaption>${escaped(title)}</figcaption>
<svg viewBox="${size}" role="img" aria-label="${escaped(title)}">${drawn.join('')}</svg></figure>`;
}

function goalTable(rows: Rows): string {
  const lines = judge(GOALS, rows).map(({ goal, other, demand, ours, theirs, ratio, verdict }) => [
    goal.name,
    other ?? 'itself',
    `${show(ours, goal.unit)} ${goal.unit}`,
    other === null ? '' : `${show(theirs, goal.unit)} ${goal.unit}`,
    ratio === null ? '' : ratio.toFixed(2),
    showDemand(demand),
    verdict,
  ]);
  return drawTable(['', 'against', 'Sightline', 'theirs', 'ratio', 'goal', ''], lines);
}

function wideTables(contenders: ReadonlyMap<string, Row>): string {
  return COLUMN_GROUPS.map((columns) => {
    const shown = columns.filter(({ figure }) =>
      [...contenders.values()].some((row) => row.has(figure)),
    );
    if (shown.length === 0) return '';
    const lines = [...contenders].map(([name, row]) => [
      name,
      ...shown.map(({ figure, unit }) => show(row.get(figure), unit)),
    ]);
    return drawTable(['', ...shown.map(({ title, unit }) => `${title} ${unit}`)], lines);
  }).join('');
}

function drawTable(head: readonly string[], lines: readonly (readonly string[])[]): string {
  const cells = (tag: string, texts: readonly string[]) =>
    texts
      .map(
        (text) =>
          `<${tag}${/^(met|missed)$/.test(text) ? ` class="${text}"` : ''}>${escaped(text)}</${tag}>`,
      )
      .join('');
  const body = lines.map((line) => `<tr>${cells('td', line)}</tr>`).join('');
  return `<div class="table"><table><tr>${cells('th', head)}</tr>${body}</table></div>`;
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('"', '&quot;');
