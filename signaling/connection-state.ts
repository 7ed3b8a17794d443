import type { WebSocket } from 'ws';
import type { Line } from './member.ts';
import { goAway } from './membership.ts';
import type { Sender } from './room.ts';
import type { Service } from './service.ts';

/** What a socket is to the service, from its first byte to its last. */
export type ConnectionState =
  | { name: 'new'; cancelDeadline: () => void }
  | { name: 'member'; sender: Sender }
  | { name: 'too-slow'; sender: Sender }
  | { name: 'closed' };

/** The server's end of one socket. */
export type Connection = {
  readonly socket: WebSocket;
  readonly line: Line;
  state: ConnectionState;
  lastHeardAtMs: number;
  lastPingAtMs: number;
  malformedCount: number;
};

/** Moves on, stopping the deadline when the state that carries it is left. */
export function setState(connection: Connection, state: ConnectionState): void {
  if (connection.state.name === 'new') connection.state.cancelDeadline();
  connection.state = state;
}

/** Closes the socket but not the membership: a member may resume over another one. */
export function hangUp(connection: Connection, code: number, service: Service): void {
  const { state } = connection;
  connection.line.close(code);
  if (state.name === 'member') goAway(service, state.sender);
}
