import { describe, expect, it } from 'vitest';
import { outlineOf } from './qr-outline.ts';

describe('outlineOf', () => {
  it('draws each run of dark modules once', () => {
    expect(
      outlineOf([
        [true, true, false, true],
        [false, false, false, false],
        [false, true, false, false],
      ]),
    ).toBe('M0 0h2v1h-2zM3 0h1v1h-1zM1 2h1v1h-1z');
  });
});
