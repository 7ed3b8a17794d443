import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bareWebp, webpSizeOf } from './webp.ts';

const text = (value: string) => [...value].map((letter) => letter.charCodeAt(0));
const length = (value: number) => [value & 255, (value >> 8) & 255, 0, 0];
const chunk = (name: string, body: readonly number[]) => [
  ...text(name),
  ...length(body.length),
  ...body,
  ...(body.length % 2 === 1 ? [0] : []),
];
const file = (...chunks: number[][]) => {
  const body = [...text('WEBP'), ...chunks.flat()];
  return Uint8Array.from([...text('RIFF'), ...length(body.length), ...body]);
};
/** 70 x 50, with a few bytes of picture behind. */
const lossless = chunk('VP8L', [0x2f, 69, 0x40 | 0, 12, 0, 1, 2, 3, 4, 5, 6]);
const lossy = chunk('VP8 ', [0, 0, 0, 0x9d, 1, 0x2a, 70, 0, 50, 0, 1, 2, 3, 4, 5, 6]);

describe('WebP', () => {
  it('tells its size before it is decoded', () => {
    expect(webpSizeOf(file(lossless))).toEqual({ width: 70, height: 50 });
    expect(webpSizeOf(file(lossy))).toEqual({ width: 70, height: 50 });
  });

  it('loses everything but its picture', () => {
    const whole = file(chunk('VP8X', Array(10).fill(0)), chunk('ICCP', [1, 2, 3]), lossless);
    expect(webpSizeOf(whole)).toBeUndefined();
    expect(bareWebp(whole)).toEqual(file(lossless));
    expect(bareWebp(file(lossy))).toEqual(file(lossy));
  });

  it('stays as it is when it is none', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 80 }), (bytes) => {
        bareWebp(bytes);
        webpSizeOf(bytes);
      }),
    );
    const cut = file(lossless).subarray(0, 22);
    expect(webpSizeOf(cut)).toBeUndefined();
  });
});
