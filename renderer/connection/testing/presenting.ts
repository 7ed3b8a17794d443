import type { ConnectionDeps } from '../connection-deps.ts';
import { createPresenter } from '../create-presenter.ts';
import { createFarViewer } from './far-end.ts';
import { createFakeStream, createTestDeps, settle } from './test-deps.ts';

export const VIEWER = 'b'.repeat(32);
export const OTHER = 'c'.repeat(32);
export const TOKEN = 'd'.repeat(32);
/** What a server tells a presenter that takes its place. */
export const welcome = {
  resumeToken: TOKEN,
  iceServers: [],
  origins: ['http://10.0.0.5:8787'],
  viewerLimit: 16,
};
export const listening = (socketUrl: string) => ({
  signalingAddress: async () => ({ status: 'listening' as const, socketUrl }),
});

/** A presenter whose room is open, with two viewers who have not asked yet. */
export async function openRoom(changed: Partial<ConnectionDeps> = {}) {
  const parts = createTestDeps();
  const media = createFakeStream();
  const bridge = listening('ws://127.0.0.1:8787/ws');
  const presenter = createPresenter({
    ...parts.deps,
    ...changed,
    bridge,
    qualityChoice: () => 'auto',
  });
  presenter.start(media.stream);
  await settle();
  parts.server.latest.accept();
  parts.server.latest.say({ type: 'room-opened', ...welcome });
  const [opening] = parts.server.latest.received;
  if (opening?.type !== 'open-room') throw new Error('no room was opened');
  const open = () => {
    const state = presenter.getState();
    if (state.name !== 'open') throw new Error(`state is ${state.name}`);
    return state;
  };
  const viewer = createFarViewer(opening.peerId, VIEWER);
  const other = createFarViewer(opening.peerId, OTHER);
  const letIn = (who: typeof viewer, peerId: string) => {
    parts.server.latest.say(who.joinRequest('Ada'));
    const peer = parts.peers.latest;
    who.watch(peer);
    presenter.approve(peerId);
    return peer;
  };
  return { ...parts, ...media, presenter, open, opening, viewer, other, letIn };
}
