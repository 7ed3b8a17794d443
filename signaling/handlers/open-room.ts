import { createPresenter } from '../member.ts';
import type { OpeningHandler } from './handler.ts';
import { welcomePresenter } from './welcome.ts';

/** A presenter opens a room under an id nobody else uses (docs/protocol.md P7 to P9). */
export const openRoom: OpeningHandler<'open-room'> = (message, line, service) => {
  const { deps, rooms } = service;
  if (!rooms.hasSpaceForRoom()) return 'server-full';
  if (rooms.find(message.roomId) !== undefined) return 'room-taken';

  const member = createPresenter(message.peerId, line, deps.randomHex);
  const room = rooms.add(message.roomId, member, deps.now());
  deps.log.info({ room: room.number }, 'room opened');
  line.send({ type: 'room-opened', ...welcomePresenter(service, room) });
  return { room, member };
};
