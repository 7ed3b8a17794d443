import type { LaunchResult } from '../results.ts';
import { COLUMN_GROUPS, type Column } from './columns.ts';
import { alignCells, show, showDemand } from './format.ts';
import { GOALS } from './goals.ts';
import { judge, type Verdict } from './judge.ts';
import { collectRows, type Row } from './medians.ts';

/** The whole report as text: the goals, and then everything, medians all of it. */
export function textReport(results: readonly LaunchResult[]): string {
  const rows = collectRows(results);
  const parts = ['Figures to reach', ...goalTable(judge(GOALS, rows))];
  for (const [scenario, contenders] of rows) {
    parts.push('', `${scenario} (${countRounds(results, scenario)} rounds)`);
    for (const columns of COLUMN_GROUPS) parts.push(...wideTable(contenders, columns));
  }
  const failures = results.filter(({ failure }) => failure !== undefined);
  if (failures.length > 0) parts.push('', 'Launches that ended early');
  for (const { scenario, contender, round, failure } of failures) {
    parts.push(`${scenario}, ${contender}, round ${round}: ${failure?.split('\n')[0]}`);
  }
  return parts.join('\n');
}

const countRounds = (results: readonly LaunchResult[], scenario: string): number =>
  new Set(results.filter((result) => result.scenario === scenario).map(({ round }) => round)).size;

function goalTable(verdicts: readonly Verdict[]): string[] {
  const lines = verdicts.map(({ goal, other, demand, ours, theirs, ratio, verdict }) => [
    goal.name,
    other ?? 'itself',
    show(ours, goal.unit),
    other === null ? '' : show(theirs, goal.unit),
    goal.unit,
    ratio === null ? '' : ratio.toFixed(2),
    showDemand(demand),
    verdict,
  ]);
  const head = ['', 'against', 'Sightline', 'theirs', '', 'ratio', 'goal', ''];
  return alignCells([head, ...lines]);
}

/** Nothing where no contender has any of its columns. */
function wideTable(contenders: ReadonlyMap<string, Row>, columns: readonly Column[]): string[] {
  const has = ({ figure }: Column) => [...contenders.values()].some((row) => row.has(figure));
  const shown = columns.filter(has);
  if (shown.length === 0) return [];
  const head = ['', ...shown.map(({ title, unit }) => (unit ? `${title} ${unit}` : title))];
  const lines = [...contenders].map(([name, row]) => [
    name,
    ...shown.map(({ figure, unit }) => show(row.get(figure), unit)),
  ]);
  return ['', ...alignCells([head, ...lines])];
}
