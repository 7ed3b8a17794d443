import { describe, expect, it } from 'vitest';
import { createMemory } from '../memory.ts';
import { pathPolicies, readPathSetting, writePathSetting } from './path-setting.ts';

function setUp() {
  const values = new Map<string, string>();
  const memory = createMemory(() => ({
    getItem: (key) => values.get(key) ?? null,
    setItem: (key, value) => void values.set(key, value),
  }));
  return { memory, values };
}

describe('how pictures travel', () => {
  it('is any way until something else is chosen', () => {
    expect(readPathSetting(setUp().memory)).toBe('any');
  });

  it.each(pathPolicies)('is kept for the next visit: %s', (policy) => {
    const { memory, values } = setUp();
    writePathSetting(memory, policy);
    expect(values.get('sightline.path')).toBe(policy);
    expect(readPathSetting(memory)).toBe(policy);
  });

  it('is any way when what is kept makes no sense', () => {
    const { memory, values } = setUp();
    values.set('sightline.path', 'by-pigeon');
    expect(readPathSetting(memory)).toBe('any');
  });
});
