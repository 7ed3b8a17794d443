import { ed25519 } from '@noble/curves/ed25519.js';
import { expect, test } from 'vitest';
import { isOpeningSigned } from './opening-signature.ts';
import { createId, createKeys, createOpening } from './testing/test-room.ts';

const nonce = createId() + createId();

test('P46: the holder of the key signs room, peer and nonce', () => {
  const opening = createOpening({ nonce });
  expect(isOpeningSigned(opening, nonce)).toBe(true);
  expect(isOpeningSigned(opening, createId() + createId())).toBe(false);
  expect(isOpeningSigned({ ...opening, roomId: createId() }, nonce)).toBe(false);
  expect(isOpeningSigned({ ...opening, peerId: createId() }, nonce)).toBe(false);
  const { presenterKey } = createKeys();
  expect(isOpeningSigned({ ...opening, presenterKey }, nonce)).toBe(false);
  expect(isOpeningSigned({ ...opening, signature: '0'.repeat(128) }, nonce)).toBe(false);
});

test('P46: what is no key at all signs nothing, and does no harm', () => {
  const opening = createOpening({ nonce });
  for (const presenterKey of ['0', 'f', '7'].map((digit) => digit.repeat(64))) {
    expect(isOpeningSigned({ ...opening, presenterKey }, nonce)).toBe(false);
  }
  expect(isOpeningSigned({ ...opening, presenterKey: 'ab' }, nonce)).toBe(false);
});

test('P46: the page signs with another library, and is understood', () => {
  const secretKey = ed25519.utils.randomSecretKey();
  const opening = createOpening(
    { nonce },
    {
      keys: {
        presenterKey: Buffer.from(ed25519.getPublicKey(secretKey)).toString('hex'),
        sign: (statement) => Buffer.from(ed25519.sign(statement, secretKey)).toString('hex'),
      },
    },
  );
  expect(isOpeningSigned(opening, nonce)).toBe(true);
});
