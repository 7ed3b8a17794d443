import { describe, expect, it } from 'vitest';
import { createMemory } from './memory.ts';

describe('createMemory', () => {
  it('remembers', () => {
    const values = new Map<string, string>();
    const memory = createMemory(() => ({
      getItem: (key) => values.get(key) ?? null,
      setItem: (key, value) => void values.set(key, value),
    }));
    memory.write('sightline.name', 'Ada');
    expect(memory.read('sightline.name')).toBe('Ada');
  });

  it('survives a blocked storage', () => {
    const memory = createMemory(() => {
      throw new DOMException('blocked', 'SecurityError');
    });
    memory.write('sightline.name', 'Ada');
    expect(memory.read('sightline.name')).toBeNull();
  });
});
