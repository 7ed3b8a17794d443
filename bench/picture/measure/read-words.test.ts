import { describe, expect, it } from 'vitest';
import { cutOut, sharedWords } from './read-words.ts';

describe('sharedWords', () => {
  const original = ['화면', 'peer', 'stream', 'offset'];

  it('is the share of the original’s words, in their order', () => {
    expect(sharedWords(original, original)).toBe(1);
    expect(sharedWords(['화면', 'peer', 'stxeam', 'offset'], original)).toBe(0.75);
    expect(sharedWords([], original)).toBe(0);
  });

  it('gives nothing for words that are there by chance', () => {
    expect(sharedWords(['offset', 'stream', 'peer', '화면'], original)).toBe(0.25);
    expect(sharedWords(['peer', 'peer', 'peer', 'peer'], original)).toBe(0.25);
  });

  it('does not punish words read beside them', () => {
    expect(sharedWords(['x1', ...original, 'x2'], original)).toBe(1);
  });
});

describe('cutOut', () => {
  it('keeps the rows and columns of the part', () => {
    const luma = Uint8Array.from({ length: 12 }, (_, at) => at);
    expect([...cutOut(luma, 4, { x: 1, y: 1, width: 2, height: 2 })]).toEqual([5, 6, 9, 10]);
  });
});
