import { describe, expect, it } from 'vitest';
import { createShownPicture } from './shown-picture.ts';

const trackOf = (name: string, contentHint = '') =>
  ({ name, contentHint }) as unknown as MediaStreamTrack;

function setUp() {
  const log: string[] = [];
  const failures: (() => void)[] = [];
  const picture = createShownPicture(
    (captured, onFailed) => {
      const { name } = captured as unknown as { name: string };
      failures.push(onFailed);
      const track = trackOf(`changes of ${name}`);
      const note = (what: string) => () => void log.push(`${what} ${name}`);
      return { track, refresh: note('refresh'), close: note('close') };
    },
    (captured) => log.push(`fall back to ${(captured as unknown as { name: string }).name}`),
  );
  return { picture, log, failures };
}

describe('what viewers are sent of what is captured', () => {
  it('are its changes, encoded for the same purpose', () => {
    const { picture } = setUp();
    const captured = trackOf('a screen', 'text');
    const shown = picture.of(captured);
    expect(shown).toMatchObject({ name: 'changes of a screen', contentHint: 'text' });
    captured.contentHint = 'detail';
    picture.takeHint();
    expect(shown?.contentHint).toBe('detail');
  });

  it('is one source at a time, or none', () => {
    const { picture, log } = setUp();
    picture.of(trackOf('a screen'));
    picture.of(trackOf('a window'));
    picture.refresh();
    picture.close();
    picture.refresh();
    picture.close();
    expect(log).toEqual(['close a screen', 'refresh a window', 'close a window']);
  });

  it('is all that is captured where changes cannot be told, or no more', () => {
    const { picture, log, failures } = setUp();
    picture.of(trackOf('a screen'));
    failures[0]?.();
    expect(log).toEqual(['fall back to a screen']);
    const track = trackOf('a screen');
    expect(
      createShownPicture(
        () => null,
        () => {},
      ).of(track),
    ).toBe(track);
  });
});
