// Says on top of a release which installers are signed, from what each system's build found out:
// node build/run/release-notes.mjs <folder with signing-*.txt>, printed for GitHub.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fail } from './step.mjs';

const [folder] = process.argv.slice(2);
if (!folder) fail('Name the folder that holds the files signing-<system>.txt.');
const found = readdirSync(folder, { recursive: true, encoding: 'utf8' })
  .filter((name) => /(^|[\\/])signing-(macOS|Windows)\.txt$/.test(name))
  .map((name) => ({
    system: name.includes('macOS') ? 'macOS' : 'Windows',
    isSigned: readFileSync(path.join(folder, name), 'utf8').trim() === 'signed',
  }))
  .sort((one, other) => one.system.localeCompare(other.system));
if (found.length !== 2) fail('Both macOS and Windows must have said whether they are signed.');

const lines = found.map(({ system, isSigned }) =>
  isSigned
    ? `- **${system}**: signed; newer versions install themselves when you agree.`
    : `- **${system}**: **unsigned**. The system warns before it opens the app, and newer versions are only announced. Compare the checksum below before you open it.`,
);
console.log(`## Signatures

${lines.join('\n')}
- **Linux**: packages carry no signature of their own; compare the checksum.

Every file has a SHA-256 sum in \`sha256sums-*.txt\` and a provenance attestation:
\`gh attestation verify <file> --repo ${process.env.GITHUB_REPOSITORY ?? '<owner>/<repository>'}\`.
`);
