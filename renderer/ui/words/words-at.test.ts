import { describe, expect, it } from 'vitest';
import { loadWordList } from '../../trust/word-list.ts';
import { wordsAt } from './words-at.ts';

describe('wordsAt', () => {
  it('picks by place, in order', async () => {
    const list = await loadWordList('en');
    expect(wordsAt([2047, 0, 0, 3], list)).toEqual(['zoo', 'abandon', 'abandon', 'about']);
  });

  it('gives whole Korean syllables', async () => {
    expect(wordsAt([0], await loadWordList('ko'))).toEqual(['가격']);
  });
});
