import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseRoomCode } from '../../signaling/room-code.ts';
import type { NearbyBridge } from '../bridge/nearby-bridge.ts';
import type { GuestInvite } from '../connection/knock.ts';
import { openRoom, welcome } from '../connection/testing/presenting.ts';
import { createKnockKey, openForKnock, sealToKnock } from '../trust/knock-seal.ts';
import { createNearbyFinder, type FoundShare } from './nearby-finder.ts';
import { createNearbyHost } from './nearby-host.ts';
import { encodeInvite, parseInvite } from './sealed-invite.ts';

const fillRandom = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes);
const SHARE = 'a'.repeat(32);
const KNOCK = '7'.repeat(32);
const code = parseRoomCode('ABCDE-12345');
if (!code) throw new Error('the test code is no code');
const invite: GuestInvite = {
  code,
  socketUrl: 'ws://192.168.1.5:8787/ws',
  guest: { peerId: KNOCK, pass: '1'.repeat(32), presenterKey: '2'.repeat(64) },
};
type Outcome = Awaited<ReturnType<NearbyBridge['knock']>>;
type Listing = Parameters<Parameters<NearbyBridge['watch']>[0]>[0];
type Standing = Awaited<ReturnType<NearbyBridge['open']>>;
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function createFakeBridge() {
  const calls: unknown[][] = [];
  const answers: unknown[][] = [];
  const listeners: {
    listing?: (listing: Listing) => void;
    standing?: (standing: Standing) => void;
    knocked?: Parameters<NearbyBridge['onKnocked']>[0];
    withdrawn?: (id: string) => void;
  } = {};
  const knocks: { shareId: string; publicKey: string; end(outcome: Outcome): void }[] = [];
  let standing: Standing = {
    visibility: 'visible',
    name: 'Mina',
    networks: [{ interfaceName: 'eth0', address: '10.0.0.5', subnet: '10.0.0.0/24' }],
    port: 8787,
    program: '/opt/sightline',
  };
  const nowhere = () => {};
  const bridge: NearbyBridge = {
    watch(listener) {
      calls.push(['watch']);
      listeners.listing = listener;
      return () => void calls.push(['unwatch']);
    },
    knock: ({ shareId, publicKey }) =>
      new Promise((resolve) => knocks.push({ shareId, publicKey, end: resolve })),
    cancelKnock: () => void calls.push(['cancel']),
    async open(offer) {
      calls.push(['open', offer]);
      return standing;
    },
    close: () => void calls.push(['close']),
    answer: (...answer) => void answers.push(answer),
    onStanding(listener) {
      listeners.standing = listener;
      return nowhere;
    },
    onKnocked(listener) {
      listeners.knocked = listener;
      return nowhere;
    },
    onWithdrawn(listener) {
      listeners.withdrawn = listener;
      return nowhere;
    },
  };
  return {
    ...{ bridge, calls, answers, knocks, listeners },
    stand(next: Partial<Standing>) {
      standing = { ...standing, ...next };
      listeners.standing?.(standing);
    },
  };
}

describe('an invite on the local network', () => {
  it('arrives as it was made, and nothing else is one', () => {
    expect(parseInvite(encodeInvite(invite))).toEqual(invite);
    const { guest } = invite;
    for (const changed of [
      { code: 'no code' },
      { socketUrl: 'http://192.168.1.5:8787/ws' },
      { socketUrl: 'ws://192.168.1.5:8787/elsewhere' },
      { socketUrl: `ws://${'x'.repeat(600)}/ws` },
      { guest: { ...guest, pass: 'short' } },
      { extra: 1 },
    ]) {
      expect(parseInvite(JSON.stringify({ ...invite, ...changed }))).toBeUndefined();
    }
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json()), (text) => {
        expect(parseInvite(text)).toBeUndefined();
      }),
    );
  });
});

describe('finding others', () => {
  const share: FoundShare = { id: SHARE, name: 'Mina', computer: 'laptop', networks: [] };
  function setUp() {
    const fake = createFakeBridge();
    const allowed: [GuestInvite, string][] = [];
    const finder = createNearbyFinder({
      bridge: fake.bridge,
      fillRandom,
      onAllowed: (...given) => void allowed.push(given),
    });
    const sealTo = (publicKey: string, text = encodeInvite(invite)) =>
      sealToKnock(text, { shareId: SHARE, publicKey }, fillRandom) ?? '';
    return { ...fake, finder, allowed, sealTo };
  }

  it('shows names without anything that hides or turns around', () => {
    const { finder, listeners } = setUp();
    finder.look();
    const hostile = { ...share, name: '\u202Eanim\n\u0000', computer: 'x'.repeat(500) };
    listeners.listing?.({
      status: 'looking',
      shares: [hostile, { ...share, name: '\u200B', computer: 'desk' }],
    });
    const { listing } = finder.getState();
    expect(listing).toMatchObject({
      shares: [{ name: 'anim', computer: 'x'.repeat(48) }, { name: 'desk' }],
    });
  });

  it('ends with the screen, and takes back what was asked', () => {
    const { finder, calls, listeners } = setUp();
    const stop = finder.look();
    listeners.listing?.({ status: 'looking', shares: [share] });
    finder.ask(share, 'Ada');
    stop();
    expect(calls).toEqual([['watch'], ['unwatch'], ['cancel']]);
    expect(finder.getState()).toEqual({ listing: null, knock: { name: 'none' } });
  });

  it('leads to the share once it is allowed', async () => {
    const { finder, knocks, allowed, sealTo } = setUp();
    finder.ask(share, 'Ada');
    expect(finder.getState().knock).toEqual({ name: 'waiting', share });
    knocks[0]?.end({ status: 'allowed', sealed: sealTo(knocks[0].publicKey) });
    await settle();
    expect(allowed).toEqual([[invite, 'Ada']]);
    expect(finder.getState().knock.name).toBe('none');
  });

  it.each(['denied', 'full', 'gone', 'timed-out', 'unreachable', 'busy', 'version'] as const)(
    'says that it was in vain: %s',
    async (status) => {
      const { finder, knocks } = setUp();
      finder.ask(share, 'Ada');
      knocks[0]?.end({ status });
      await settle();
      expect(finder.getState().knock).toEqual({ name: 'failed', share, problem: status });
    },
  );

  it('believes no invite that was not sealed to this knock, or leads nowhere', async () => {
    const { finder, knocks, allowed, sealTo } = setUp();
    finder.ask(share, 'Ada');
    const { publicKey } = createKnockKey(fillRandom);
    knocks[0]?.end({ status: 'allowed', sealed: sealTo(publicKey) });
    await settle();
    expect(finder.getState().knock).toMatchObject({ problem: 'failed' });
    finder.ask(share, 'Ada');
    knocks[1]?.end({ status: 'allowed', sealed: sealTo(knocks[1].publicKey, '{}') });
    await settle();
    expect(finder.getState().knock).toMatchObject({ problem: 'failed' });
    expect(allowed).toEqual([]);
  });

  it('makes a new key for every knock', () => {
    const { finder, knocks } = setUp();
    finder.ask(share, 'Ada');
    finder.cancel();
    finder.ask(share, 'Ada');
    expect(knocks[0]?.publicKey).not.toBe(knocks[1]?.publicKey);
  });

  it('does not go in after it was cancelled', async () => {
    const { finder, knocks, allowed, sealTo } = setUp();
    finder.ask(share, 'Ada');
    finder.cancel();
    knocks[0]?.end({ status: 'allowed', sealed: sealTo(knocks[0].publicKey) });
    await settle();
    expect(allowed).toEqual([]);
    expect(finder.getState().knock.name).toBe('none');
  });
});

describe('a share on the local network', () => {
  async function share() {
    const fake = createFakeBridge();
    const room = await openRoom();
    const { presenter } = room;
    const host = createNearbyHost({
      bridge: fake.bridge,
      presenter,
      ownName: () => 'Mina',
      fillRandom,
    });
    // The room was open before anybody listened; the next change tells.
    presenter.setPaused(true);
    await settle();
    const link = () => room.open().invite.link;
    return { ...fake, ...room, host, link };
  }
  const offer = { name: 'Mina', isOpen: true, interfaceName: null };

  it('is offered once while it runs, and withdrawn with it', async () => {
    const { calls, presenter } = await share();
    presenter.setPaused(false);
    expect(calls).toEqual([['open', offer]]);
    presenter.stop();
    expect(calls).toEqual([['open', offer], ['close']]);
  });

  it('is not told of while nobody new may ask', async () => {
    const { calls, presenter } = await share();
    presenter.setLocked(true);
    presenter.setLocked(false);
    expect(calls.slice(1)).toEqual([
      ['open', { ...offer, isOpen: false }],
      ['open', offer],
    ]);
  });

  const key = createKnockKey(fillRandom);
  const knock = {
    knockId: KNOCK,
    shareId: SHARE,
    displayName: '\u202EAda',
    publicKey: key.publicKey,
    address: '10.0.0.7',
    origin: 'http://10.0.0.5:8787',
  };

  it('gives its code to whoever was allowed, sealed, with the address they reached', async () => {
    const { listeners, answers, presenter, open, opening } = await share();
    listeners.knocked?.(knock);
    expect(open().viewers).toMatchObject([{ name: 'Ada', nearbyAddress: '10.0.0.7' }]);
    expect(answers).toEqual([]);
    presenter.approve(KNOCK);
    const [id, answer] = answers[0] as [string, { kind: string; sealed: string }];
    expect([id, answer.kind]).toEqual([KNOCK, 'allow']);
    expect(JSON.stringify(answer)).not.toContain(open().invite.code);
    const opened = openForKnock(answer.sealed, { shareId: SHARE, ...key });
    expect(parseInvite(opened ?? '')).toMatchObject({
      code: open().invite.code,
      socketUrl: 'ws://10.0.0.5:8787/ws',
      guest: { peerId: KNOCK, presenterKey: opening.presenterKey },
    });
  });

  it('passes on a refusal, and forgets who has gone', async () => {
    const { listeners, answers, presenter, open } = await share();
    listeners.knocked?.(knock);
    presenter.block(KNOCK);
    expect(answers).toEqual([[KNOCK, { kind: 'block' }]]);
    listeners.knocked?.({ ...knock, knockId: '8'.repeat(32) });
    listeners.withdrawn?.('8'.repeat(32));
    expect(open().viewers).toEqual([]);
  });

  it('gives a weak key nothing', async () => {
    const { listeners, answers, presenter } = await share();
    listeners.knocked?.({ ...knock, publicKey: '0'.repeat(64) });
    presenter.approve(KNOCK);
    expect(answers).toEqual([[KNOCK, { kind: 'deny' }]]);
  });

  const wifi = { interfaceName: 'wlan0', address: '192.168.1.5', subnet: '192.168.1.0/24' };
  const cable = { interfaceName: 'eth0', address: '10.0.0.5', subnet: '10.0.0.0/24' };

  it('has its link name the network that was chosen', async () => {
    const { stand, host, link, calls } = await share();
    stand({ networks: [cable, wifi] });
    expect(link(), welcome.origins[0]).toMatch(/^http:\/\/10\.0\.0\.5:8787\/j#/);
    host.chooseNetwork('wlan0');
    await settle();
    expect(link()).toMatch(/^http:\/\/192\.168\.1\.5:8787\/j#/);
    expect(calls.at(-1)).toEqual(['open', { ...offer, interfaceName: 'wlan0' }]);
  });

  it('has its link follow when its network is gone, and else stay', async () => {
    const { stand, link } = await share();
    stand({ networks: [wifi, cable] });
    expect(link()).toContain('10.0.0.5');
    stand({ networks: [wifi] });
    expect(link()).toContain('192.168.1.5');
    stand({ networks: [] });
    expect(link()).toContain('192.168.1.5');
  });

  it('leaves a link alone that leads to another server', async () => {
    const { bridge, stand } = createFakeBridge();
    const { presenter, open } = await openRoom();
    presenter.setInviteOrigin('https://share.example.org:8787');
    const host = createNearbyHost({ bridge, presenter, ownName: () => '', fillRandom });
    presenter.setPaused(true);
    await settle();
    stand({ networks: [wifi, cable] });
    host.chooseNetwork('wlan0');
    await settle();
    expect(host.getState().standing?.networks).toEqual([wifi, cable]);
    expect(open().invite.link).toMatch(/^https:\/\/share\.example\.org:8787\/j#/);
  });
});
