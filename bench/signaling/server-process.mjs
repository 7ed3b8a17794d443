import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { connect, createServer } from 'node:net';
import { hasEnded, takeAlong } from './children.mjs';
import { pause } from './statistics.mjs';

const START_TRIES = 100;
const START_PAUSE_MS = 100;
const STOP_TIMEOUT_MS = 3_000;
const probe = new URL('./probe.mjs', import.meta.url).href;

/**
 * What a server process has used since its start.
 * @typedef {{ cpuMs: number, rss: number, heapUsed: number, external: number }} Usage
 *
 * A measured server in a process of its own, listening on loopback.
 * @typedef {{
 *   target: import('./targets/target.mjs').Target,
 *   port: number,
 *   pid: number,
 *   readonly isRunning: boolean,
 *   ask: (question: 'memory' | 'cpu') => Promise<Usage>,
 *   stop: () => Promise<void>,
 * }} ServerProcess
 */

/**
 * Starts a server and waits until it accepts connections.
 * @param {import('./targets/target.mjs').Target} target
 * @param {string[]} [nodeOptions]
 * @returns {Promise<ServerProcess>}
 */
export async function startServer(target, nodeOptions = []) {
  const port = await freePort();
  const { args, env } = target.program(port);
  const child = spawn(
    process.execPath,
    ['--expose-gc', '--import', probe, ...nodeOptions, ...args],
    {
      env: { ...process.env, NODE_ENV: 'production', ...env },
      stdio: ['ignore', 'ignore', 'pipe', 'ipc'],
    },
  );
  let complaint = '';
  child.stderr?.on('data', (bytes) => {
    complaint = `${complaint}${bytes}`.slice(-2_000);
  });
  takeAlong(child);
  const isRunning = () => !hasEnded(child);
  for (let tries = 0; !(await isListening(port)); tries += 1) {
    if (tries === START_TRIES || !isRunning()) {
      child.kill('SIGKILL');
      throw new Error(`${target.name} did not start: ${complaint}`);
    }
    await pause(START_PAUSE_MS);
  }
  return {
    target,
    port,
    pid: Number(child.pid),
    get isRunning() {
      return isRunning();
    },
    async ask(question) {
      if (!isRunning()) throw new Error(`${target.name} has ended: ${complaint}`);
      const answer = once(child, 'message');
      child.send(question);
      const [usage] = await answer;
      return usage;
    },
    async stop() {
      if (!isRunning()) return;
      const ended = once(child, 'exit');
      // The channel alone would keep it running.
      child.disconnect();
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), STOP_TIMEOUT_MS);
      await ended;
      clearTimeout(timer);
    },
  };
}

/** @returns {Promise<number>} */
function freePort() {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.on('error', reject);
    server.listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : 0));
    });
  });
}

/** @param {number} port */
function isListening(port) {
  return new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port });
    socket.on('connect', () => {
      socket.destroy();
      resolve(true);
    });
    socket.on('error', () => resolve(false));
  });
}
