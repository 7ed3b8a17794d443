import { setTimeout as pause } from 'node:timers/promises';
import { openStunChannel } from '../stun-channel.ts';
import { bind } from '../turn-client.ts';

const ATTEMPTS = 100;

/** Resolves when coturn answers over UDP on 127.0.0.1, which it does later than over TCP. */
export async function untilRelaying(port: number): Promise<void> {
  const loopback = { host: '127.0.0.1', address: '127.0.0.1' };
  for (let attempt = 1; ; attempt += 1) {
    const channel = await openStunChannel({ ...loopback, transport: 'udp', port, timeoutMs: 500 });
    try {
      if ((await bind(channel)) !== undefined) return;
    } catch (error) {
      if (attempt === ATTEMPTS) throw error;
    } finally {
      channel.close();
    }
    await pause(50);
  }
}
