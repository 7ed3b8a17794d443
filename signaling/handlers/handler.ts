import type { Newcomer, Presenter } from '../member.ts';
import type { ClientMessageOf, ClientMessageType, RefusalCode } from '../protocol.ts';
import type { Sender } from '../room.ts';
import type { Service } from '../service.ts';

/** What comes of an opening message. */
export type OpeningAnswer =
  | Sender
  | RefusalCode
  /** The sender has to wait before the next attempt. */
  | { readonly retryAfterMs: number }
  /** It was told all there is, and its line is closed. */
  | 'done';

/** Makes a socket a member, or answers why not. */
export type OpeningHandler<T extends ClientMessageType> = (
  message: ClientMessageOf<T>,
  newcomer: Newcomer,
  service: Service,
) => OpeningAnswer;

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
