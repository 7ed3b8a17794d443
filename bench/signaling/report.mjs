import { median, percentile } from './statistics.mjs';

/** Below this share of a core something else than the server was the limit. */
const SATURATED = 0.85;

/**
 * One line of the table: a figure of Sightline's as a multiple of the bare relay's, PeerJS's and
 * y-webrtc's, and what it should be where that is set.
 * @typedef {{
 *   figure: string,
 *   toBare: number,
 *   toPeerjs: number,
 *   toYWebrtc: number,
 *   target: string,
 *   isMet: boolean | undefined,
 * }} Row
 *
 * @typedef {{ rows: Row[], flood: FloodRow[], serverLoad: number }} Report
 * @typedef {{ name: string, delivered: number, onset: number, later: number, survived: boolean }} FloodRow
 */

/**
 * @param {import('./race.mjs').Race} race
 * @param {Record<string, import('./crowd.mjs').CrowdResult>} crowd
 * @returns {Report}
 */
export function createReport(race, crowd) {
  /**
   * @param {import('./race.mjs').Load} load
   * @param {'perSecond' | 'perCpuSecond'} key
   */
  const speed = (load, key) => ratios((name) => race[load][name]?.map((round) => round[key]) ?? []);
  const memory = (/** @type {string} */ name) => [crowd[name]?.bytesPerIdleMember ?? Number.NaN];
  const latency = (/** @type {string} */ name) => [calmP99Ms(crowd[name])];
  const isFast = (/** @type {Ratios} */ { toBare, toPeerjs }) => toBare >= 0.7 && toPeerjs >= 1.5;
  const fast = '≥ 0.7 × bare, ≥ 1.5 × PeerJS';
  return {
    rows: [
      row('signals in bursts per second', speed('bursts', 'perSecond'), fast, isFast),
      row('… per second of the server’s CPU', speed('bursts', 'perCpuSecond'), fast, isFast),
      row('signals one at a time per second', speed('singles', 'perSecond')),
      row('… per second of the server’s CPU', speed('singles', 'perCpuSecond')),
      row('memory per idle member', ratios(memory), '≤ 1.5 × bare', (r) => r.toBare <= 1.5),
      row('p99 latency in a crowd', ratios(latency), '≤ 3 × bare', (r) => r.toBare <= 3),
    ],
    flood: Object.entries(crowd).map(([name, result]) => {
      const { onset, flooded, survived } = result;
      return {
        name,
        delivered: (onset.delivered + flooded.delivered) / (onset.sent + flooded.sent),
        onset: onset.p99Ms / calmP99Ms(result),
        later: flooded.p99Ms / calmP99Ms(result),
        survived,
      };
    }),
    serverLoad: median(
      Object.values(race)
        .flatMap((load) => Object.values(load).flat())
        .map((round) => round.serverLoad),
    ),
  };
}

/**
 * Over all rounds together: what disturbs only now and then counts too.
 * @param {import('./crowd.mjs').CrowdResult | undefined} result
 */
function calmP99Ms(result) {
  return percentile(result?.calm.flatMap(({ delaysMs }) => delaysMs) ?? [], 0.99);
}

/** @param {Report} report */
export function printReport({ rows, flood, serverLoad }) {
  const columns = ['Sightline’s', '÷ bare', '÷ PeerJS', '÷ y-webrtc', 'target', ''];
  const number = (/** @type {number} */ value) => value.toFixed(2);
  printTable([
    columns,
    ...rows.map(({ figure, toBare, toPeerjs, toYWebrtc, target, isMet }) => {
      const verdict = isMet ? 'met' : 'MISSED';
      const goal = isMet === undefined ? ['', ''] : [target, verdict];
      return [figure, number(toBare), number(toPeerjs), number(toYWebrtc), ...goal];
    }),
  ]);
  if (serverLoad < SATURATED) {
    const share = `${Math.round(100 * serverLoad)} %`;
    console.log(
      `\nThis machine was busy: the servers got ${share} of a core while relaying, so only`,
    );
    console.log('what is said per second of CPU compares the servers.');
  }
  console.log('\nWhile 200 abusive sockets flood, p99 as a multiple of the calm one:');
  printTable([
    ['', 'signals of others delivered', 'first 2 s', 'then'],
    ...flood.map(({ name, delivered, onset, later, survived }) => [
      name,
      survived ? `${(100 * delivered).toFixed(1)} %` : 'the server ended',
      number(onset),
      number(later),
    ]),
  ]);
}

/**
 * @typedef {{ toBare: number, toPeerjs: number, toYWebrtc: number }} Ratios
 * @param {(name: string) => number[]} figuresOf one per round
 * @returns {Ratios}
 */
function ratios(figuresOf) {
  const own = figuresOf('Sightline');
  // Round by round: what disturbed a round disturbed it for both.
  const to = (/** @type {string} */ name) => {
    const others = figuresOf(name);
    return median(own.map((figure, round) => figure / (others[round] ?? Number.NaN)));
  };
  return {
    toBare: to('bare ws relay'),
    toPeerjs: to('PeerJS server'),
    toYWebrtc: to('y-webrtc server'),
  };
}

/**
 * @param {string} figure
 * @param {Ratios} figures
 * @param {string} [target]
 * @param {(figures: Ratios) => boolean} [isMet]
 * @returns {Row}
 */
function row(figure, figures, target = '', isMet) {
  return { figure, ...figures, target, isMet: isMet?.(figures) };
}

/** @param {string[][]} lines */
function printTable(lines) {
  const widths = (lines[0] ?? []).map((_, column) =>
    Math.max(...lines.map((cells) => cells[column]?.length ?? 0)),
  );
  for (const cells of lines) {
    console.log(cells.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  '));
  }
}
