import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Requests } from '../preload/contract.ts';
import { PAGE_ORIGIN, PAGE_URL } from './app-page.ts';
import { argumentSchemas } from './argument-schemas.ts';
import {
  answerRequests,
  emitTo,
  isTrustedSender,
  type RequestHandlers,
  type Sender,
} from './ipc.ts';

type Answer = (event: Sender, ...args: unknown[]) => unknown;

function answering(isTrusted: boolean) {
  const answers = new Map<string, Answer>();
  const asked: unknown[][] = [];
  const handlers = Object.fromEntries(
    Object.keys(argumentSchemas).map((channel) => [
      channel,
      async (...args: unknown[]) => asked.push([channel, ...args]),
    ]),
  ) as unknown as RequestHandlers;
  const ipcMain = { handle: (channel: string, answer: Answer) => answers.set(channel, answer) };
  answerRequests(ipcMain as never, handlers, () => isTrusted);
  const ask = (channel: keyof Requests, ...args: unknown[]) =>
    answers.get(channel)?.({ senderFrame: null } as Sender, ...args);
  return { answers, asked, ask };
}
const frame = (url: string, parent: unknown = null) => ({ senderFrame: { url, parent } }) as Sender;

describe('the answering side of the contract', () => {
  it('answers every request there is, and passes parsed arguments on', () => {
    const { answers, asked, ask } = answering(true);
    expect([...answers.keys()].sort()).toEqual(Object.keys(argumentSchemas).sort());
    ask('sources:choose', 'window:123:0', true);
    expect(asked).toEqual([['sources:choose', 'window:123:0', true]]);
  });

  it('answers nobody it does not trust', () => {
    const { asked, ask } = answering(false);
    expect(() => ask('app:describe')).toThrow('untrusted-sender');
    expect(asked).toEqual([]);
  });

  it('refuses arguments that do not parse, whatever they are', () => {
    const { asked, ask } = answering(true);
    const channels = Object.keys(argumentSchemas) as (keyof Requests)[];
    fc.assert(
      fc.property(
        fc.constantFrom(...channels),
        fc.array(fc.anything({ withNullPrototype: true }), { minLength: 1, maxLength: 3 }),
        (channel, args) => {
          expect(() => ask(channel, ...args)).toThrow('bad-arguments');
        },
      ),
      { numRuns: 10_000 },
    );
    expect(asked).toEqual([]);
  });
});

describe('requests about settings', () => {
  it('pass a change on as it was parsed', () => {
    const { asked, ask } = answering(true);
    ask('settings:change', { theme: 'dark', serverUrl: 'https://share.example.org' });
    ask('server:check', 'http://10.0.0.5:8787');
    expect(asked).toEqual([
      ['settings:change', { theme: 'dark', serverUrl: 'https://share.example.org' }],
      ['server:check', 'http://10.0.0.5:8787'],
    ]);
  });

  it.each([
    ['settings:change', { theme: 'pink' }],
    ['settings:change', { updates: true, toString: 1 }],
    ['settings:change', JSON.parse('{"updates":true,"__proto__":{"updates":false}}')],
    ['settings:change', { serverUrl: 'file:///etc/passwd' }],
    ['settings:change', { iceServers: [{ url: 'turn:x y', username: 'a', credential: 'b' }] }],
    ['server:check', 'http://10.0.0.5:8787/admin?x=1'],
    ['server:check', 'file:///etc/passwd'],
    ['server:check', 'http://ada:pw@10.0.0.5'],
  ] as const)('refuse %s of %j', (channel, argument) => {
    const { asked, ask } = answering(true);
    expect(() => ask(channel, argument)).toThrow('bad-arguments');
    expect(asked).toEqual([]);
  });
});

describe('a sender', () => {
  it('is trusted only as the top frame of our own page', () => {
    expect(isTrustedSender(frame(PAGE_URL), PAGE_ORIGIN)).toBe(true);
  });

  it.each([
    ['a frame inside our page', frame(PAGE_URL, {})],
    ['a frame that is gone', { senderFrame: null } as Sender],
    ['another host of our scheme', frame('app://sightline.evil/index.html')],
    ['a look-alike scheme', frame('app2://sightline/index.html')],
    ['the web', frame('https://sightline/index.html')],
    ['a file', frame('file:///sightline/index.html')],
    ['an empty page', frame('')],
    ['credentials before the host', frame('app://sightline@evil/index.html')],
  ])('is not trusted as %s', (_who, sender) => {
    expect(isTrustedSender(sender, PAGE_ORIGIN)).toBe(false);
  });
});

describe('telling the page', () => {
  it('is silent towards a window that is gone', () => {
    const sent: unknown[][] = [];
    const page = { send: (...args: unknown[]) => sent.push(args), isDestroyed: () => false };
    emitTo(page as never, 'sources:changed', { status: 'failed' });
    emitTo({ ...page, isDestroyed: () => true } as never, 'sources:changed', { status: 'failed' });
    expect(sent).toEqual([['sources:changed', { status: 'failed' }]]);
  });
});
