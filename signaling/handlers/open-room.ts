import { createPresenter, renewToken, tell } from '../member.ts';
import { isOpeningSigned } from '../opening-signature.ts';
import type { OpeningHandler } from './handler.ts';
import { takeSeat } from './take-seat.ts';
import { welcomePresenter } from './welcome.ts';

/** A presenter opens a room, or proves that it is the one who did (docs/protocol.md P7 to P9, P46 to P48). */
export const openRoom: OpeningHandler<'open-room'> = (message, newcomer, service) => {
  const { attempts, deps, rooms } = service;
  const { roomId: id, peerId, presenterKey } = message;
  const { network, nonce } = newcomer;
  const retryAfterMs = attempts.opening.waitMs(network);
  if (retryAfterMs > 0) return { retryAfterMs };
  if (!isOpeningSigned(message, nonce)) {
    attempts.opening.count(network);
    return 'bad-signature';
  }

  const others = rooms.find(id);
  const own = others.find((room) => room.presenterKey === presenterKey);
  if (own?.presenter.peerId === peerId) {
    const sender = { room: own, member: own.presenter };
    renewToken(own.presenter, deps.randomHex);
    takeSeat(sender, newcomer, service);
    return sender;
  }

  attempts.opening.count(network);
  if (!rooms.hasSpaceForRoom(network)) return 'server-full';
  if (own !== undefined || (others.length > 0 && !message.isReopening)) return 'room-taken';

  const member = createPresenter(peerId, newcomer.line, deps.randomHex);
  const room = rooms.add({ id, network, presenter: member, presenterKey }, deps.now());
  deps.log.info({ room: room.number }, 'room opened');
  tell(member, { type: 'room-opened', ...welcomePresenter(service, room) });
  if (others.length > 0) {
    deps.log.warn({ rooms: [...others, room].map(({ number }) => number) }, 'room contested');
    for (const { presenter } of [...others, room]) tell(presenter, { type: 'contested' });
  }
  return { room, member };
};
