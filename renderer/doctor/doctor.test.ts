import { describe, expect, it } from 'vitest';
import type { IceServer } from '../../signaling/protocol.ts';
import { settle } from '../connection/testing/test-deps.ts';
import type { Gathering, GatheringRequest } from '../peer/gather-candidates.ts';
import { createDoctor, type Examination } from './doctor.ts';
import { checks, outcomesOf } from './findings.ts';
import { DOCTOR } from './limits.ts';
import type { DoctorDeps } from './run-doctor.ts';
import { createDoctorDeps, endlessGather, NOW_S, roomOpened } from './testing/doctor-deps.ts';

const app = { version: '0.1.0', kind: 'browser', device: 'Chrome on Linux' } as const;
const fromHome: Examination = { purpose: null, socketUrl: null, wasCaptureRefused: false };
const USERNAME = `${NOW_S + 600}:member-of-ours`;
const CREDENTIAL = 'c2VjcmV0LW9mLXRoZS1yZWxheQ==';
const iceServers: IceServer[] = [
  { urls: ['stun:stun.one.example:3478'] },
  { urls: ['stun:198.51.100.53:3478'] },
  {
    urls: ['turn:relay.example:3478', 'turns:[2001:db8::5]:443?transport=tcp'],
    username: USERNAME,
    credential: CREDENTIAL,
  },
];

/** What a browser gives behind an ordinary router, with as many addresses as it has. */
function ordinary({ iceServers: servers, policy }: GatheringRequest): Gathering {
  const urls = servers.flatMap((server) => server.urls);
  const local = [
    { type: 'host', address: '10.1.2.3', port: 50_001, basePort: 0 },
    { type: 'host', address: 'fd00::abcd', port: 50_002, basePort: 0 },
  ] as const;
  const outside = {
    type: 'srflx',
    address: '203.0.113.77',
    port: 50_001,
    basePort: 50_001,
  } as const;
  const relayed = { type: 'relay', address: '198.51.100.200', port: 60_000, basePort: 0 } as const;
  const text = 'Unauthorized for 203.0.113.77';
  if (policy !== 'relay-only') {
    return {
      candidates: urls.length > 0 ? [...local, outside] : local,
      errors: [],
      isComplete: true,
    };
  }
  if (urls[0]?.startsWith('turns:')) {
    return { candidates: [], errors: [{ url: urls[0], code: 401, text }], isComplete: true };
  }
  return { candidates: [relayed], errors: [], isComplete: true };
}

function setUp(change: Partial<DoctorDeps> = {}, gather = ordinary) {
  const { deps, clock, server, asked } = createDoctorDeps(gather);
  const doctor = createDoctor({ ...deps, ...change }, app);
  return { doctor, clock, server, asked };
}

/** Lets the server greet and open the room. */
async function answer({ server }: ReturnType<typeof setUp>, servers = iceServers) {
  await settle();
  server.latest.accept();
  await settle();
  server.latest.say(roomOpened(servers));
  await settle();
}

const found = ({ doctor }: ReturnType<typeof setUp>) => {
  const { findings } = doctor.getState();
  return Object.fromEntries(checks.map((check) => [check, findings[check]?.outcome]));
};

describe('an examination', () => {
  it('goes through every check and comes to one cause', async () => {
    const test = setUp();
    test.doctor.examine(fromHome);
    await answer(test);
    expect(found(test)).toEqual({
      server: 'reached',
      socket: 'speaks',
      room: 'told',
      network: 'visible',
      udp: 'works',
      stun: 'answers',
      nat: 'same',
      'relay-udp': 'works',
      'relay-tcp': 'none',
      'relay-tls': 'refuses-credentials',
      capture: 'possible',
    });
    const { result, running } = test.doctor.getState();
    expect(result?.cause).toBe('all-good-direct');
    expect(running).toEqual([]);
  });

  it('opens a room nobody knows of, and leaves it', async () => {
    const test = setUp();
    test.doctor.examine(fromHome);
    await answer(test);
    const socket = test.server.latest;
    expect(socket.received.map(({ type }) => type)).toEqual(['open-room', 'leave']);
    expect(socket.isClosedByClient).toBe(true);
  });

  it('shows which check is running', async () => {
    const test = setUp();
    test.doctor.examine(fromHome);
    expect(test.doctor.getState().running).toEqual(['server']);
    await settle();
    expect(test.doctor.getState().running).toEqual(['socket']);
    expect(found(test).server).toBe('reached');
    expect(test.doctor.getState().result).toBeNull();
  });

  it('asks every ICE server by itself, and the STUN servers once more together', async () => {
    const test = setUp();
    test.doctor.examine(fromHome);
    await answer(test);
    const urls = test.asked.map((request) => request.iceServers.flatMap((server) => server.urls));
    const stun = iceServers.slice(0, 2).flatMap((server) => server.urls);
    const turn = iceServers.slice(2).flatMap((server) => server.urls);
    expect(urls).toHaveLength(6);
    expect(urls).toEqual(
      expect.arrayContaining([[], stun, ...[...stun, ...turn].map((url) => [url])]),
    );
  });

  it.each([
    ['lan-only', []],
    ['relay-only', iceServers.slice(2).flatMap((server) => server.urls)],
  ] as const)('asks nobody that the person’s choice %s leaves out', async (policy, allowed) => {
    const test = setUp({ pathPolicy: () => policy });
    test.doctor.examine(fromHome);
    await answer(test);
    const urls = test.asked.flatMap((request) =>
      request.iceServers.flatMap((server) => server.urls),
    );
    expect(urls).toEqual(allowed);
    expect(found(test).stun).toBe('not-used');
    expect(test.doctor.getState().result).not.toBeNull();
  });

  it('goes by the server it is told', async () => {
    const opened: string[] = [];
    const { deps, server } = createDoctorDeps(ordinary);
    const openSocket = (url: string) => {
      opened.push(url);
      return server.openSocket();
    };
    const doctor = createDoctor({ ...deps, openSocket }, app);
    doctor.examine({ ...fromHome, socketUrl: 'wss://other.example/ws' });
    await answer({ server } as ReturnType<typeof setUp>);
    expect(opened).toEqual(['wss://other.example/ws']);
    expect(doctor.getState().findings.server?.outcome, 'another origin cannot be fetched').toBe(
      'unchecked',
    );
  });

  it('says no more once it is stopped, and begins afresh', async () => {
    const test = setUp();
    test.doctor.examine(fromHome);
    await settle();
    test.doctor.stop();
    await answer(test);
    expect(test.doctor.getState()).toEqual({ findings: {}, running: [], result: null });
    test.doctor.examine(fromHome);
    expect(test.doctor.getState().findings).toEqual({});
    await answer(test);
    expect(test.doctor.getState().result?.cause).toBe('all-good-direct');
  });

  it('lets a gathering go when it is stopped', async () => {
    let stopped = 0;
    const test = setUp({
      gather: (request, signal) => {
        signal.addEventListener('abort', () => {
          stopped += 1;
        });
        return request.iceServers.length === 0
          ? Promise.resolve(ordinary(request))
          : endlessGather(request, signal);
      },
    });
    test.doctor.examine(fromHome);
    await answer(test);
    expect(found(test).network).toBe('visible');
    test.doctor.stop();
    expect(stopped).toBe(5);
  });
});

describe('what never answers', () => {
  /** Lets time pass until nothing waits any more. */
  const wait = async ({ clock }: ReturnType<typeof setUp>) => {
    for (let step = 0; step < 12; step += 1) {
      clock.advance(Math.max(...Object.values(DOCTOR)));
      await settle();
    }
  };
  const never = () => new Promise<never>(() => {});

  it.each<[string, Partial<DoctorDeps>, Partial<Record<string, string>>]>([
    [
      'the bridge',
      { bridge: { picker: { kind: 'system' }, signalingAddress: never } },
      { server: 'not-started', socket: 'unchecked' },
    ],
    ['http', { fetchPage: never }, { server: 'no-answer', socket: 'refused', room: 'unchecked' }],
    ['the WebSocket', {}, { server: 'reached', socket: 'refused', stun: 'unchecked' }],
    [
      'gathering, not even when told to end',
      { gather: never },
      { network: 'hidden', udp: 'unknown' },
    ],
    [
      'the list of sources',
      {
        bridge: {
          picker: {
            kind: 'gallery',
            watchSources: () => () => {},
            chooseSource: never,
            askScreenAccess: never,
            openCaptureSettings: never,
          },
          signalingAddress: async () => ({ status: 'failed', message: '' }),
        },
      },
      { capture: 'unknown', server: 'not-started' },
    ],
  ])('does not hold it up: %s', async (_, change, expected) => {
    const test = setUp(change);
    test.doctor.examine(fromHome);
    await settle();
    await wait(test);
    expect(found(test)).toMatchObject(expected);
    expect(test.doctor.getState().result).not.toBeNull();
  });

  it('asks the servers of one’s own too', async () => {
    const relay = { urls: ['turn:own.example'], username: 'u', credential: 'c' };
    const test = setUp({ ownIceServers: () => [relay] });
    test.doctor.examine(fromHome);
    await answer(test, []);
    expect(test.asked.flatMap((request) => request.iceServers)).toContainEqual(relay);
    expect(found(test)).toMatchObject({ 'relay-udp': 'works', 'relay-tls': 'none' });
  });

  it('does not hold it up: ICE servers', async () => {
    const test = setUp({
      gather: (request, signal) =>
        request.iceServers.length === 0
          ? Promise.resolve(ordinary(request))
          : endlessGather(request, signal),
    });
    test.doctor.examine(fromHome);
    await answer(test);
    await wait(test);
    expect(found(test)).toMatchObject({
      udp: 'blocked',
      stun: 'silent',
      'relay-tls': 'no-answer',
    });
    expect(test.doctor.getState().result?.cause).toBe('relay-unreachable');
  });

  it.each([
    [
      'does not open',
      (_: ReturnType<typeof setUp>['server']['latest']) => {},
      'refused',
      'unchecked',
    ],
    [
      'is dropped',
      (socket: ReturnType<typeof setUp>['server']['latest']) => socket.drop(),
      'refused',
      'unchecked',
    ],
    [
      'speaks another language',
      (socket: ReturnType<typeof setUp>['server']['latest']) => socket.sayText('220 smtp.example'),
      'foreign',
      'unchecked',
    ],
    [
      'says nothing after the challenge',
      (socket: ReturnType<typeof setUp>['server']['latest']) => socket.accept(),
      'speaks',
      'silent',
    ],
  ])('a WebSocket that %s', async (_, act, socket, room) => {
    const test = setUp();
    test.doctor.examine(fromHome);
    await settle();
    act(test.server.latest);
    await settle();
    await wait(test);
    expect(found(test)).toMatchObject({ socket, room });
    expect(test.server.latest.isClosedByClient).toBe(true);
  });

  it.each([
    ['{"type":"refused","code":"unsupported-version"}', 'wrong-version'],
    ['{"type":"refused","code":"server-full"}', 'refused'],
    ['{"type":"room-opened","of":"the future"}', 'wrong-version'],
  ])('a server that answers the opening with %s', async (text, room) => {
    const test = setUp();
    test.doctor.examine(fromHome);
    await settle();
    test.server.latest.accept();
    await settle();
    test.server.latest.sayText(text);
    await settle();
    await wait(test);
    expect(found(test).room).toBe(room);
  });
});

describe('credentials', () => {
  it('are seen to be out of date on arrival', async () => {
    const test = setUp();
    test.doctor.examine(fromHome);
    const [expired] = [{ urls: ['turn:relay.example'], username: `${NOW_S}:x`, credential: 'y' }];
    await answer(test, [expired]);
    expect(found(test).room).toBe('expired');
  });
});

describe('the report', () => {
  it('tells what was found', async () => {
    const test = setUp();
    test.doctor.examine(fromHome);
    await answer(test);
    const { findings, result } = test.doctor.getState();
    for (const [check, outcome] of Object.entries(outcomesOf(findings as never))) {
      expect(result?.report).toContain(`\n${check}: ${outcome}`);
    }
    expect(result?.report).toContain('app: 0.1.0 (browser)');
    expect(result?.report).toContain('cause: all-good-direct');
    expect(result?.report).toContain('stun.one.example answers');
    expect(result?.report).toContain('relay.example works');
    expect(result?.report).toContain('host 2');
  });

  it('lets no address, code or secret through', async () => {
    const test = setUp({
      fetchPage: async () => new Response('{"status":"ok","version":"10.0.0.99"}'),
    });
    test.doctor.examine(fromHome);
    await answer(test);
    const { report = '' } = test.doctor.getState().result ?? {};
    const opening = test.server.latest.received[0];
    if (opening?.type !== 'open-room') throw new Error('no room was opened');
    const secrets = [
      USERNAME,
      'member-of-ours',
      CREDENTIAL,
      opening.roomId,
      opening.peerId,
      opening.presenterKey,
      opening.signature,
      'a'.repeat(32),
      'Unauthorized',
    ];
    for (const secret of secrets) expect(report).not.toContain(secret);
    expect(report, 'IPv4').not.toMatch(/\d+\.\d+\.\d+\.\d+/);
    expect(report, 'IPv6').not.toMatch(/[0-9a-f]*::?[0-9a-f]+:/i);
    expect(report, 'mDNS').not.toMatch(/\.local\b/);
    expect(report, 'ports').not.toMatch(/\d{4,}/);
    expect(report).toContain('server by address answers');
  });
});
