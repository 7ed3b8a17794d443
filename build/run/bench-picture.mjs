// Measures the picture side by side with others. Options: --quick, --only TEXT, --rounds N,
// --contenders A,B, --json FILE, --html FILE. See bench/README.md.
import { spawn } from 'node:child_process';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { openTopology } from '../../bench/picture/network/topology.mjs';
import { installPackages } from './install.mjs';
import { root, runStep } from './step.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string', default: '' },
    rounds: { type: 'string', default: '' },
    contenders: { type: 'string', default: '' },
    json: { type: 'string', default: '' },
    html: { type: 'string', default: '' },
    // As built before, to measure a tree that somebody is working in.
    built: { type: 'boolean', default: false },
  },
});
if (!values.built) {
  installPackages();
  runStep('Building', 'npm', ['run', '--silent', 'build']);
  runStep('Building the Electron stand-in', 'npm', ['run', '--silent', 'build:stand-in']);
}
const { topology, close } = openTopology();
process.on('exit', close);

const config = ['--config', 'bench/picture/picture.config.ts'];
const runner = ['npm', 'exec', '--', 'playwright', 'test', ...config];
// The whole benchmark lives in the presenter's network: what drives the desktop app reaches it on
// the loopback interface.
const child = spawn('ip', ['netns', 'exec', topology.presenter, ...runner], {
  cwd: root,
  stdio: 'inherit',
  env: {
    ...process.env,
    BENCH_TOPOLOGY: JSON.stringify(topology),
    BENCH_QUICK: values.quick ? '1' : '',
    BENCH_ONLY: values.only,
    BENCH_ROUNDS: values.rounds,
    BENCH_CONTENDERS: values.contenders,
    BENCH_JSON: values.json,
    BENCH_HTML: values.html,
    BENCH_RESULTS: path.join(root, 'test-results/bench-picture.jsonl'),
  },
});
// Ctrl+C reaches the runner by itself, which then ends with what it has measured.
process.on('SIGINT', () => {});
process.on('SIGTERM', () => child.kill('SIGINT'));
child.on('exit', (code) => process.exit(code ?? 1));
