import { describe, expect, it } from 'vitest';
import { entryOf } from './entry.ts';

describe('entryOf', () => {
  it.each([
    ['/', '', 'start'],
    ['/', '#ABCDE-12345', 'start'],
    ['/j', '#ABCDE-12345', 'invite'],
    ['/j', '#abcde12345', 'invite'],
    ['/j', '#ABCDE', 'broken-invite'],
    ['/j', '', 'broken-invite'],
  ])('%s%s is %s', (pathname, hash, kind) => {
    expect(entryOf({ pathname, hash }).kind).toBe(kind);
  });
});
