import * as fc from 'fast-check';
import { expect, test } from 'vitest';
import { parseClientFrame } from './parse-frame.ts';
import { LIMITS } from './protocol.ts';
import { readdress, readSignalFrame } from './signal-frame.ts';

const hexId = fc.stringMatching(/^[0-9a-f]{32}$/);
const peerId = 'a'.repeat(32);
const write = (payload: string, sequence: number | string = 1) =>
  `{"type":"signal","peerId":"${peerId}","sequence":${sequence},"payload":"${payload}"}`;

test('P19: what the app writes is found, and readdressed byte for byte', async () => {
  const payload = fc.stringMatching(/^[\w.-]{1,300}$/);
  const sequence = fc.integer({ min: 1, max: 10 ** 15 - 1 });
  await fc.assert(
    fc.property(hexId, hexId, sequence, payload, (to, from, number, text) => {
      const signal = { type: 'signal', peerId: to, sequence: number, payload: text };
      const frame = Buffer.from(JSON.stringify(signal));
      expect(readSignalFrame(frame)).toBe(to);
      readdress(frame, from);
      expect(frame.toString()).toBe(JSON.stringify({ ...signal, peerId: from }));
    }),
  );
});

test('P4: whatever is found is a valid signal to the same peer', async () => {
  const anything = fc.string({ unit: 'binary', maxLength: 40 });
  const near = fc.tuple(fc.nat({ max: 120 }), fc.nat({ max: 4 }), anything);
  await fc.assert(
    fc.property(anything, near, (payload, [at, removed, inserted]) => {
      const valid = write(payload);
      const text = valid.slice(0, at) + inserted + valid.slice(at + removed);
      for (const frame of [Buffer.from(valid), Buffer.from(text)]) {
        const found = readSignalFrame(frame);
        if (found === undefined) continue;
        expect(parseClientFrame(frame.toString())).toMatchObject({
          isValid: true,
          message: { type: 'signal', peerId: found },
        });
      }
    }),
    { numRuns: 2_000 },
  );
});

test.each([
  ['no payload', write('')],
  ['an escape', write('a\\u0041')],
  ['a broken escape', write('a\\')],
  ['a control character', write('a\u0000')],
  ['a line break', write('a\n')],
  ['a second key after it', write('a","payload":"b')],
  ['sequence 0', write('a', 0)],
  ['a sequence with a zero before it', write('a', '01')],
  ['an unsafe sequence', write('a', '9007199254740993')],
  ['a payload too long', write('a'.repeat(LIMITS.payloadLength + 1))],
  ['something behind it', `${write('a')} `],
  ['something before it', ` ${write('a')}`],
  ['no end', write('a').slice(0, -1)],
  ['a quote instead of a brace', `${write('a').slice(0, -1)}"`],
  ['nothing', ''],
])('a frame with %s is left to the parser', (_, text) => {
  expect(readSignalFrame(Buffer.from(text))).toBeUndefined();
});

test('P2: the longest payload is found, also of characters that take more bytes than units', () => {
  expect(readSignalFrame(Buffer.from(write('a'.repeat(LIMITS.payloadLength))))).toBe(peerId);
  expect(readSignalFrame(Buffer.from(write('é'.repeat(1_000))))).toBe(peerId);
});
