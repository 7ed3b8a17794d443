import type { Line, Presenter } from '../member.ts';
import type { ClientMessageOf, ClientMessageType, RefusalCode } from '../protocol.ts';
import type { Sender } from '../room.ts';
import type { Service } from '../service.ts';

/** Makes a socket a member. Answers who it is now, why not, or nothing when the line was closed. */
export type OpeningHandler<T extends ClientMessageType> = (
  message: ClientMessageOf<T>,
  line: Line,
  service: Service,
) => Sender | RefusalCode | undefined;

/** Does what a member asks. Answers why not, or nothing when it is done. */
export type MemberHandler<T extends ClientMessageType> = (
  message: ClientMessageOf<T>,
  sender: Sender,
  service: Service,
) => RefusalCode | undefined;

/** Does what only a presenter may ask. */
export type PresenterHandler<T extends ClientMessageType> = (
  message: ClientMessageOf<T>,
  sender: Sender<Presenter>,
  service: Service,
) => RefusalCode | undefined;
