import { expect, test } from 'vitest';
import { createEarlyBudget, spendEarly } from './early-budget.ts';

test('P21: so many of each kind from each side, and none is paid for with another', () => {
  const budget = createEarlyBudget();
  for (const role of ['presenter', 'viewer'] as const) {
    for (const type of ['signal', 'signal-ack'] as const) {
      let count = 0;
      while (spendEarly(budget, role, type, 4_096)) count += 1;
      expect(count).toBe(64);
    }
  }
});

test('P21: long frames count as several; one that is refused counts as none', () => {
  const budget = createEarlyBudget();
  const pay = (byteCount: number) => spendEarly(budget, 'viewer', 'signal', byteCount);
  for (let count = 0; count < 4; count += 1) expect(pay(15 * 4_096)).toBe(true);
  expect(pay(5 * 4_096)).toBe(false);
  for (let count = 0; count < 4; count += 1) expect(pay(4_096)).toBe(true);
  expect(pay(1)).toBe(false);
});

test('P21: every stay has a budget of its own', () => {
  const [one, other] = [createEarlyBudget(), createEarlyBudget()];
  while (spendEarly(one, 'viewer', 'signal', 1));
  expect(spendEarly(other, 'viewer', 'signal', 1)).toBe(true);
});
