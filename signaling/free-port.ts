import { createServer } from 'node:net';

const ATTEMPTS = 20;
const MAX_PORT = 65_535;

/** The next port above a taken one that can really be listened on just now. */
export async function findFreePort(takenPort: number, host: string): Promise<number | undefined> {
  const last = Math.min(takenPort + ATTEMPTS, MAX_PORT);
  for (let port = takenPort + 1; port <= last; port += 1) {
    if (await canListen(port, host)) return port;
  }
  return undefined;
}

function canListen(port: number, host: string): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen(port, host, () => probe.close(() => resolve(true)));
  });
}
