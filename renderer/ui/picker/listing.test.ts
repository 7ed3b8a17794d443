import { describe, expect, it } from 'vitest';
import { findChosen, kindAfterKey, type Source } from './listing.ts';

const screen: Source = { id: 'screen:1', kind: 'screen', name: 'Screen 1', thumbnail: '' };

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
