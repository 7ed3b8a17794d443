import { readdirSync, readFileSync } from 'node:fs';

// After the name, which stands in parentheses and may hold anything: state, parent, group.
const STAT = /\) (\S) \d+ (\d+) /;

/** How many processes of a group are alive; those that only wait to be counted off do not count. */
export function livingProcesses(group: number): number {
  return readdirSync('/proc').filter((entry) => {
    if (!/^\d+$/.test(entry)) return false;
    try {
      const [, state, itsGroup] = STAT.exec(readFileSync(`/proc/${entry}/stat`, 'utf8')) ?? [];
      return Number(itsGroup) === group && state !== 'Z';
    } catch {
      // It has ended meanwhile.
      return false;
    }
  }).length;
}
