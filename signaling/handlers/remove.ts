import { endViewer } from '../membership.ts';
import { findViewer } from '../room.ts';
import type { PresenterHandler } from './handler.ts';

/** The presenter sends an approved viewer out (P15). */
export const remove: PresenterHandler<'remove'> = (message, { room }, service) => {
  const viewer = findViewer(room, message.peerId, 'approved');
  if (typeof viewer === 'string') return viewer;
  endViewer(service, room, viewer, 'removed');
  return undefined;
};
