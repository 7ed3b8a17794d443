import { describe, expect, it } from 'vitest';
import { cssSizeOf } from './picture-size.ts';

describe('cssSizeOf', () => {
  it('maps one source pixel to one device pixel', () => {
    expect(cssSizeOf({ width: 1920, height: 1080 }, 1)).toEqual({ width: 1920, height: 1080 });
    expect(cssSizeOf({ width: 1920, height: 1080 }, 1.5)).toEqual({ width: 1280, height: 720 });
  });
});
