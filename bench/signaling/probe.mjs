// Loaded into every measured server before its own code: answers what the process has used, and
// keeps servers that know no other way from listening beyond this computer.
import { Server } from 'node:net';

const listen = Server.prototype.listen;
/** @type {(this: Server, ...given: never[]) => Server} */
Server.prototype.listen = function listenOnLoopback(...given) {
  const [port, host] = /** @type {unknown[]} */ (given);
  const isOpenToAll = typeof port !== 'object' && typeof host !== 'string';
  const rest = isOpenToAll ? [Number(port), '127.0.0.1', ...given.slice(1)] : given;
  return Reflect.apply(
    listen,
    this,
    rest.filter((argument) => argument !== undefined),
  );
};

process.on('message', async (question) => {
  if (question === 'memory') {
    // Twice, because the first leaves what finalizers still hold.
    for (let turn = 0; turn < 2; turn += 1) {
      globalThis.gc?.();
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
  }
  const { rss, heapUsed, external } = process.memoryUsage();
  const { user, system } = process.cpuUsage();
  process.send?.({ cpuMs: (user + system) / 1_000, rss, heapUsed, external });
});
