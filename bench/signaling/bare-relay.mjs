// The least a relay can do with `ws`: two sockets that name the same pair get each other's frames,
// unread. No names, no rights, no limits, no heartbeat. What it costs is what `ws` and Node cost.
import { WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: Number(process.env.PORT) });
/** @type {Map<string, import('ws').WebSocket>} */
const waiting = new Map();

server.on('connection', (socket, request) => {
  const pair = request.url ?? '';
  const partner = waiting.get(pair);
  socket.on('error', () => {});
  if (!partner) {
    waiting.set(pair, socket);
    socket.on('close', () => waiting.delete(pair));
    return;
  }
  waiting.delete(pair);
  partner.on('message', (bytes) => socket.send(bytes, { binary: false }));
  socket.on('message', (bytes) => partner.send(bytes, { binary: false }));
  // Whoever measures needs to know that both are there.
  for (const one of [partner, socket]) one.send('{"type":"paired"}');
});
