import { describe, expect, it } from 'vitest';
import { findChosen, indexAfterKey, inKnownOrder, kindAfterKey, type Source } from './listing.ts';

const screen: Source = {
  ...{ id: 'screen:1', kind: 'screen', name: 'Screen 1', thumbnail: '' },
  ...{ label: '', size: null, isOwn: true },
};
const windowOf = (id: string): Source => ({
  id,
  kind: 'window',
  name: id,
  thumbnail: '',
  icon: '',
});

describe('findChosen', () => {
  it('finds the chosen source', () => {
    expect(findChosen([screen], 'screen', 'screen:1')).toBe(screen);
  });

  it('forgets a source that is gone or on the other tab', () => {
    expect(findChosen([], 'screen', 'screen:1')).toBeUndefined();
    expect(findChosen([screen], 'window', 'screen:1')).toBeUndefined();
    expect(findChosen([screen], 'screen', null)).toBeUndefined();
  });
});

describe('kindAfterKey', () => {
  it('goes round in both directions', () => {
    expect(kindAfterKey('screen', 'ArrowRight')).toBe('window');
    expect(kindAfterKey('window', 'ArrowRight')).toBe('screen');
    expect(kindAfterKey('screen', 'ArrowLeft')).toBe('window');
  });

  it('jumps to both ends', () => {
    expect(kindAfterKey('window', 'Home')).toBe('screen');
    expect(kindAfterKey('screen', 'End')).toBe('window');
  });

  it('leaves other keys alone', () => {
    expect(kindAfterKey('screen', 'Tab')).toBeUndefined();
  });
});

describe('a listing that is refreshed', () => {
  it('stays in order, with what is new at the end', () => {
    const known = ['a', 'b', 'c'].map(windowOf);
    const newest = ['d', 'c', 'a'].map(windowOf);
    expect(inKnownOrder(known, newest).map(({ id }) => id)).toEqual(['a', 'c', 'd']);
    expect(inKnownOrder([], newest)).toEqual(newest);
  });
});

describe('arrow keys among the sources', () => {
  const grid = { count: 5, columns: 3 };
  it.each([
    [0, 'ArrowRight', 1],
    [4, 'ArrowRight', 4],
    [0, 'ArrowLeft', 0],
    [1, 'ArrowDown', 4],
    [2, 'ArrowDown', 4],
    [4, 'ArrowUp', 1],
    [2, 'ArrowUp', null],
    [2, 'Home', 0],
    [2, 'End', 4],
    [2, 'Enter', undefined],
  ] as const)('from %i by %s to %s', (index, key, next) => {
    expect(indexAfterKey(index, key, grid)).toBe(next);
  });
});
