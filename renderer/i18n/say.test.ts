import { describe, expect, it } from 'vitest';
import { createSay } from './say.ts';

describe('texts without a page', () => {
  it('come in the language asked for, with what belongs into them', () => {
    expect(createSay('en')('whileSharing.tray.watching', { count: 3 })).toBe('Watching now: 3');
    expect(createSay('ko')('whileSharing.tray.watching', { count: 3 })).toBe('보고 있는 사람: 3명');
  });

  it('take what is put into them as it is', () => {
    const name = '{{name}} $& $1';
    expect(createSay('en')('whileSharing.join.title', { name })).toBe(
      `${name} asks to see your screen`,
    );
  });
});
