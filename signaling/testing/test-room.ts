import { randomBytes } from 'node:crypto';
import { onTestFinished } from 'vitest';
import type { SignalingDeps } from '../deps.ts';
import { createLog } from '../log.ts';
import { MAX_DELAY_MS, type SignalingOptions } from '../options.ts';
import { startSignalingServer } from '../server.ts';
import { createFakeTime } from './fake-time.ts';
import { connect, type TestClient } from './test-client.ts';

const noHeartbeat = { pingIntervalMs: MAX_DELAY_MS, maxSilenceMs: MAX_DELAY_MS };

/** A random room id, peer id or token. */
export const createId = () => randomBytes(16).toString('hex');

/** A member and what it needs to come back. */
export type TestMember = TestClient & { peerId: string; roomId: string; resumeToken: string };

/**
 * Starts a real service on loopback whose clock stands still; it is closed when the test ends.
 * Heartbeats are off unless the test asks for them: an advanced clock leaves no time for pongs.
 */
export async function startTestService(
  options: SignalingOptions = {},
  deps: Partial<SignalingDeps> = {},
) {
  const time = createFakeTime();
  const logLines: string[] = [];
  const log = createLog('info', { write: (line) => logLines.push(line) });
  const server = await startSignalingServer(
    { port: 0, host: '127.0.0.1', ...noHeartbeat, ...options },
    { now: time.now, setTimer: time.setTimer, log, ...deps },
  );
  const clients: TestClient[] = [];
  onTestFinished(async () => {
    for (const { socket } of clients) socket.terminate();
    const closing = server.close();
    time.advance(60_000);
    await closing;
  });

  const open = async () => {
    const client = await connect(server.port);
    clients.push(client);
    return client;
  };
  const openRoom = async (roomId = createId()): Promise<TestMember> => {
    const client = await open();
    const peerId = createId();
    client.send({ type: 'open-room', version: 1, roomId, peerId });
    const { resumeToken } = await client.take('room-opened');
    return { ...client, peerId, roomId, resumeToken };
  };
  const join = async (presenter: TestMember, peerId = createId()): Promise<TestMember> => {
    const client = await open();
    const { roomId } = presenter;
    client.send({ type: 'join', version: 1, roomId, peerId, greeting: 'hello' });
    const { resumeToken } = await client.take('waiting');
    await presenter.take('join-request');
    return { ...client, peerId, roomId, resumeToken };
  };
  const joinApproved = async (presenter: TestMember): Promise<TestMember> => {
    const viewer = await join(presenter);
    presenter.send({ type: 'approve', peerId: viewer.peerId });
    await viewer.take('joined');
    return viewer;
  };
  const resume = async (member: TestMember, resumeToken = member.resumeToken) => {
    const client = await open();
    const { peerId, roomId } = member;
    client.send({ type: 'resume', version: 1, roomId, peerId, resumeToken });
    return { ...client, peerId, roomId, resumeToken };
  };
  return { server, time, logLines, open, openRoom, join, joinApproved, resume };
}
