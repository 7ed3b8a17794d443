import type { ServerMessageOf } from '../protocol.ts';
import type { Room } from '../room.ts';
import type { Service } from '../service.ts';

type Welcome = Omit<ServerMessageOf<'room-opened'>, 'type'>;

/** What a presenter is told whenever it takes its place. */
export function welcomePresenter(service: Service, room: Room): Welcome {
  return {
    resumeToken: room.presenter.tokens.current,
    ...service.iceFor(room.id, room.presenter.peerId),
    origins: service.origins(),
    viewerLimit: room.maxViewers,
  };
}
