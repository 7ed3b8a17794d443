import { endViewer } from '../membership.ts';
import { blockNetwork } from '../room.ts';
import type { PresenterHandler } from './handler.ts';

/** The presenter sends a viewer away, and whoever asks again from its network (P50). */
export const block: PresenterHandler<'block'> = (message, { room }, service) => {
  const viewer = room.viewers.get(message.peerId);
  if (viewer === undefined) return 'no-such-peer';
  blockNetwork(room, viewer.network);
  endViewer(service, room, viewer, viewer.standing === 'waiting' ? 'denied' : 'removed');
  return undefined;
};
