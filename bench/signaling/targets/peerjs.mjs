import { fileURLToPath } from 'node:url';
import { textFrame } from '../wire.mjs';
import { payloadToA, payloadToB } from './target.mjs';

const program = fileURLToPath(
  new URL('../../node_modules/peer/dist/bin/peerjs.js', import.meta.url),
);

/** @type {import('./target.mjs').Target} */
export const peerjs = {
  name: 'PeerJS server',
  program: (port) => ({
    args: [program, '--port', String(port), '--host', '127.0.0.1', '--concurrent_limit', '50000'],
    env: {},
  }),
  async openPair(open, number) {
    const [nameA, nameB] = [`a${number}`, `b${number}`];
    const enter = async (/** @type {string} */ name) => {
      const line = await open(`/peerjs?key=peerjs&id=${name}&token=t${number}&version=1.5.5`);
      await line.hear((text) => text.includes('OPEN'));
      return line;
    };
    const [a, b] = await Promise.all([enter(nameA), enter(nameB)]);
    const frame = (/** @type {string} */ dst, /** @type {string} */ payload) =>
      textFrame(JSON.stringify({ type: 'CANDIDATE', payload, dst }));
    return { a, b, toA: frame(nameA, payloadToA), toB: frame(nameB, payloadToB) };
  },
  // As its client sends it.
  heartbeat: { message: { type: 'HEARTBEAT' }, intervalMs: 5_000 },
};
