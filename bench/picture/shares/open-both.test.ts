import { describe, expect, it } from 'vitest';
import { openBoth } from './open-both.ts';

describe('openBoth', () => {
  const closable = (closed: string[], name: string) => ({
    close: async () => {
      closed.push(name);
    },
  });

  it('hands both over', async () => {
    const closed: string[] = [];
    const [first, second] = [closable(closed, 'first'), closable(closed, 'second')];
    expect(await openBoth(Promise.resolve(first), Promise.resolve(second))).toEqual([
      first,
      second,
    ]);
    expect(closed).toEqual([]);
  });

  it('leaves nothing open where one fails, whichever is the later', async () => {
    const closed: string[] = [];
    const late = Promise.resolve().then(() => closable(closed, 'late'));
    await expect(openBoth(Promise.reject(new Error('no')), late)).rejects.toThrow('no');
    const early = Promise.resolve(closable(closed, 'early'));
    await expect(openBoth(early, Promise.reject(new Error('no')))).rejects.toThrow('no');
    expect(closed).toEqual(['late', 'early']);
  });
});
