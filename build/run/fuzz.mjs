// Throws hostile input at every parser that faces somebody else. Options: --frames N --seed S
import path from 'node:path';
import { handOver, root, runStep } from './step.mjs';

const config = ['--logLevel', 'warn', '--config', 'build/vite.fuzz.config.ts'];
runStep('Building the fuzzer', 'npm', ['exec', '--', 'vite', 'build', ...config]);
const program = path.join(root, 'out/fuzz/fuzz.js');
handOver(process.execPath, ['--expose-gc', program, ...process.argv.slice(2)]);
