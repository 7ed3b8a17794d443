import { describe, expect, it } from 'vitest';
import { createKeyFrameWishes } from './key-frame-wishes.ts';
import { createManualClock } from './testing/manual-clock.ts';

function wish() {
  const asked: number[] = [];
  const clock = createManualClock();
  const wishes = createKeyFrameWishes((id) => asked.push(id), clock.schedule);
  return { asked, clock, wishes };
}

describe('wishes for key frames', () => {
  it('are one while the key frame is on its way', () => {
    const { asked, clock, wishes } = wish();
    for (let viewer = 0; viewer < 6; viewer += 1) wishes.want(1);
    wishes.want(2);
    clock.advance(900);
    wishes.want(1);
    wishes.granted(1);
    clock.advance(5_000);
    expect(asked).toEqual([1, 2]);
  });

  it('that come after it are kept until the encoder has rested', () => {
    const { asked, clock, wishes } = wish();
    wishes.want(1);
    wishes.granted(1);
    wishes.want(1);
    wishes.want(1);
    expect(asked).toEqual([1]);
    clock.advance(300);
    expect(asked).toEqual([1, 1]);
  });

  it('are repeated when no key frame comes', () => {
    const { asked, clock, wishes } = wish();
    wishes.want(1);
    wishes.want(1);
    clock.advance(1_200);
    expect(asked).toEqual([1, 1]);
  });

  it('end with the sender, and with the share', () => {
    const { asked, clock, wishes } = wish();
    for (const id of [1, 2]) for (let wanted = 0; wanted < 2; wanted += 1) wishes.want(id);
    wishes.forget(1);
    wishes.close();
    clock.advance(5_000);
    expect(asked).toEqual([1, 2]);
    expect(clock.waiting()).toBe(0);
  });
});
