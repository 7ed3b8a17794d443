import { type AddressInfo, connect } from 'node:net';
import { createServer, type TLSSocket } from 'node:tls';
import { onTestFinished } from 'vitest';
import type { TestCertificate } from './certificate.ts';

/** Ends TLS on a port of 127.0.0.1 and passes everything on to another one. */
export async function startTlsFront(certificate: TestCertificate, to: number): Promise<number> {
  const sockets = new Set<TLSSocket>();
  const server = createServer(certificate, (socket) => {
    sockets.add(socket);
    const inner = connect(to, '127.0.0.1');
    socket.pipe(inner).pipe(socket);
    for (const end of [socket, inner]) {
      end.on('error', () => {});
      end.on('close', () => {
        socket.destroy();
        inner.destroy();
      });
    }
  });
  server.on('tlsClientError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  return (server.address() as AddressInfo).port;
}
