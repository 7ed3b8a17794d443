// Measures how soon a share comes back after faults. Options: --quick, --only TEXT, --json FILE. See
// bench/README.md.
import { parseArgs } from 'node:util';
import { installPackages } from './install.mjs';
import { handOver, runStep } from './step.mjs';

const { values } = parseArgs({
  options: {
    quick: { type: 'boolean', default: false },
    only: { type: 'string' },
    json: { type: 'string' },
  },
});
installPackages();
runStep('Building', 'npm', ['run', '--silent', 'build']);
process.env.BENCH_QUICK = values.quick ? '1' : '';
process.env.BENCH_ONLY = values.only ?? '';
process.env.BENCH_JSON = values.json ?? '';
const config = ['--config', 'bench/recovery/recovery.config.ts'];
handOver('npm', ['exec', '--', 'playwright', 'test', ...config]);
