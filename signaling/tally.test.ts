import { expect, test } from 'vitest';
import { createTally } from './tally.ts';

test('counts up and down, and never below none', () => {
  const tally = createTally();
  tally.add('a');
  tally.add('a');
  tally.add('__proto__');
  expect(['a', 'b', '__proto__'].map(tally.count)).toEqual([2, 0, 1]);
  for (let times = 0; times < 3; times += 1) tally.remove('a');
  tally.add('a');
  expect(tally.count('a')).toBe(1);
});
