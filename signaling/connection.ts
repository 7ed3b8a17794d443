import type { WebSocket } from 'ws';
import { type Connection, setState } from './connection-state.ts';
import { endSlow, goAway } from './membership.ts';
import { receive } from './receive.ts';
import type { Service } from './service.ts';

/** Takes a new socket in; from here on its frames reach the handlers. */
export function createConnection(socket: WebSocket, service: Service): Connection {
  const { deps, options } = service;
  const expire = () => connection.line.close(1008);
  const connection: Connection = {
    socket,
    line: {
      send(message) {
        // What is sent to a closing socket only piles up in its buffer count.
        if (socket.readyState !== socket.OPEN) return;
        socket.send(JSON.stringify(message));
        if (socket.bufferedAmount > options.maxBufferedBytes) cutSlow(connection, service);
      },
      close(code) {
        setState(connection, { name: 'closed' });
        socket.close(code);
      },
    },
    state: { name: 'new', cancelDeadline: deps.setTimer(expire, options.firstMessageMs) },
    lastHeardAtMs: deps.now(),
    lastPingAtMs: deps.now(),
    malformedCount: 0,
  };
  const hear = () => {
    connection.lastHeardAtMs = deps.now();
  };

  socket.on('message', (bytes, isBinary) => {
    hear();
    receive(connection, isBinary ? undefined : bytes.toString(), service);
  });
  socket.on('ping', hear);
  socket.on('pong', hear);
  // A broken frame: the WebSocket library closes the socket itself.
  socket.on('error', (error) => deps.log.debug({ code: errorCode(error) }, 'socket error'));
  socket.on('close', () => lose(connection, service));
  return connection;
}

/** Stops a reader that does not read; its place is settled when the socket reports its end. */
function cutSlow(connection: Connection, service: Service): void {
  const { state } = connection;
  service.deps.log.warn({}, 'socket too slow');
  if (state.name === 'member') connection.state = { name: 'too-slow', sender: state.sender };
  connection.socket.terminate();
}

function lose(connection: Connection, service: Service): void {
  const { state } = connection;
  setState(connection, { name: 'closed' });
  if (state.name === 'member') goAway(service, state.sender);
  if (state.name === 'too-slow') endSlow(service, state.sender);
}

function errorCode(error: Error): string {
  return 'code' in error && typeof error.code === 'string' ? error.code : error.name;
}
