// Asks the registry whether the installed packages are signed as published, and whether anything
// that is shipped has a known hole. Fails on a finding. Where the registry cannot be asked, it says
// so: CI goes on, a person is told to try again.
import { spawnSync } from 'node:child_process';
import { root } from './step.mjs';

const TIMEOUT_MS = 3 * 60_000;
/** What npm reports when nobody gave it an answer; a finding never looks like this. */
const UNREACHABLE =
  /\b(ENOTFOUND|EAI_AGAIN|ECONNREFUSED|ECONNRESET|ETIMEDOUT|ENETUNREACH)\b|audit endpoint returned an error/;

const questions = [
  { title: 'Signatures of the installed packages', args: ['audit', 'signatures'] },
  {
    title: 'Known holes in what is shipped',
    args: ['audit', '--omit=dev', '--audit-level=high'],
  },
];

let exitCode = 0;
for (const { title, args } of questions) {
  console.log(`\n> ${title}: npm ${args.join(' ')}`);
  const answer = spawnSync('npm', [...args, '--fetch-retries=1', '--loglevel=notice'], {
    cwd: root,
    encoding: 'utf8',
    timeout: TIMEOUT_MS,
    shell: process.platform === 'win32',
  });
  const text = `${answer.stdout ?? ''}${answer.stderr ?? ''}`;
  if (answer.status === 0) {
    console.log(text.trim());
  } else if (answer.error || UNREACHABLE.test(text)) {
    console.log(`NOT CHECKED: the registry could not be asked from here.\n${text.trim()}`);
    if (!process.env.CI) exitCode = 1;
  } else {
    console.error(text.trim());
    exitCode = 1;
  }
}
process.exitCode = exitCode;
