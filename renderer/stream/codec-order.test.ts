import { describe, expect, it } from 'vitest';
import { codecOf, inCodecOrder } from './codec-order.ts';

const codecs = ['VP8', 'rtx', 'H264', 'AV1', 'VP9', 'red'].map((name) => ({
  mimeType: `video/${name}`,
}));
const names = (order: readonly { mimeType: string }[]) =>
  order.map(({ mimeType }) => mimeType.slice(6));

describe('the order of codecs', () => {
  it('puts the wanted ones first and what repairs losses last, and drops none', () => {
    expect(names(inCodecOrder(codecs, ['AV1', 'VP8']))).toEqual([
      'AV1',
      'VP8',
      'H264',
      'VP9',
      'rtx',
      'red',
    ]);
  });

  it('knows a codec by its MIME type in any case', () => {
    expect(codecOf('video/vp8')).toBe('VP8');
    expect(codecOf('VIDEO/H264')).toBe('H264');
    expect(codecOf('video/rtx')).toBeUndefined();
    expect(codecOf('audio/VP8')).toBeUndefined();
  });
});
