import { describe, expect, it } from 'vitest';
import { RECONNECT, socketRetryDelayMs } from './reconnect-policy.ts';
import { connectSignaling } from './signaling-client.ts';
import { createFakeServer } from './testing/fake-server.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { createFakeNetwork } from './testing/test-deps.ts';

function connect() {
  const clock = createManualClock();
  const server = createFakeServer();
  const network = createFakeNetwork();
  const heard: string[] = [];
  const offline: number[] = [];
  const client = connectSignaling(
    'ws://server/ws',
    {
      greet: () => ({ type: 'leave' }),
      onMessage: (message) => heard.push(message.type),
      onOffline: (attempt) => offline.push(attempt),
    },
    {
      openSocket: server.openSocket,
      onNetworkBack: network.onBack,
      schedule: clock.schedule,
      random: () => 0.5,
    },
  );
  return { clock, server, heard, offline, client, network };
}

describe('the line to the server', () => {
  it('greets on every new socket', () => {
    const { server, clock } = connect();
    server.latest.accept();
    server.latest.drop();
    clock.advance(RECONNECT.socketMaxDelayMs);
    server.latest.accept();
    expect(server.sockets.map(({ received }) => received)).toEqual([
      [{ type: 'leave' }],
      [{ type: 'leave' }],
    ]);
  });

  it('counts fruitless attempts, and starts over after a word from the server', () => {
    const { server, clock, offline } = connect();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      server.latest.drop();
      clock.advance(RECONNECT.socketMaxDelayMs);
    }
    server.latest.accept();
    server.latest.say({
      type: 'waiting',
      resumeToken: 'a'.repeat(32),
      presenterId: 'b'.repeat(32),
    });
    server.latest.drop();
    expect(offline).toEqual([1, 2, 3, 1]);
  });

  it('does not wait any longer when the network is back, and makes sure of a socket it has', () => {
    const { server, clock, offline, network, client } = connect();
    for (let attempt = 1; attempt <= 5; attempt += 1) {
      server.latest.drop();
      clock.advance(RECONNECT.socketMaxDelayMs);
    }
    server.latest.drop();
    const count = server.sockets.length;
    network.comeBack();
    expect(server.sockets).toHaveLength(count + 1);
    clock.advance(RECONNECT.socketMaxDelayMs);
    expect(server.sockets, 'the attempt that was waiting is not made too').toHaveLength(count + 1);

    server.latest.accept();
    server.latest.fallSilent();
    network.comeBack();
    clock.advance(RECONNECT.socketCheckMs);
    expect(offline).toHaveLength(7);
    client.close();
    expect(network.listeners.size).toBe(0);
  });

  it('does not start over for a server that only refuses', () => {
    const { server, clock, offline } = connect();
    for (let attempt = 1; attempt <= 3; attempt += 1) {
      server.latest.accept();
      server.latest.say({ type: 'refused', code: 'server-full' });
      server.latest.drop();
      clock.advance(RECONNECT.socketMaxDelayMs);
    }
    expect(offline).toEqual([1, 2, 3]);
  });

  it('gives up a socket that does not open, and one that falls silent without a word', () => {
    const { server, clock, offline } = connect();
    clock.advance(RECONNECT.socketOpenTimeoutMs);
    expect(offline).toEqual([1]);
    clock.advance(RECONNECT.socketMaxDelayMs);
    server.latest.accept();
    clock.advance(10 * RECONNECT.pingIntervalMs);
    expect(offline, 'pings are answered').toEqual([1]);
    server.latest.fallSilent();
    clock.advance(3 * RECONNECT.pingIntervalMs);
    expect(offline.length).toBeGreaterThan(1);
  });

  it('passes on only what is a message of the protocol', () => {
    const { server, heard } = connect();
    server.latest.accept();
    server.latest.sayText('{"type":"invented"}');
    server.latest.sayText('no json');
    server.latest.sayText('{"type":"ended","reason":"denied","extra":1}');
    server.latest.say({ type: 'pong' });
    server.latest.say({ type: 'ended', reason: 'denied' });
    expect(heard).toEqual(['ended']);
  });

  it('opens nothing more after it was closed', () => {
    const { server, clock, client, heard } = connect();
    server.latest.accept();
    client.close();
    client.close();
    server.latest.say({ type: 'going-away' });
    clock.advance(60_000);
    expect(server.sockets).toHaveLength(1);
    expect(heard).toEqual([]);
    expect(client.send({ type: 'ping' })).toBe(false);
  });
});

describe('the pause before the next attempt', () => {
  it('grows, stays bounded, and is never the same for everybody', () => {
    const middle = [1, 2, 3, 4, 5, 6, 7, 8, 20].map((attempt) => socketRetryDelayMs(attempt, 0.5));
    expect(middle).toEqual([...middle].sort((a, b) => a - b));
    expect(Math.max(...middle)).toBeLessThanOrEqual(RECONNECT.socketMaxDelayMs);
    expect(socketRetryDelayMs(1, 0)).toBeGreaterThan(0);
    expect(socketRetryDelayMs(4, 0)).toBeLessThan(socketRetryDelayMs(4, 0.99));
  });
});
