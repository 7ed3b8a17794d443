import { createHash } from 'node:crypto';
import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { decodeXorAddress, encodeXorAddress } from './stun-address.ts';
import { attributes, encodeRequest, methods, parseResponse } from './stun-message.ts';

const hex = (text: string) => Buffer.from(text.replace(/\s/g, ''), 'hex');

test('RFC 5769 section 2.4: a signed request is written byte for byte', () => {
  const [username, realm, password] = ['マトリックス', 'example.org', 'TheMatrIX'];
  const key = createHash('md5').update(`${username}:${realm}:${password}`).digest();
  const attribute = (type: number, text: string) => ({ type, value: Buffer.from(text) });
  const request = encodeRequest(
    methods.binding,
    hex('78ad3433c6ad72c029da412e'),
    [
      attribute(attributes.username, username),
      attribute(attributes.nonce, 'f//499k954d6OL34oL9FSTvy64sA'),
      attribute(attributes.realm, realm),
    ],
    key,
  );
  expect(request).toEqual(
    hex(`0001 0060 2112a442 78ad3433c6ad72c029da412e
      0006 0012 e3839ee38388e383aae38383e382afe382b9 0000
      0015 001c 662f2f3439396b39353464364f4c33346f4c394653547679363473 41
      0014 000b 6578616d706c652e6f7267 00
      0008 0014 f67024656dd64a3e02b8e0712e85c9a28ca89666`),
  );
});

const transactionId = hex('b7e7a701bc34d686fa87dfae');

test.each([
  ['192.0.2.1', '0001 a147 e112a643', '192.0.2.1'],
  [
    '2001:db8:1234:5678:11:2233:4455:6677',
    '0002 a147 0113a9fa a5d3f179 bc25f4b5 bed2b9d9',
    '2001:db8:1234:5678:11:2233:4455:6677',
  ],
])('RFC 5769 sections 2.2 and 2.3: %s in an attribute', (address, bytes, text) => {
  expect(encodeXorAddress(address, 32_853, transactionId)).toEqual(hex(bytes));
  expect(decodeXorAddress(hex(bytes), transactionId)).toEqual({ address: text, port: 32_853 });
});

test.each([
  ['::', '0:0:0:0:0:0:0:0'],
  ['::1', '0:0:0:0:0:0:0:1'],
  ['fe80::1:2', 'fe80:0:0:0:0:0:1:2'],
  ['64:ff9b::', '64:ff9b:0:0:0:0:0:0'],
  ['::ffff:127.0.0.1', '0:0:0:0:0:ffff:7f00:1'],
])('%s in short is %s', (short, full) => {
  const value = encodeXorAddress(short, 9, transactionId);
  expect(decodeXorAddress(value, transactionId)?.address).toBe(full);
});

test('an answer is one only to its own method, whole and in one piece', () => {
  const refusal = hex(`0113 0010 2112a442 ${transactionId.toString('hex')}
    0009 0009 00000401 4e6f206f6b 000000`);
  const answer = parseResponse(refusal, methods.allocate);
  expect(answer).toMatchObject({ isSuccess: false, errorCode: 401, transactionId });
  expect(parseResponse(refusal, methods.binding)).toBeUndefined();
  for (let length = 0; length < refusal.length; length += 1) {
    expect(parseResponse(refusal.subarray(0, length), methods.allocate)).toBeUndefined();
  }
  expect(
    parseResponse(Buffer.concat([refusal, hex('00000000')]), methods.allocate),
  ).toBeUndefined();
  const torn = Buffer.from(refusal);
  torn.writeUInt16BE(0xffff, 22);
  expect(parseResponse(torn, methods.allocate)).toBeUndefined();
});

test('the first of two attributes counts', () => {
  const twice = hex(`0101 0010 2112a442 ${transactionId.toString('hex')}
    0014 0001 61000000 0014 0001 62000000`);
  const realm = parseResponse(twice, methods.binding)?.find(attributes.realm);
  expect(realm?.toString()).toBe('a');
});

test('no bytes make reading throw', async () => {
  const header = hex('0103 0000 2112a442');
  await fc.assert(
    fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
      const body = Buffer.from(bytes);
      const message = Buffer.concat([header, transactionId, body]);
      message.writeUInt16BE(body.length, 2);
      const answer = parseResponse(message, methods.allocate);
      for (const type of Object.values(attributes)) {
        const value = answer?.find(type);
        if (value !== undefined) decodeXorAddress(value, transactionId);
      }
      parseResponse(body, methods.allocate);
    }),
    { numRuns: 2_000 },
  );
});
