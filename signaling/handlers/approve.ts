import { tell } from '../member.ts';
import { findViewer } from '../room.ts';
import type { PresenterHandler } from './handler.ts';

/** The presenter lets a waiting viewer in; only now does it learn the ICE servers (P13). */
export const approve: PresenterHandler<'approve'> = (message, { room }, service) => {
  const viewer = findViewer(room, message.peerId, 'waiting');
  if (typeof viewer === 'string') return viewer;
  viewer.standing = 'approved';
  service.deps.log.info({ room: room.number }, 'viewer approved');
  const ice = service.iceFor(room.id, viewer.peerId);
  tell(viewer, { type: 'joined', presenterId: room.presenter.peerId, ...ice });
  return undefined;
};
