import { describe, expect, it } from 'vitest';
import { type Cause, causes, diagnose, type Situation } from './diagnosis.ts';
import type { Outcomes } from './findings.ts';

/** A home network with STUN, without a relay. */
const home: Outcomes = {
  server: 'reached',
  socket: 'speaks',
  room: 'told',
  network: 'hidden',
  udp: 'works',
  stun: 'answers',
  nat: 'same',
  'relay-udp': 'none',
  'relay-tcp': 'none',
  'relay-tls': 'none',
  capture: 'possible',
};
const relays = (outcome: Outcomes['relay-udp']) =>
  ({ 'relay-udp': outcome, 'relay-tcp': outcome, 'relay-tls': outcome }) as const;
const noSocket = {
  socket: 'refused',
  room: 'unchecked',
  stun: 'unchecked',
  nat: 'unknown',
} as const;
const noUdp = { udp: 'blocked', stun: 'silent', nat: 'unknown' } as const;
const offline = { network: 'none', udp: 'unknown', nat: 'unknown' } as const;
const stunNotUsed = { stun: 'not-used', nat: 'unknown', udp: 'unknown' } as const;

const table: [string, Partial<Outcomes>, Partial<Situation>, Cause][] = [
  ['a home network', {}, {}, 'all-good-direct'],
  ['a public address', { nat: 'none', network: 'visible' }, {}, 'all-good-direct'],
  ['one of two STUN servers away', { stun: 'some', nat: 'unknown' }, {}, 'all-good-direct'],
  ['a relay beside a direct way', relays('works'), {}, 'all-good-direct'],
  [
    'one working relay of three',
    { 'relay-udp': 'no-answer', 'relay-tls': 'works' },
    {},
    'all-good-direct',
  ],
  [
    'a symmetric NAT with a relay',
    { nat: 'different', ...relays('works') },
    {},
    'all-good-relay-needed',
  ],
  ['a symmetric NAT without one', { nat: 'different' }, {}, 'symmetric-nat-no-relay'],
  [
    'a symmetric NAT, and a relay that does not know us',
    { nat: 'different', ...relays('refuses-credentials') },
    {},
    'relay-refuses-credentials',
  ],
  [
    'UDP blocked, relay over TLS',
    { ...noUdp, 'relay-tls': 'works' },
    {},
    'udp-blocked-relay-works',
  ],
  ['UDP blocked, no relay', noUdp, {}, 'udp-blocked-no-relay'],
  ['UDP blocked, relay silent', { ...noUdp, ...relays('no-answer') }, {}, 'relay-unreachable'],
  ['UDP blocked, relay full', { ...noUdp, 'relay-tcp': 'full' }, {}, 'relay-full'],
  ['UDP blocked, relay in trouble', { ...noUdp, 'relay-tcp': 'error' }, {}, 'relay-error'],
  ['a misspelt relay', relays('name-unknown'), {}, 'relay-name-unknown'],
  [
    'a relay with another secret, direct way open',
    relays('refuses-credentials'),
    {},
    'relay-refuses-credentials',
  ],
  [
    'credentials refused that are out of date',
    { room: 'expired', ...relays('refuses-credentials') },
    {},
    'clock-off',
  ],
  [
    'credentials out of date by our clock that work',
    { room: 'expired', ...relays('works') },
    {},
    'all-good-direct',
  ],
  [
    'no ICE servers',
    { room: 'without-ice', stun: 'none', nat: 'unknown', udp: 'unknown' },
    {},
    'no-ice-server',
  ],
  [
    'relays over TCP only',
    { stun: 'none', nat: 'unknown', udp: 'unknown', 'relay-tcp': 'works' },
    {},
    'all-good-relay-needed',
  ],
  [
    'no internet beyond the server',
    { stun: 'name-unknown', nat: 'unknown', udp: 'unknown' },
    {},
    'stun-name-unknown',
  ],
  ['a server that is down', { ...noSocket, server: 'no-answer' }, {}, 'server-unreachable'],
  [
    'a server that is down, seen from the app',
    { ...noSocket, server: 'unchecked' },
    {},
    'server-unreachable',
  ],
  ['no network at all', { ...noSocket, ...offline, server: 'no-answer' }, {}, 'no-network'],
  ['only this machine', offline, {}, 'no-network'],
  ['a proxy that refuses upgrades', noSocket, {}, 'websocket-blocked'],
  ['a proxy that swallows frames', { ...noSocket, socket: 'silent' }, {}, 'websocket-blocked'],
  [
    'a proxy that swallows frames of the app',
    { ...noSocket, socket: 'silent', server: 'unchecked' },
    {},
    'websocket-blocked',
  ],
  ['a sign-in page', { ...noSocket, server: 'other-answer' }, {}, 'other-answer'],
  ['a health check behind a password', { server: 'other-answer' }, {}, 'all-good-direct'],
  [
    'the own server not started',
    { ...noSocket, server: 'not-started', socket: 'unchecked' },
    {},
    'server-not-started',
  ],
  ['another protocol', { ...noSocket, socket: 'foreign' }, {}, 'wrong-server-version'],
  ['another version', { room: 'wrong-version' }, {}, 'wrong-server-version'],
  ['a full server', { room: 'refused' }, {}, 'server-refuses'],
  ['a server that falls silent', { room: 'silent' }, {}, 'server-refuses'],
  ['WebRTC switched off', { network: 'no-webrtc' }, {}, 'webrtc-missing'],
  ['a page on plain http', { capture: 'not-secure' }, {}, 'page-not-secure'],
  [
    'a page on plain http without ICE servers',
    { capture: 'not-secure', stun: 'none' },
    {},
    'page-not-secure',
  ],
  [
    'a page on plain http, on the way to watching',
    { capture: 'not-secure' },
    { purpose: 'viewer' },
    'all-good-direct',
  ],
  ['a phone', { capture: 'missing' }, {}, 'capture-missing'],
  [
    'a system that does not allow it',
    { capture: 'refused-by-system' },
    { purpose: 'presenter' },
    'capture-refused',
  ],
  [
    'a cancelled choice',
    { capture: 'refused-before', ...noUdp },
    { purpose: 'presenter' },
    'capture-refused',
  ],
  [
    'nothing said, and no way out',
    { capture: 'refused-by-system', ...noUdp },
    {},
    'udp-blocked-no-relay',
  ],
  [
    'local network only',
    { ...stunNotUsed, ...relays('not-used') },
    { policy: 'lan-only' },
    'lan-only-chosen',
  ],
  [
    'by relay only',
    { ...stunNotUsed, ...relays('works') },
    { policy: 'relay-only' },
    'all-good-relay-chosen',
  ],
  ['by relay only, without one', stunNotUsed, { policy: 'relay-only' }, 'relay-only-no-relay'],
  [
    'by relay only, with a silent one',
    { ...stunNotUsed, 'relay-tls': 'no-answer' },
    { policy: 'relay-only' },
    'relay-unreachable',
  ],
];

describe('the diagnosis', () => {
  it.each(table)('%s', (_, found, situation, cause) => {
    const whole = { purpose: null, policy: 'any', ...situation } as const;
    expect(diagnose({ ...home, ...found }, whole)).toBe(cause);
  });

  it('has a situation for every cause it can name', () => {
    const named = new Set(table.map(([, , , cause]) => cause));
    expect([...named].sort()).toEqual(Object.keys(causes).sort());
  });
});
