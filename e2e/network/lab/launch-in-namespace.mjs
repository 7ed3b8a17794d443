/**
 * Runs a program in a network namespace for Playwright, which stays outside:
 * `launch-in-namespace.mjs NAMESPACE PROGRAM ARGUMENTS…`. Each debugging port that the program
 * announces inside gets one outside that leads to it, and the announcement names that one.
 */
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { createInterface } from 'node:readline';

const [namespace, program, ...args] = process.argv.slice(2);
const inside = (...command) => ['netns', 'exec', namespace, ...command];
const ANNOUNCEMENT = /^((?:Debugger|DevTools) listening on ws:\/\/127\.0\.0\.1:)(\d+)(\/.*)$/;
/** Passes what it is told on to a port of its own network, and back. */
const RELAY = `
  const socket = require('node:net').connect(Number(process.argv[1]), '127.0.0.1');
  process.stdin.pipe(socket).pipe(process.stdout);
  socket.on('error', () => process.exit()).on('close', () => process.exit());
`;

async function openWay(port) {
  const server = createServer((socket) => {
    const command = inside(process.execPath, '-e', RELAY, port);
    const relay = spawn('ip', command, { stdio: ['pipe', 'pipe', 'ignore'] });
    socket.pipe(relay.stdin);
    relay.stdout.pipe(socket);
    relay.stdin.on('error', () => {});
    socket.on('error', () => relay.kill());
    socket.on('close', () => relay.kill());
  });
  server.unref();
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  return server.address().port;
}

const child = spawn('ip', inside(program, ...args), { stdio: ['ignore', 'inherit', 'pipe'] });
for (const signal of ['SIGINT', 'SIGTERM']) process.on(signal, () => child.kill(signal));
child.on('exit', (code) => process.exit(code ?? 1));
for await (const line of createInterface({ input: child.stderr })) {
  const [, before, port, after] = ANNOUNCEMENT.exec(line) ?? [];
  process.stderr.write(port ? `${before}${await openWay(port)}${after}\n` : `${line}\n`);
}
