import { generateKeyPairSync, sign } from 'node:crypto';
import { textFrame } from '../wire.mjs';
import { hexId, payloadToA, payloadToB } from './target.mjs';

const VERSION = 1;
const PATH = '/ws';
const RAW_KEY_BYTES = 32;

const { publicKey, privateKey } = generateKeyPairSync('ed25519');
const presenterKey = publicKey
  .export({ type: 'spki', format: 'der' })
  .subarray(-RAW_KEY_BYTES)
  .toString('hex');

/**
 * @param {string} service the built service
 * @returns {import('./target.mjs').Target}
 */
export const createSightline = (service) => ({
  name: 'Sightline',
  program: (port) => ({
    // One room per pair, and more of them than the service holds by default.
    args: [service, '--port', String(port), '--host', '127.0.0.1', '--max-rooms', '20000'],
    env: { SIGHTLINE_LOG_LEVEL: 'warn' },
  }),
  async openPair(open, number) {
    const [roomId, presenterId, viewerId] = [hexId(number), hexId(1), hexId(2)];
    const a = await open(PATH);
    a.say(signedOpening(roomId, presenterId, await hearType(a, 'challenge')));
    await hearType(a, 'room-opened');
    const b = await open(PATH);
    await hearType(b, 'challenge');
    b.say({ type: 'join', version: VERSION, roomId, peerId: viewerId, greeting: 'hello' });
    await Promise.all([hearType(b, 'waiting'), hearType(a, 'join-request')]);
    a.say({ type: 'approve', peerId: viewerId });
    await hearType(b, 'joined');
    const frame = (/** @type {string} */ peerId, /** @type {string} */ payload) =>
      textFrame(JSON.stringify({ type: 'signal', peerId, sequence: 1, payload }));
    return { a, b, toA: frame(presenterId, payloadToA), toB: frame(viewerId, payloadToB) };
  },
  // As the app sends it.
  heartbeat: { message: { type: 'ping' }, intervalMs: 10_000 },
});

/**
 * The opening message of docs/protocol.md.
 * @param {string} roomId
 * @param {string} peerId
 * @param {string} challenge
 */
function signedOpening(roomId, peerId, challenge) {
  const { nonce } = JSON.parse(challenge);
  const statement = Buffer.from(`sightline/v1/open-room|${roomId}|${peerId}|${nonce}`);
  const signature = sign(null, statement, privateKey).toString('hex');
  const keys = { presenterKey, signature, isReopening: false };
  return { type: 'open-room', version: VERSION, roomId, peerId, ...keys };
}

/**
 * @param {import('../wire.mjs').Line} line
 * @param {string} type
 */
function hearType(line, type) {
  return line.hear((text) => text.includes(`"${type}"`));
}
