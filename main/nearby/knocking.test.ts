import { createServer, request } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import fc from 'fast-check';
import { describe, expect, it, onTestFinished } from 'vitest';
import { createFakeTime } from '../../signaling/testing/fake-time.ts';
import { MAX_KNOCK_BYTES, MAX_WAIT_MS } from './knock-messages.ts';
import { sendKnock } from './send-knock.ts';
import { freshKey, openKnockService, SHARE_ID } from './testing/knock-service.ts';

const SEALED = 'knock1.abc';
const never = () => new AbortController().signal;
const knockOf = (displayName = 'Mina') => ({
  shareId: SHARE_ID,
  displayName,
  publicKey: freshKey(),
});
type Service = Awaited<ReturnType<typeof openKnockService>>;

async function knock(service: Service, message = knockOf(), signal = never()) {
  const before = service.knocks.length;
  const outcome = sendKnock(message, [service.place], signal);
  await service.until(() => service.knocks.length > before);
  const received = service.knocks[before];
  if (!received) throw new Error('nobody was asked');
  return { outcome, received };
}
const post = (service: Service, body: string, headers: Record<string, string> = {}) =>
  fetch(`http://127.0.0.1:${service.port}/nearby/knock`, {
    method: 'POST',
    body,
    headers: { 'Content-Type': 'application/json', ...headers },
  });
const body = (changed: object = {}) => JSON.stringify({ version: 1, ...knockOf(), ...changed });

describe('a knock', () => {
  it('reaches the presenter with name, key, and where it came from', async () => {
    const service = await openKnockService();
    const message = knockOf('민아');
    const { received } = await knock(service, message);
    expect(received).toMatchObject({
      ...message,
      address: '127.0.0.1',
      origin: `http://127.0.0.1:${service.port}`,
    });
  });

  it.each([
    [{ kind: 'allow', sealed: SEALED } as const, { status: 'allowed', sealed: SEALED }],
    [{ kind: 'deny' } as const, { status: 'denied' }],
    [{ kind: 'block' } as const, { status: 'denied' }],
    [{ kind: 'full' } as const, { status: 'full' }],
  ])('is answered %o', async (answer, expected) => {
    const service = await openKnockService();
    const { outcome, received } = await knock(service);
    service.door.answer(received.knockId, answer);
    expect(await outcome).toEqual(expected);
    expect(service.withdrawn).toEqual([]);
  });

  it('is answered once: a second answer, and one for nobody, change nothing', async () => {
    const service = await openKnockService();
    const { outcome, received } = await knock(service);
    service.door.answer('f'.repeat(32), { kind: 'allow', sealed: SEALED });
    service.door.answer(received.knockId, { kind: 'deny' });
    service.door.answer(received.knockId, { kind: 'allow', sealed: SEALED });
    expect(await outcome).toEqual({ status: 'denied' });
  });

  it('is taken back when its person cancels, and the presenter is told', async () => {
    const service = await openKnockService();
    const cancelling = new AbortController();
    const { outcome, received } = await knock(service, knockOf(), cancelling.signal);
    cancelling.abort();
    expect(await outcome).toEqual({ status: 'cancelled' });
    await service.until(() => service.withdrawn.length > 0);
    expect(service.withdrawn).toEqual([received.knockId]);
    expect(await sendKnock(knockOf(), [service.place], cancelling.signal)).toEqual({
      status: 'cancelled',
    });
  });

  it('ends when the share does', async () => {
    const service = await openKnockService();
    const { outcome } = await knock(service);
    service.door.close();
    expect(await outcome).toEqual({ status: 'gone' });
    expect(await sendKnock(knockOf(), [service.place], never())).toEqual({ status: 'gone' });
  });

  it('ends when nobody decides, and the presenter is not asked any more', async () => {
    const time = createFakeTime();
    const service = await openKnockService(time);
    const { outcome, received } = await knock(service);
    time.advance(MAX_WAIT_MS);
    expect(await outcome).toEqual({ status: 'timed-out' });
    expect(service.withdrawn).toEqual([received.knockId]);
  });

  it('goes on to the next address where the first lets nobody in', async () => {
    const service = await openKnockService();
    const closed = createServer();
    await new Promise<void>((resolve) => closed.listen(0, '127.0.0.1', resolve));
    const { port } = closed.address() as AddressInfo;
    await new Promise((resolve) => closed.close(resolve));
    const nowhere = { address: '127.0.0.1', port };
    expect(await sendKnock(knockOf(), [nowhere], never())).toEqual({ status: 'unreachable' });
    expect(await sendKnock(knockOf(), [], never())).toEqual({ status: 'gone' });
    const outcome = sendKnock(knockOf(), [nowhere, service.place], never());
    await service.until(() => service.knocks.length > 0);
    service.door.answer(service.knocks[0]?.knockId ?? '', { kind: 'deny' });
    expect(await outcome).toEqual({ status: 'denied' });
  });

  it('is refused where the share is not offered', async () => {
    const service = await openKnockService({ isOffered: () => false });
    expect(await sendKnock(knockOf(), [service.place], never())).toEqual({ status: 'gone' });
  });
});

describe('a hostile knock', () => {
  it.each([
    ['no JSON', 'hello', 400, 'bad-knock'],
    ['an array', '[]', 400, 'bad-knock'],
    ['a key that is none', body({ publicKey: 'xyz' }), 400, 'bad-knock'],
    ['another field', body({ admin: true }), 400, 'bad-knock'],
    ['a name of kilobytes', body({ displayName: 'x'.repeat(1_000) }), 400, 'bad-knock'],
    ['another version', body({ version: 2 }), 400, 'unsupported-version'],
    ['another share', body({ shareId: 'b'.repeat(32) }), 404, 'no-such-share'],
    ['too much', 'x'.repeat(MAX_KNOCK_BYTES + 1), 413, 'too-large'],
  ])('with %s is refused, and nobody is asked', async (_, text, status, refused) => {
    const service = await openKnockService();
    const response = await post(service, text);
    expect([response.status, await response.json()]).toEqual([status, { refused }]);
    expect(service.knocks).toEqual([]);
  });

  it('from a web page is refused, even with the right type', async () => {
    const service = await openKnockService();
    const fromPage = await post(service, body(), { Origin: 'http://127.0.0.1' });
    expect([fromPage.status, await fromPage.json()]).toEqual([403, { refused: 'not-for-pages' }]);
    // What a page may send anywhere without being asked first.
    const simple = await post(service, body(), { 'Content-Type': 'text/plain' });
    expect([simple.status, await simple.json()]).toEqual([415, { refused: 'wrong-type' }]);
    expect(service.knocks).toEqual([]);
  });

  it('sent a second time as it was is refused', async () => {
    const service = await openKnockService();
    const message = knockOf();
    const { outcome, received } = await knock(service, message);
    service.door.answer(received.knockId, { kind: 'deny' });
    await outcome;
    const replay = await post(service, JSON.stringify({ version: 1, ...message }));
    expect(await replay.json()).toEqual({ refused: 'used-before' });
    expect(service.knocks).toHaveLength(1);
  });

  it('beside another one from the same address is refused', async () => {
    const service = await openKnockService();
    const { outcome, received } = await knock(service);
    expect(await sendKnock(knockOf(), [service.place], never())).toEqual({ status: 'busy' });
    service.door.answer(received.knockId, { kind: 'deny' });
    expect(await outcome).toEqual({ status: 'denied' });
  });

  it('after many others has to wait, whatever it says', async () => {
    const service = await openKnockService();
    const refusals: unknown[] = [];
    for (let index = 0; index < 8; index += 1) {
      refusals.push(await (await post(service, 'hello')).json());
    }
    expect(refusals.slice(0, 6)).toEqual(Array(6).fill({ refused: 'bad-knock' }));
    expect(refusals.slice(6)).toEqual(Array(2).fill({ refused: 'too-many-knocks' }));
    expect(await sendKnock(knockOf(), [service.place], never())).toEqual({ status: 'busy' });
    expect(service.knocks).toEqual([]);
  });

  it('in any number from one address keeps no other address from being heard', async () => {
    const service = await openKnockService();
    const from = (localAddress: string, text: string) =>
      new Promise<number | undefined>((resolve) => {
        const headers = { 'Content-Type': 'application/json' };
        const target = { host: '127.0.0.1', port: service.port, path: '/nearby/knock' };
        const sending = request({ ...target, method: 'POST', headers, localAddress });
        sending.once('response', (response) => resolve(response.statusCode));
        sending.end(text);
      });
    const flood = Array.from({ length: 150 }, () => from('127.0.0.66', 'hello'));
    expect(await Promise.all(flood)).not.toContain(200);
    const { outcome, received } = await knock(service);
    service.door.answer(received.knockId, { kind: 'deny' });
    expect(await outcome).toEqual({ status: 'denied' });
  });

  it('from somebody blocked, here or in the room, asks nobody', async () => {
    const service = await openKnockService();
    const { outcome, received } = await knock(service);
    service.door.answer(received.knockId, { kind: 'block' });
    await outcome;
    expect(await sendKnock(knockOf(), [service.place], never())).toEqual({ status: 'denied' });
    expect(service.knocks).toHaveLength(1);

    const other = await openKnockService({ isBlocked: (address) => address === '127.0.0.1' });
    expect(await sendKnock(knockOf(), [other.place], never())).toEqual({ status: 'denied' });
    expect(other.knocks).toEqual([]);
  });

  it('can still be blocked after it was cancelled', async () => {
    const service = await openKnockService();
    const cancelling = new AbortController();
    const { received } = await knock(service, knockOf(), cancelling.signal);
    cancelling.abort();
    await service.until(() => service.withdrawn.length > 0);
    service.door.answer(received.knockId, { kind: 'block' });
    expect(await sendKnock(knockOf(), [service.place], never())).toEqual({ status: 'denied' });
  });

  it('of any shape is refused or asked about, and the next good one is heard', async () => {
    const anything = fc.oneof(
      fc.string(),
      fc.json(),
      fc.record({ version: fc.anything(), publicKey: fc.anything() }).map((it) => {
        try {
          return JSON.stringify(it) ?? '';
        } catch {
          return '';
        }
      }),
    );
    await fc.assert(
      fc.asyncProperty(anything, async (text) => {
        const service = await openKnockService();
        const response = await post(service, text);
        expect(response.status).toBeGreaterThanOrEqual(400);
        const { outcome, received } = await knock(service);
        service.door.answer(received.knockId, { kind: 'deny' });
        expect(await outcome).toEqual({ status: 'denied' });
      }),
      { numRuns: 60 },
    );
  });

  it('cut off in the middle leaves nothing behind', async () => {
    const service = await openKnockService();
    await new Promise<void>((resolve) => {
      const socket = connect(service.port, '127.0.0.1', () => {
        const head = 'POST /nearby/knock HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n';
        socket.write(`${head}Content-Length: 100\r\n\r\n{"version"`, () => socket.destroy());
      });
      socket.once('close', () => resolve());
    });
    const { outcome, received } = await knock(service);
    service.door.answer(received.knockId, { kind: 'deny' });
    expect(await outcome).toEqual({ status: 'denied' });
  });
});

describe('a hostile presenter', () => {
  async function answerWith(status: number, text: string) {
    const server = createServer((_request, response) => {
      response.writeHead(status).end(text);
    });
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    return sendKnock(knockOf(), [{ address: '127.0.0.1', port }], never());
  }

  it.each([
    ['no line of ours', 200, '<html>\n', 'failed'],
    ['an invite that is not sealed', 200, '{"status":"allowed","sealed":"ABCDE"}\n', 'failed'],
    ['a line without end', 200, 'x'.repeat(20_000), 'failed'],
    ['reminders without end', 200, '{"status":"asking"}\n'.repeat(5_000), 'failed'],
    ['nothing at all', 200, '', 'gone'],
    ['an error of its own', 500, 'oops', 'failed'],
    ['a page not found', 404, '<html>', 'gone'],
    ['another version', 400, '{"refused":"unsupported-version"}', 'version'],
  ])('that answers with %s is told from a good one', async (_, status, text, expected) => {
    expect(await answerWith(status, text)).toEqual({ status: expected });
  });
});
