import { generateKeyPairSync, randomBytes, sign } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { SignalingDeps } from '../deps.ts';
import { createLog, type LogLevel } from '../log.ts';
import { MAX_DELAY_MS, type SignalingOptions } from '../options.ts';
import { type ClientMessageOf, openingStatement } from '../protocol.ts';
import { startSignalingServer } from '../server.ts';
import { createFakeTime } from './fake-time.ts';
import { connect, type TestClient } from './test-client.ts';

const MANY = 1_000_000;
const noHeartbeat = { pingIntervalMs: MAX_DELAY_MS, maxSilenceMs: MAX_DELAY_MS };
/** Every test comes from one address, and on a clock that stands still budgets do not refill. */
const noLimits = {
  maxSocketsPerAddress: MANY,
  maxMissesPerMinute: MANY,
  maxMissesPerMinuteOverall: MANY,
  missDelayMs: 0,
  presenterMessagesPerSecond: MANY,
  viewerMessagesPerSecond: MANY,
};

/** A random room id, peer id or token. */
export const createId = () => randomBytes(16).toString('hex');

/** A presenter's key pair. */
export type TestKeys = { presenterKey: string; sign(statement: Uint8Array): string };

export function createKeys(): TestKeys {
  const { privateKey, publicKey } = generateKeyPairSync('ed25519');
  const der = publicKey.export({ format: 'der', type: 'spki' });
  return {
    presenterKey: der.subarray(-32).toString('hex'),
    sign: (statement) => sign(null, statement, privateKey).toString('hex'),
  };
}

/** A signed `open-room` for this socket. */
export function createOpening(
  { nonce }: Pick<TestClient, 'nonce'>,
  given: { roomId?: string; peerId?: string; keys?: TestKeys; isReopening?: boolean } = {},
): ClientMessageOf<'open-room'> {
  const { roomId = createId(), peerId = createId(), isReopening = false } = given;
  const { presenterKey, sign: signWith } = given.keys ?? createKeys();
  const signature = signWith(openingStatement({ roomId, peerId, nonce }));
  return { type: 'open-room', version: 1, roomId, peerId, presenterKey, signature, isReopening };
}

/** A member and what it needs to come back. */
export type TestMember = TestClient & { peerId: string; roomId: string; resumeToken: string };
export type TestPresenter = TestMember & { keys: TestKeys };

/**
 * Starts a real service on loopback whose clock stands still; it is closed when the test ends.
 * Heartbeats are off unless the test asks for them: an advanced clock leaves no time for pongs. So
 * are limits on one address or member.
 */
export async function startTestService(
  options: SignalingOptions = {},
  deps: Partial<SignalingDeps> = {},
  logLevel: LogLevel = 'info',
) {
  const time = createFakeTime();
  const logLines: string[] = [];
  const log = createLog(logLevel, { write: (line) => logLines.push(line) });
  const server = await startSignalingServer(
    { port: 0, host: '127.0.0.1', ...noHeartbeat, ...noLimits, ...options },
    { now: time.now, setTimer: time.setTimer, log, ...deps },
  );
  const clients: TestClient[] = [];
  onTestFinished(async () => {
    for (const { socket } of clients) socket.terminate();
    const closing = server.close();
    time.advance(60_000);
    await closing;
  });

  const open = async (headers = {}) => {
    const client = await connect(server.port, headers);
    clients.push(client);
    return client;
  };
  const openRoom = async (roomId = createId(), keys = createKeys()): Promise<TestPresenter> => {
    const client = await open();
    const peerId = createId();
    client.send(createOpening(client, { roomId, peerId, keys }));
    const { resumeToken } = await client.take('room-opened');
    return { ...client, keys, peerId, roomId, resumeToken };
  };
  const join = async (
    presenter: TestMember,
    headers = {},
    met: Partial<Pick<TestKeys, 'presenterKey'>> = {},
  ): Promise<TestMember> => {
    const client = await open(headers);
    const peerId = createId();
    const { roomId } = presenter;
    const key = met.presenterKey === undefined ? {} : { presenterKey: met.presenterKey };
    client.send({ type: 'join', version: 1, roomId, peerId, greeting: 'hello', ...key });
    const { resumeToken } = await client.take('waiting');
    await presenter.take('join-request');
    return { ...client, peerId, roomId, resumeToken };
  };
  const joinApproved = async (
    presenter: TestMember,
    met: Partial<Pick<TestKeys, 'presenterKey'>> = {},
  ): Promise<TestMember> => {
    const viewer = await join(presenter, {}, met);
    presenter.send({ type: 'approve', peerId: viewer.peerId });
    await viewer.take('joined');
    return viewer;
  };
  const resume = async (member: TestMember, resumeToken = member.resumeToken, headers = {}) => {
    const client = await open(headers);
    const { peerId, roomId } = member;
    client.send({ type: 'resume', version: 1, roomId, peerId, resumeToken });
    return { ...client, peerId, roomId, resumeToken };
  };
  return { server, time, logLines, open, openRoom, join, joinApproved, resume };
}
