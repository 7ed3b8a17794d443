import { describe, expect, it } from 'vitest';
import type { ContentReading } from '../stream/director/content-meter.ts';
import { directByContent } from './content-director.ts';

const still: ContentReading = {
  changedRatio: 0,
  movingRatio: 0,
  changesPerSecond: 0,
  textChangesPerSecond: 0,
  edgeRatio: 0,
  scrolledRatio: 0,
};

describe('directing by content', () => {
  it('hands each decision on with its reason, until it is ended', () => {
    const told: string[] = [];
    const listeners = new Set<(reading: ContentReading) => void>();
    let nowMs = 0;
    const director = directByContent(
      {
        onReading(listener) {
          listeners.add(listener);
          return () => void listeners.delete(listener);
        },
      },
      { direct: (profile, reason) => told.push(`${profile}: ${reason}`) },
      { now: () => nowMs },
    );
    const read = (reading: ContentReading) => {
      for (const listener of listeners) listener(reading);
      nowMs += 500;
    };
    read(still);
    for (let time = 0; time < 4; time += 1) read({ ...still, movingRatio: 0.5, changedRatio: 0.5 });
    expect(told[0]).toBe('sharp-text: still');
    expect(told[1]).toBe('sharp-text: motion-begins');
    expect(told.at(-1)).toBe('smooth-motion: much-moves');
    director.restart();
    read({ ...still, movingRatio: 0.5, changedRatio: 0.5 });
    expect(told.at(-1), 'another source is text until it is seen to move').toBe(
      'sharp-text: motion-begins',
    );
    director.close();
    expect(listeners.size).toBe(0);
  });
});
