import { fileURLToPath } from 'node:url';
import { textFrame } from '../wire.mjs';
import { payloadToA, payloadToB } from './target.mjs';

const program = fileURLToPath(
  new URL('../../node_modules/y-webrtc/bin/server.js', import.meta.url),
);

/** @type {import('./target.mjs').Target} */
export const yWebrtc = {
  name: 'y-webrtc server',
  program: (port) => ({ args: [program], env: { PORT: String(port) } }),
  async openPair(open, number) {
    const topic = `room-${number}`;
    const enter = async () => {
      const line = await open('/');
      line.say({ type: 'subscribe', topics: [topic] });
      // Its answer proves that the subscription before it was read.
      line.say({ type: 'ping' });
      await line.hear((text) => text.includes('pong'));
      return line;
    };
    const [a, b] = await Promise.all([enter(), enter()]);
    // Everybody in the topic gets every message, the sender included: so its clients use it.
    const frame = (/** @type {string} */ payload) =>
      textFrame(JSON.stringify({ type: 'publish', topic, payload }));
    return { a, b, toA: frame(payloadToA), toB: frame(payloadToB) };
  },
  // As its client sends it.
  heartbeat: { message: { type: 'ping' }, intervalMs: 15_000 },
};
