import { parseRoomCode } from '../../../signaling/room-code.ts';
import type { ConnectionDeps } from '../connection-deps.ts';
import { createViewer } from '../create-viewer.ts';
import { offer } from './fake-peers.ts';
import { createFarPresenter } from './far-end.ts';
import { createTestDeps, settle } from './test-deps.ts';

export const PRESENTER = 'b'.repeat(32);
export const TOKEN = 'd'.repeat(32);
export const code = parseRoomCode('ABCDE-12345');
if (!code) throw new Error('the test code is no code');
export const target = { code, socketUrl: 'ws://server/ws', displayName: 'Ada' };
export const stream = {} as MediaStream;
export const offerOf = (link: number) => ({ type: 'rtc' as const, link, signal: offer });

export async function askToJoin(changed: Partial<ConnectionDeps> = {}) {
  const parts = createTestDeps();
  const viewer = createViewer({ ...parts.deps, ...changed });
  viewer.join(target);
  await settle();
  parts.server.latest.accept();
  const [asked] = parts.server.latest.received;
  if (asked?.type !== 'join') throw new Error('nobody asked to join');
  return { ...parts, viewer, asked, presenter: createFarPresenter(PRESENTER, asked.peerId) };
}
/** A viewer who has been let in, before anything came from the presenter. */
export async function beLetIn(changed?: Partial<ConnectionDeps>) {
  const parts = await askToJoin(changed);
  parts.server.latest.say({ type: 'waiting', resumeToken: TOKEN, presenterId: PRESENTER });
  parts.server.latest.say({ type: 'joined', presenterId: PRESENTER, iceServers: [] });
  return parts;
}
export async function getIn() {
  const parts = await beLetIn();
  parts.server.latest.say(parts.presenter.signal(offerOf(1)));
  parts.peers.latest.listeners.onStream(stream);
  parts.peers.latest.listeners.onTransport('connected');
  return parts;
}
export async function watch() {
  const parts = await getIn();
  parts.peers.latest.listeners.onMessage(parts.presenter.proof());
  parts.peers.latest.listeners.onMessage({ type: 'share-state', isPaused: false });
  return parts;
}
