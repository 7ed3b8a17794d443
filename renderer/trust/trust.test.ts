import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openingStatement, type Role } from '../../signaling/protocol.ts';
import { fromBase64Url, toBase64Url } from './base64.ts';
import { encodeFields } from './fields.ts';
import { createPresenterProver, createViewerProver, type KeyPin } from './link-proof.ts';
import { createPresenterKey, isSignedBy } from './presenter-key.ts';
import { comparisonWords, createProof, isProof, type Transcript } from './proof.ts';
import { createSeal, openGreeting, type PeerPair, sealGreeting } from './seal.ts';
import { loadWordList } from './word-list.ts';

const id = (digit: string) => digit.repeat(32);
const fill = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes);
const roomKey = new Uint8Array(32).fill(1);
const pair: PeerPair = { roomId: id('a'), presenterId: id('b'), viewerId: id('c') };
const sealOf = (role: Role, change: Partial<PeerPair> = {}, key = roomKey) =>
  createSeal(key, { ...pair, ...change }, role, fill);

describe('S1: a sealed signal', () => {
  it('opens for the other side, as the sequence it was sealed as', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.integer({ min: 1 }), (text, sequence) => {
        const sealed = sealOf('presenter').seal(text, sequence);
        expect(sealOf('viewer').open(sealed, sequence)).toBe(text);
      }),
    );
  });

  const sealed = sealOf('presenter').seal('offer', 1);
  it.each<[string, () => string | undefined]>([
    ['replayed as another sequence', () => sealOf('viewer').open(sealed, 2)],
    ['reflected to its sender', () => sealOf('presenter').open(sealed, 1)],
    ['in another room', () => sealOf('viewer', { roomId: id('d') }).open(sealed, 1)],
    ['to another viewer', () => sealOf('viewer', { viewerId: id('d') }).open(sealed, 1)],
    ['from another presenter', () => sealOf('viewer', { presenterId: id('d') }).open(sealed, 1)],
    [
      'without the code',
      () =>
        sealOf(
          'viewer',
          {},
          roomKey.map((byte) => byte + 1),
        ).open(sealed, 1),
    ],
    ['cut short', () => sealOf('viewer').open(sealed.slice(0, -4), 1)],
    ['cut to its nonce', () => sealOf('viewer').open(sealed.slice(0, 40), 1)],
    ['lengthened', () => sealOf('viewer').open(`${sealed}AAAA`, 1)],
    ['not sealed at all', () => sealOf('viewer').open('offer', 1)],
    ['with its prefix taken off', () => sealOf('viewer').open(sealed.slice(8), 1)],
    ['as a greeting', () => openGreeting(roomKey, pair, sealed)],
  ])('does not open %s', (_how, open) => {
    expect(open()).toBeUndefined();
  });

  it('does not open with any one bit changed', () => {
    const bytes = fromBase64Url(sealed.slice(8)) ?? new Uint8Array();
    for (let bit = 0; bit < bytes.length * 8; bit += 1) {
      const changed = bytes.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(sealOf('viewer').open(`sealed1.${toBase64Url(changed)}`, 1)).toBeUndefined();
    }
  });

  it('never looks the same twice, nor like what is in it', () => {
    const again = sealOf('presenter').seal('offer', 1);
    expect(again).not.toBe(sealed);
    expect(atob(sealed.slice(8).replace(/-/g, '+').replace(/_/g, '/'))).not.toContain('offer');
  });
});

describe('S1: a sealed greeting', () => {
  it('opens only for the viewer and the room it was made for', () => {
    const sealed = sealGreeting(roomKey, pair, 'Ada', fill);
    expect(openGreeting(roomKey, pair, sealed)).toBe('Ada');
    expect(openGreeting(roomKey, { ...pair, viewerId: id('d') }, sealed)).toBeUndefined();
    expect(openGreeting(roomKey, { ...pair, roomId: id('d') }, sealed)).toBeUndefined();
    expect(openGreeting(new Uint8Array(32), pair, sealed)).toBeUndefined();
  });
});

const transcript: Transcript = {
  ...pair,
  link: 1,
  presenterFingerprint: 'sha-256 AA',
  viewerFingerprint: 'sha-256 BB',
  presenterKey: '0'.repeat(64),
};
const changes: Partial<Transcript>[] = [
  { roomId: id('d') },
  { presenterId: id('d') },
  { viewerId: id('d') },
  { link: 2 },
  { presenterFingerprint: 'sha-256 AC' },
  { viewerFingerprint: 'sha-256 BC' },
  { presenterFingerprint: 'sha-256 BB', viewerFingerprint: 'sha-256 AA' },
  { presenterKey: '1'.repeat(64) },
];

describe('S2: the proof of the same connection', () => {
  const proof = createProof(roomKey, transcript, 'viewer');
  it('holds for the same transcript, role and key', () => {
    expect(isProof(proof, roomKey, transcript, 'viewer')).toBe(true);
  });
  it.each(changes)('fails when one end sees %j', (change) => {
    expect(isProof(proof, roomKey, { ...transcript, ...change }, 'viewer')).toBe(false);
  });
  it('fails in the other role, without the code, cut short and empty', () => {
    expect(isProof(proof, roomKey, transcript, 'presenter')).toBe(false);
    expect(isProof(proof, new Uint8Array(32), transcript, 'viewer')).toBe(false);
    expect(isProof(proof.slice(0, -1), roomKey, transcript, 'viewer')).toBe(false);
    expect(isProof('', roomKey, transcript, 'viewer')).toBe(false);
  });
});

describe('S2: the two halves', () => {
  const presenterKey = createPresenterKey((bytes) => void bytes.fill(3));
  const usurperKey = createPresenterKey((bytes) => void bytes.fill(4));
  const atPresenter = { link: 1, fingerprints: { local: 'sha-256 AA', remote: 'sha-256 BB' } };
  const atViewer = { link: 1, fingerprints: { local: 'sha-256 BB', remote: 'sha-256 AA' } };
  const proverWith = (key = presenterKey, k = roomKey) =>
    createPresenterProver({ roomKey: k, pair, presenterKey: key });
  const viewerWith = (pin: KeyPin = { key: undefined }) =>
    createViewerProver({ roomKey, pair, pin });

  it('agree, and show both people the same words', () => {
    const pin: KeyPin = { key: undefined };
    const verified = viewerWith(pin).verify(atViewer, proverWith().prove(atPresenter));
    expect(verified && proverWith().isViewerProof(atPresenter, verified.proof)).toBe(true);
    expect(verified?.words).toEqual(proverWith().words(atPresenter));
    expect(pin.key).toBe(presenterKey.publicKey);
  });

  it('disagree when somebody stands between them', () => {
    const between = { link: 1, fingerprints: { local: 'sha-256 BB', remote: 'sha-256 EE' } };
    expect(viewerWith().verify(between, proverWith().prove(atPresenter))).toBeUndefined();
    const verified = viewerWith().verify(atViewer, proverWith().prove(atPresenter));
    const seenThere = { link: 1, fingerprints: { local: 'sha-256 AA', remote: 'sha-256 EE' } };
    expect(proverWith().isViewerProof(seenThere, verified?.proof ?? '')).toBe(false);
  });

  it('disagree on another link, without the code, or with somebody else’s signature', () => {
    const proof = proverWith().prove(atPresenter);
    expect(viewerWith().verify({ ...atViewer, link: 2 }, proof)).toBeUndefined();
    const guessed = proverWith(presenterKey, new Uint8Array(32)).prove(atPresenter);
    expect(viewerWith().verify(atViewer, guessed)).toBeUndefined();
    const { signature } = proverWith(usurperKey).prove(atPresenter);
    expect(viewerWith().verify(atViewer, { ...proof, signature })).toBeUndefined();
  });

  it('hold on to the presenter once met: another key with the code is refused', () => {
    const pin: KeyPin = { key: undefined };
    viewerWith(pin).verify(atViewer, proverWith().prove(atPresenter));
    const usurped = proverWith(usurperKey).prove(atPresenter);
    expect(viewerWith().verify(atViewer, usurped)).toBeDefined();
    expect(viewerWith(pin).verify(atViewer, usurped)).toBeUndefined();
    expect(pin.key).toBe(presenterKey.publicKey);
  });

  it('a signature made to open a room is none on a link, and the other way round', () => {
    const { signature } = proverWith().prove(atPresenter);
    const opening = openingStatement({ roomId: id('a'), peerId: id('b'), nonce: '5'.repeat(64) });
    expect(isSignedBy(presenterKey.publicKey, opening, signature)).toBe(false);
    expect(isSignedBy(presenterKey.publicKey, opening, presenterKey.sign(opening))).toBe(true);
    expect(isSignedBy('not hex', opening, 'zz')).toBe(false);
  });
});

describe('S3: the words to compare aloud', () => {
  const words = comparisonWords(roomKey, transcript);
  it('are four places in a list that has a word for each, in both languages', async () => {
    expect(words).toHaveLength(4);
    for (const language of ['en', 'ko'] as const) {
      const list = await loadWordList(language);
      expect(new Set(list).size).toBe(2048);
      for (const place of words) expect(list[place]).toMatch(/^\p{L}+$/u);
    }
  });
  it.each(changes)('are others when one end sees %j', (change) => {
    expect(comparisonWords(roomKey, { ...transcript, ...change })).not.toEqual(words);
  });
  it('are others without the code', () => {
    expect(comparisonWords(new Uint8Array(32), transcript)).not.toEqual(words);
  });
});

describe('fields and base64', () => {
  it('two different lists of fields never give the same bytes', () => {
    const lists = fc.array(fc.string({ maxLength: 4 }), { maxLength: 4 });
    fc.assert(
      fc.property(lists, lists, (one, other) => {
        const isSame = toBase64Url(encodeFields(...one)) === toBase64Url(encodeFields(...other));
        expect(isSame).toBe(JSON.stringify(one) === JSON.stringify(other));
      }),
    );
  });
  it('base64 has one spelling for each value', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 64 }), (bytes) => {
        expect(fromBase64Url(toBase64Url(bytes))).toEqual(bytes);
      }),
    );
    for (const text of ['A', 'AB', 'AAB', 'A=', '*', 'AA==', '가']) {
      if (text !== 'AA') expect(fromBase64Url(text)).toBeUndefined();
    }
  });
});
