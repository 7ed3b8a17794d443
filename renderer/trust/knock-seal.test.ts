import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKnockKey, openForKnock, sealToKnock } from './knock-seal.ts';

const fillRandom = (bytes: Uint8Array<ArrayBuffer>) => void crypto.getRandomValues(bytes);
const shareId = 'a'.repeat(32);
const key = createKnockKey(fillRandom);
const seal = (text = 'the code') => {
  const sealed = sealToKnock(text, { shareId, publicKey: key.publicKey }, fillRandom);
  if (sealed === undefined) throw new Error('nothing was sealed');
  return sealed;
};

describe('what is sealed to a knock', () => {
  it('opens for whoever knocked, and says nothing to others', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const sealed = seal(text);
        expect(sealed).toMatch(/^knock1\.[A-Za-z0-9_-]+$/);
        expect(openForKnock(sealed, { shareId, ...key })).toBe(text);
      }),
      { numRuns: 30 },
    );
    expect(seal()).not.toBe(seal());
    expect(seal()).not.toContain('code');
  });

  it('does not open with another key, nor for another share', () => {
    const other = createKnockKey(fillRandom);
    expect(openForKnock(seal(), { shareId, ...other })).toBeUndefined();
    expect(
      openForKnock(seal(), { shareId, secretKey: key.secretKey, publicKey: other.publicKey }),
    ).toBeUndefined();
    expect(openForKnock(seal(), { shareId: 'b'.repeat(32), ...key })).toBeUndefined();
  });

  it('does not open once anything of it was changed', () => {
    const sealed = seal();
    for (let index = 0; index < sealed.length; index += 1) {
      const changed = sealed[index] === 'A' ? 'B' : 'A';
      const forged = sealed.slice(0, index) + changed + sealed.slice(index + 1);
      expect(openForKnock(forged, { shareId, ...key }), `at ${index}`).toBeUndefined();
    }
  });

  it('never throws, whatever is given', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(openForKnock(text, { shareId, ...key })).toBeUndefined();
        expect(openForKnock(`knock1.${text}`, { shareId, ...key })).toBeUndefined();
      }),
    );
  });

  it('is not made for a key that makes every secret the same', () => {
    for (const weak of ['0'.repeat(64), `01${'0'.repeat(62)}`]) {
      expect(sealToKnock('code', { shareId, publicKey: weak }, fillRandom)).toBeUndefined();
    }
  });
});
