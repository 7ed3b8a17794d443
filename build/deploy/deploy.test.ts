import { execFileSync } from 'node:child_process';
import { createHmac } from 'node:crypto';
import { get } from 'node:http';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { defaultDoctorDeps, examine } from '../../signaling/doctor/examine.ts';
import { parseIceUrl } from '../../signaling/doctor/ice-url.ts';
import { openStunChannel } from '../../signaling/doctor/stun-channel.ts';
import { allocate, bind, type TurnLogin } from '../../signaling/doctor/turn-client.ts';
import type { IceConfiguration } from '../../signaling/protocol.ts';
import { findMissing } from '../../signaling/testing/program.ts';
import {
  type Deployment,
  hasIpv6,
  NAME,
  PAGE,
  SECRET,
  startDeployment,
  TURN_NAME,
} from './testing/deployment.ts';
import { askForIceServers, getPage, openSocket, readFingerprint } from './testing/outside.ts';

const missing = findMissing(['caddy', 'haproxy', 'openssl', 'turnserver']);
const title = 'the deployment as shipped';

describe.skipIf(missing.length > 0)(
  missing.length === 0 ? title : `${title} (not shown here, missing: ${missing.join(', ')})`,
  () => {
    let deployment: Deployment;
    let visitors = 0;
    beforeAll(async () => {
      deployment = await startDeployment({ SIGHTLINE_MAX_SOCKETS_PER_ADDRESS: '4' });
    }, 60_000);
    afterAll(() => deployment?.close(), 30_000);

    /** What the service tells members, with the login in it. */
    const askLogin = async (): Promise<IceConfiguration & { login: TurnLogin }> => {
      // One address may open only so many rooms a minute.
      visitors += 1;
      const ice = await askForIceServers(deployment, { localAddress: `127.0.1.${visitors}` });
      const { username = '', credential = '' } = ice.iceServers.at(-1) ?? {};
      return { ...ice, login: { username, credential } };
    };
    const open = (url: string) => {
      const target = parseIceUrl(url);
      if (target === undefined) throw new Error(`not understood: ${url}`);
      const { ca } = deployment;
      return openStunChannel({ ...target, address: '127.0.0.1', timeoutMs: 5_000, ca });
    };

    const overUdp = () => `turn:${TURN_NAME}:${deployment.turnPort}?transport=udp`;

    test('the web app comes over TLS, under its name', async () => {
      const page = await getPage(deployment, '/');
      expect(page.status).toBe(200);
      expect(page.text).toBe(PAGE);
      expect(page.headers['strict-transport-security']).toBeDefined();
    });

    test('the doctor finds nothing to fix but the port, which is not 443 here', async () => {
      const { ca, httpsPort } = deployment;
      const lookup = async () => ['127.0.0.1'];
      const deps = { ...defaultDoctorDeps, lookup, ca };
      const checks = await examine(`https://${NAME}:${httpsPort}`, deps);
      expect(checks.map(({ name, status }) => `${status} ${name}`)).toEqual([
        ...['ok name', 'ok connection', 'warning certificate', 'ok service', 'ok socket'],
        ...['ok room', 'ok clock', 'ok stun', 'ok turn', 'ok turn', 'ok turn', 'ok reach'],
        'warning turn',
      ]);
    });

    test('http leads to https', async () => {
      const answer = await new Promise<{ status: number | undefined; location: unknown }>(
        (resolve, reject) => {
          const { httpPort: port } = deployment;
          const asking = { host: '127.0.0.1', port, path: '/j', headers: { host: NAME } };
          get(asking, ({ headers, statusCode }) =>
            resolve({ status: statusCode, location: headers.location }),
          ).once('error', reject);
        },
      );
      expect(answer).toEqual({ status: 301, location: `https://${NAME}/j` });
    });

    test('people are counted by their own address, whatever they say of it', async () => {
      const from = (localAddress: string, headers = {}) =>
        openSocket(deployment, { localAddress, headers });
      const full = [1, 2, 3, 4].map(() => from('127.0.0.9'));
      for (const line of full) expect(await line.next()).toMatchObject({ type: 'challenge' });
      const forged = from('127.0.0.9', { 'x-forwarded-for': '203.0.113.7' });
      expect(await forged.next()).toMatchObject({ type: 'refused', code: 'server-full' });
      const other = from('127.0.0.10');
      expect(await other.next()).toMatchObject({ type: 'challenge' });
      for (const { socket } of [...full, forged, other]) socket.terminate();
    });

    test('a relay is had over UDP, TCP and TLS with what the service tells', async () => {
      const { iceServers, login } = await askLogin();
      const [stun, turn] = iceServers;
      const stunChannel = await open(`${stun?.urls[0]}`);
      expect(await bind(stunChannel)).toBe('127.0.0.1');
      stunChannel.close();

      const transports = turn?.urls.map((url) => parseIceUrl(url)?.transport);
      expect(transports).toEqual(['udp', 'tcp', 'tls']);
      for (const url of turn?.urls ?? []) {
        const channel = await open(url);
        const answer = await allocate(channel, login);
        expect(answer).toMatchObject({ isAllocated: true });
        if (answer.isAllocated) await answer.allocation.release();
        channel.close();
      }
    });

    const families = [
      {
        family: 'ipv4' as const,
        outside: '1.1.1.1',
        inside: [
          ...['0.0.0.0', '10.0.0.1', '100.64.0.1', '127.0.0.1', '169.254.169.254', '172.16.0.1'],
          ...['192.0.2.1', '192.168.1.1', '198.18.0.1', '224.0.0.1', '255.255.255.255'],
        ],
      },
      hasIpv6() && {
        family: 'ipv6' as const,
        outside: '2606:4700:4700::1111',
        inside: [
          ...['::', '::1', '::7f00:1', '::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:1.1.1.1'],
          ...['64:ff9b::a00:1', '64:ff9b:1::1', '2001::1', '2002:a00:1::1', 'fd00::1', 'fe80::1'],
          ...['fec0::1', 'ff02::1'],
        ],
      },
    ];
    test.each(families.filter((each) => each !== false))(
      'the relay reaches nobody behind it over $family',
      async ({ family, outside, inside }) => {
        const channel = await open(overUdp());
        const answer = await allocate(channel, (await askLogin()).login, family);
        if (!answer.isAllocated) throw new Error(`refused with ${answer.errorCode}`);
        const { permit, release } = answer.allocation;
        expect(await permit(outside)).toBe(0);
        for (const address of inside) {
          expect([address, await permit(address)]).toEqual([address, 403]);
        }
        await release();
        channel.close();
      },
    );

    const credentialOf = (username: string, secret: string) => ({
      username,
      credential: createHmac('sha1', secret).update(username).digest('base64'),
    });
    const nowS = () => Math.floor(Date.now() / 1000);

    test.each([
      ['another secret', () => credentialOf(`${nowS() + 60}:x`, `${SECRET}0`)],
      ['a time that is over', () => credentialOf(`${nowS() - 60}:x`, SECRET)],
      ['no time', () => credentialOf('x', SECRET)],
    ])('the relay refuses credentials with %s', async (_name, create) => {
      const channel = await open(overUdp());
      expect(await allocate(channel, create())).toEqual({ isAllocated: false, errorCode: 401 });
      channel.close();
    });

    test('one member has only so many allocations, and keeps nobody else out', async () => {
      const { login } = await askLogin();
      const channels: Awaited<ReturnType<typeof open>>[] = [];
      const next = async (user: TurnLogin) => {
        // Each its own TCP port: a UDP port used a moment ago may still be known to the relay.
        const channel = await open(`turn:${TURN_NAME}:${deployment.turnPort}?transport=tcp`);
        channels.push(channel);
        return allocate(channel, user);
      };
      let count = 0;
      let answer = await next(login);
      const release: (() => Promise<void>)[] = [];
      while (answer.isAllocated && count < 100) {
        release.push(answer.allocation.release);
        count += 1;
        answer = await next(login);
      }
      expect([count, answer]).toEqual([60, { isAllocated: false, errorCode: 486 }]);
      expect(await next((await askLogin()).login)).toMatchObject({ isAllocated: true });
      await Promise.all(release.map((give) => give()));
      for (const channel of channels) channel.close();
    });

    test('a renewed certificate is shown without a restart', async () => {
      const before = await readFingerprint(deployment, NAME);
      const other = await readFingerprint(deployment, TURN_NAME);
      const file = deployment.certificateOf(NAME);
      const subject = ['-subj', `/CN=${NAME}`, '-days', '1', '-nodes'];
      execFileSync(
        'openssl',
        [
          ...['req', '-x509', '-newkey', 'rsa:2048', ...subject],
          ...['-keyout', `${file}.key`, '-out', `${file}.crt`],
        ],
        { stdio: 'ignore' },
      );
      await expect
        .poll(() => readFingerprint(deployment, NAME), { timeout: 20_000 })
        .not.toBe(before);
      expect(await readFingerprint(deployment, TURN_NAME)).toBe(other);
    }, 30_000);
  },
);
