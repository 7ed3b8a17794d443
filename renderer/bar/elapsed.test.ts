import { describe, expect, it } from 'vitest';
import { elapsedText } from './elapsed.ts';

describe('the time since the share began', () => {
  it.each([
    [0, '0:00'],
    [999, '0:00'],
    [61_000, '1:01'],
    [3_599_999, '59:59'],
    [3_600_000, '1:00:00'],
    [36_061_000, '10:01:01'],
    // The clock was set back.
    [-5_000, '0:00'],
  ])('%d ms reads %s', (elapsedMs, text) => {
    expect(elapsedText(elapsedMs)).toBe(text);
  });
});
