import { approve } from './handlers/approve.ts';
import { askIceServers } from './handlers/ask-ice-servers.ts';
import { block } from './handlers/block.ts';
import { deny } from './handlers/deny.ts';
import type {
  MemberHandler,
  OpeningAnswer,
  OpeningHandler,
  PresenterHandler,
} from './handlers/handler.ts';
import { join } from './handlers/join.ts';
import { leave } from './handlers/leave.ts';
import { lock } from './handlers/lock.ts';
import { openRoom } from './handlers/open-room.ts';
import { passOnUnread } from './handlers/pass-on.ts';
import { ping } from './handlers/ping.ts';
import { remove } from './handlers/remove.ts';
import { resume } from './handlers/resume.ts';
import { signal } from './handlers/signal.ts';
import { signalAck } from './handlers/signal-ack.ts';
import { type Newcomer, settleTokens } from './member.ts';
import type { ClientMessage, ClientMessageOf, ClientMessageType, RefusalCode } from './protocol.ts';
import type { Sender } from './room.ts';
import type { Service } from './service.ts';

type OpeningType = 'open-room' | 'join' | 'resume';
type PresenterType = 'approve' | 'deny' | 'remove' | 'block' | 'lock';
type MemberType = Exclude<ClientMessageType, OpeningType | PresenterType>;

/** One handler per message type: a message without a handler does not compile. */
type Handlers = {
  opening: { [T in OpeningType]: OpeningHandler<T> };
  presenter: { [T in PresenterType]: PresenterHandler<T> };
  member: { [T in MemberType]: MemberHandler<T> };
};

const handlers: Handlers = {
  opening: { 'open-room': openRoom, join, resume },
  presenter: { approve, deny, remove, block, lock },
  member: { signal, 'signal-ack': signalAck, 'ask-ice-servers': askIceServers, leave, ping },
};

const isIn =
  <T extends ClientMessageType>(group: { [K in T]: unknown }) =>
  (message: ClientMessage): message is ClientMessage & { type: T } =>
    Object.hasOwn(group, message.type);
const isOpening = isIn<OpeningType>(handlers.opening);
const isForPresenter = isIn<PresenterType>(handlers.presenter);

/** Handles the message of a socket that is not a member yet (docs/protocol.md P5). */
export function dispatchOpening(
  message: ClientMessage,
  newcomer: Newcomer,
  service: Service,
): OpeningAnswer {
  if (!isOpening(message)) return 'wrong-order';
  return call(handlers.opening, message, newcomer, service);
}

/** Handles the message of a member (docs/protocol.md P6, P17). */
export function dispatch(
  message: ClientMessage,
  sender: Sender,
  service: Service,
): RefusalCode | undefined {
  const { room, member } = sender;
  settleTokens(member);
  // A page does both for as long as it is open: that alone does not keep a room from being idle.
  const isRoutine = message.type === 'ping' || message.type === 'ask-ice-servers';
  if (!isRoutine) room.lastSaidAtMs = service.deps.now();

  if (isOpening(message)) return 'wrong-order';
  if (!isForPresenter(message)) return call(handlers.member, message, sender, service);
  if (member.role !== 'presenter') return 'wrong-role';
  return call(handlers.presenter, message, { room, member }, service);
}

/**
 * Does what `dispatch` would do for a signal as the app writes it, with the frame as it came.
 * False when the frame has to be read first.
 */
export function relay(frame: Buffer, sender: Sender, service: Service): boolean {
  if (!passOnUnread(frame, sender)) return false;
  settleTokens(sender.member);
  sender.room.lastSaidAtMs = service.deps.now();
  return true;
}

/** Lets the compiler see that handler and message belong together. */
function call<T extends ClientMessageType, Who, Answer>(
  group: { [K in T]: (message: ClientMessageOf<K>, who: Who, service: Service) => Answer },
  message: { [K in T]: ClientMessageOf<K> }[T],
  who: Who,
  service: Service,
): Answer {
  const type: T = message.type;
  return group[type](message, who, service);
}
