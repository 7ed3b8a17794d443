import type { Check } from './check.ts';
import { explainProblem, type Problem } from './problems.ts';

/** What is to be mended, each thing once and the worst first. */
function listProblems(checks: readonly Check[]): Problem[] {
  const found = new Map<string, Problem>();
  for (const status of ['failed', 'warning'] as const) {
    for (const check of checks) {
      if (check.status !== status) continue;
      const { cause, subject } = check.problem;
      // A clock is off once, whoever notices.
      const key = cause === 'clock-off' ? cause : `${cause} ${subject}`;
      if (!found.has(key)) found.set(key, check.problem);
    }
  }
  return [...found.values()];
}

/** One line for each check, then what to fix. */
export function writeReport(checks: readonly Check[]): string {
  const rows = checks.map(
    ({ name, status, text }) => `${status.padEnd(8)} ${name.padEnd(12)} ${toPlainText(text)}`,
  );
  const problems = listProblems(checks);
  const fixes =
    problems.length === 0
      ? ['Nothing to fix.']
      : ['What to fix:', ...problems.map((problem) => `- ${toPlainText(explainProblem(problem))}`)];
  return [...rows, '', ...fixes, ''].join('\n');
}

/** The same for programs. */
export function writeJsonReport(checks: readonly Check[]): string {
  const problems = listProblems(checks).map((problem) => ({
    ...problem,
    text: explainProblem(problem),
  }));
  return `${JSON.stringify({ status: worstOf(checks), checks, problems }, null, 2)}\n`;
}

/** 0 when all is well, 1 with warnings, 2 when something failed. */
export function exitCodeOf(checks: readonly Check[]): number {
  return ['ok', 'warning', 'failed'].indexOf(worstOf(checks));
}

function worstOf(checks: readonly Check[]): Check['status'] {
  const has = (status: Check['status']) => checks.some((check) => check.status === status);
  return has('failed') ? 'failed' : has('warning') ? 'warning' : 'ok';
}

/** Much of the text comes from the server that is looked at, and goes to a terminal. */
function toPlainText(text: string): string {
  return text.replace(/[^\x20-\x7e]/g, '?');
}
