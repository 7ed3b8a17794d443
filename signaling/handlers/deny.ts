import { endViewer } from '../membership.ts';
import { findViewer } from '../room.ts';
import type { PresenterHandler } from './handler.ts';

/** The presenter does not let a waiting viewer in (P14). */
export const deny: PresenterHandler<'deny'> = (message, { room }, service) => {
  const viewer = findViewer(room, message.peerId, 'waiting');
  if (typeof viewer === 'string') return viewer;
  endViewer(service, room, viewer, 'denied');
  return undefined;
};
