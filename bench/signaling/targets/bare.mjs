import { fileURLToPath } from 'node:url';
import { textFrame } from '../wire.mjs';
import { payloadToA, payloadToB } from './target.mjs';

/** @type {import('./target.mjs').Target} */
export const bare = {
  name: 'bare ws relay',
  program: (port) => ({
    args: [fileURLToPath(new URL('../bare-relay.mjs', import.meta.url))],
    env: { PORT: String(port) },
  }),
  async openPair(open, number) {
    const [a, b] = await Promise.all([open(`/${number}`), open(`/${number}`)]);
    const isPaired = (/** @type {string} */ text) => text.includes('paired');
    await Promise.all([a.hear(isPaired), b.hear(isPaired)]);
    return { a, b, toA: textFrame(payloadToA), toB: textFrame(payloadToB) };
  },
  heartbeat: undefined,
};
