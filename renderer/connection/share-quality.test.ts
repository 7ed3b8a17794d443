import { describe, expect, it } from 'vitest';
import { createShareQuality } from './share-quality.ts';

function createTrack() {
  const constraints: MediaTrackConstraints[] = [];
  const track = {
    contentHint: '',
    getConstraints: () => ({ width: { ideal: 3840 } }),
    applyConstraints: async (applied: MediaTrackConstraints) => void constraints.push(applied),
  };
  return { track, constraints };
}

function share(choice: Parameters<typeof createShareQuality>[1]) {
  const { track, constraints } = createTrack();
  const changes: string[] = [];
  const quality = createShareQuality(
    track as unknown as MediaStreamTrack,
    choice,
    (chosen, profile) => changes.push(`${chosen} ${profile}`),
  );
  return { quality, changes, track, constraints };
}

describe('what a share’s picture is made for', () => {
  it('shapes the captured track for it, from the beginning', () => {
    const { track, constraints } = share('smooth-motion');
    expect(track.contentHint).toBe('detail');
    expect(constraints).toEqual([{ width: { ideal: 3840 }, frameRate: { ideal: 60, max: 60 } }]);
  });

  it('follows the content while nobody chose', () => {
    const { quality, changes, track } = share('auto');
    expect(quality.profile()).toBe('sharp-text');
    quality.direct('smooth-motion', 'much-moves');
    quality.direct('smooth-motion', 'much-moves');
    expect(changes).toEqual(['auto smooth-motion']);
    expect(track.contentHint).toBe('detail');
  });

  it('tells why, as long as nobody chose', () => {
    const { quality } = share('auto');
    expect(quality.purpose()).toMatchObject({ choice: 'auto', reason: null });
    quality.direct('smooth-motion', 'much-moves');
    expect(quality.purpose()).toMatchObject({ profile: 'smooth-motion', reason: 'much-moves' });
    quality.choose('sharp-text');
    expect(quality.purpose()).toEqual({
      ...{ choice: 'sharp-text', profile: 'sharp-text', reason: null },
    });
  });

  it('does what the person chose, whatever the content', () => {
    const { quality, changes } = share('auto');
    quality.choose('low-bandwidth');
    quality.direct('smooth-motion', 'much-moves');
    expect(quality.profile()).toBe('low-bandwidth');
    quality.choose('auto');
    expect(changes).toEqual(['low-bandwidth low-bandwidth', 'auto smooth-motion']);
  });

  it('shapes the track that takes the place of the one before, as text until it moves', () => {
    const { quality, changes, track } = share('auto');
    quality.direct('smooth-motion', 'much-moves');
    const next = createTrack();
    quality.setTrack(next.track as unknown as MediaStreamTrack);
    expect(changes).toEqual(['auto smooth-motion', 'auto sharp-text']);
    expect(quality.purpose()).toMatchObject({ profile: 'sharp-text', reason: null });
    expect(next.track.contentHint).toBe('text');
    expect(track.contentHint, 'the one before is left alone').toBe('detail');
    expect(next.constraints).toHaveLength(1);
  });

  it('keeps what the person chose for the track that follows', () => {
    const { quality, changes } = share('smooth-motion');
    const next = createTrack();
    quality.setTrack(next.track as unknown as MediaStreamTrack);
    expect(next.constraints).toEqual([
      { width: { ideal: 3840 }, frameRate: { ideal: 60, max: 60 } },
    ]);
    expect(changes).toEqual([]);
  });
});
