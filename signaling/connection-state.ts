import type { WebSocket } from 'ws';
import type { Budget } from './budget.ts';
import type { Newcomer } from './member.ts';
import { goAway } from './membership.ts';
import type { Sender } from './room.ts';
import type { Service } from './service.ts';

/** What a socket is to the service, from its first byte to its last. */
export type ConnectionState =
  | { name: 'new'; cancelDeadline: () => void }
  /** A stranger whose opening message found nothing, and who is told so a little later. */
  | { name: 'missed'; cancelDeadline: () => void; cancelAnswer: () => void }
  | { name: 'member'; sender: Sender }
  | { name: 'too-slow'; sender: Sender }
  | { name: 'closed' };

/** The server's end of one socket. */
export type Connection = {
  readonly socket: WebSocket;
  readonly newcomer: Newcomer;
  state: ConnectionState;
  budget: Budget;
  lastHeardAtMs: number;
  lastPingAtMs: number;
  malformedCount: number;
};

/** Moves on, stopping the timers that the next state does not carry on. */
export function setState(connection: Connection, state: ConnectionState): void {
  const before = connection.state;
  connection.state = state;
  if (before.name === 'missed') before.cancelAnswer();
  if ('cancelDeadline' in before && !('cancelDeadline' in state)) before.cancelDeadline();
}

/** Closes the socket but not the membership: a member may resume over another one. */
export function hangUp(connection: Connection, code: number, service: Service): void {
  const { state } = connection;
  connection.newcomer.line.close(code);
  if (state.name === 'member') goAway(service, state.sender);
}
