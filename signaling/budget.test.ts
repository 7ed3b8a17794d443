import { expect, test } from 'vitest';
import { createBudget, spend } from './budget.ts';

const rates = { presenterMessagesPerSecond: 200, viewerMessagesPerSecond: 50 };

function countFrames(role: 'presenter' | 'viewer', byteCount: number): number {
  const budget = createBudget(role, rates, 0);
  let frames = 0;
  while (spend(budget, byteCount, 0)) frames += 1;
  return frames;
}

test('P55: how many small frames fit into a burst', () => {
  expect(countFrames('presenter', 0)).toBe(2_000);
  expect(countFrames('presenter', 4_096)).toBe(2_000);
  expect(countFrames('viewer', 100)).toBe(300);
});

test('P55: large frames cost by their bytes', () => {
  expect(countFrames('presenter', 64 * 1024)).toBe(125);
  expect(countFrames('viewer', 8 * 1024)).toBe(150);
});

test('P55: time fills the budget, up to one burst', () => {
  const budget = createBudget('viewer', rates, 0);
  while (spend(budget, 1, 0));
  expect(spend(budget, 1, 10)).toBe(false);
  expect(spend(budget, 1, 1_000)).toBe(true);
  let frames = 0;
  while (spend(budget, 1, 3_600_000)) frames += 1;
  expect(frames).toBe(300);
});

test('P55: a presenter with 16 viewers may send what a restart makes it send', () => {
  expect(countFrames('presenter', 1_500)).toBeGreaterThan(1_000);
});
