import { describe, expect, it } from 'vitest';
import { type ContentReading, createContentMeter } from './content-meter.ts';
import { type DirectorState, initialDirectorState, nextDirectorState } from './director.ts';
import { createSyntheticScreen, type SyntheticScreen } from './testing/synthetic-screen.ts';

const FRAME_MS = 50;
const DECIDE_EVERY_MS = 500;

type Decision = DirectorState & { readonly atMs: number; readonly reading: ContentReading };

/** Paints frame after frame; `paint` says whether there is a new one, as a capture does. */
function createProgramme() {
  const screen = createSyntheticScreen();
  const meter = createContentMeter();
  let state = initialDirectorState;
  let atMs = 0;
  return {
    screen,
    run(seconds: number, paint: (frame: number, screen: SyntheticScreen) => boolean): Decision[] {
      const decisions: Decision[] = [];
      const frames = (seconds * 1_000) / FRAME_MS;
      for (let frame = 0; frame < frames; frame += 1) {
        if (paint(frame, screen)) meter.look(screen.picture(), atMs);
        atMs += FRAME_MS;
        if (atMs % DECIDE_EVERY_MS !== 0) continue;
        const reading = meter.read(atMs);
        state = nextDirectorState(state, reading, atMs);
        decisions.push({ ...state, atMs, reading });
      }
      return decisions;
    },
  };
}

const profilesOf = (decisions: readonly Decision[]) => [
  ...new Set(decisions.map(({ profile }) => profile)),
];
const last = (decisions: readonly Decision[]) => decisions.at(-1)?.reason;
const clip = { x: 100, y: 60, width: 960, height: 540 };
const corner = { x: 1000, y: 500, width: 256, height: 160 };
const nothing = () => false;

function onText() {
  const programme = createProgramme();
  programme.run(1, (frame, screen) => {
    if (frame === 0) screen.text(screen.whole, 1);
    return frame === 0;
  });
  return programme;
}

describe('the director, for text', () => {
  it('keeps a still screen', () => {
    const decisions = onText().run(5, nothing);
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
    expect(last(decisions)).toBe('still');
  });

  it('keeps a blinking cursor, which is as good as still', () => {
    const { run } = onText();
    const decisions = run(15, (frame, screen) => {
      if (frame % 13 !== 0) return false;
      screen.fill({ x: 204, y: 304, width: 2, height: 14 }, frame % 26 === 0 ? 20 : 235);
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
    expect(last(decisions)).toBe('still');
  });

  it('keeps typing', () => {
    const { run, screen } = onText();
    screen.clear({ x: 0, y: 300, width: 1280, height: 100 });
    const decisions = run(15, (frame, painted) => {
      if (frame % 3 !== 0) return false;
      painted.type((frame / 3) % 150, 20 + Math.floor(frame / 450));
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
    expect(last(decisions)).toBe('text-changes');
  });

  it('keeps code that scrolls without end', () => {
    const decisions = onText().run(15, (frame, screen) => {
      screen.text(screen.whole, 1, frame * 6);
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
    expect(last(decisions)).toBe('scrolling');
    expect(decisions.at(-1)?.reading.changedRatio).toBeGreaterThan(0.3);
  });

  it('keeps a page of photos that scrolls', () => {
    const decisions = onText().run(8, (frame, screen) => {
      const top = 700 - frame * 4;
      screen.text(screen.whole, 1, frame * 4);
      for (let photo = 0; photo < 4; photo += 1) {
        const y = top + photo * 420;
        const area = { x: 200, y: Math.max(0, y), width: 800, height: Math.min(360, 720 - y) };
        const hidden = Math.max(0, -y);
        if (area.height > 0 && hidden < 360) pushedPhoto(screen, area, hidden);
      }
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
  });

  it('keeps pages that are flipped through', () => {
    const decisions = onText().run(12, (frame, screen) => {
      if (frame % 10 !== 0) return false;
      screen.text(screen.whole, frame);
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
    expect(last(decisions)).toBe('text-changes');
  });

  it('keeps a log that rushes by', () => {
    const decisions = onText().run(6, (frame, screen) => {
      if (frame % 2 === 0) screen.text(screen.whole, frame);
      return frame % 2 === 0;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
  });

  it('keeps a table that is filled cell by cell', () => {
    const decisions = onText().run(12, (frame, screen) => {
      if (frame % 5 !== 0) return false;
      const cell = frame / 5;
      const area = { x: 80 * (cell % 14), y: 24 * (cell % 28), width: 76, height: 20 };
      screen.fill(area, cell % 2 === 0 ? 210 : 235);
      screen.text({ ...area, x: area.x + 4, width: 68 }, cell);
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
  });

  it('keeps slides with photos that fade into each other', () => {
    const decisions = onText().run(20, (frame, screen) => {
      const within = frame % 75;
      if (within > 15) return false;
      screen.text(screen.whole, Math.floor(frame / 75));
      screen.photo(clip, Math.floor(frame / 75) * 50 + within);
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
  });

  it('keeps photos that are leafed through, one a second', () => {
    const decisions = onText().run(12, (frame, screen) => {
      if (frame % 20 !== 0) return false;
      screen.photo(screen.whole, frame);
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
  });

  it('keeps a still picture with faint noise on it', () => {
    const decisions = onText().run(6, (frame, screen) => {
      screen.text(screen.whole, 1);
      screen.photo(clip);
      screen.faintNoise(frame);
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
    expect(decisions.at(-1)?.reading.changedRatio).toBeLessThan(0.01);
  });

  it('keeps a small clip beside text somebody types, for as long as it likes', () => {
    const { run, screen } = onText();
    screen.clear({ x: 0, y: 0, width: 900, height: 700 });
    const decisions = run(30, (frame, painted) => {
      painted.photo(corner, frame);
      if (frame % 5 === 0) painted.type((frame / 5) % 100, 3 + Math.floor(frame / 500));
      return true;
    });
    expect(profilesOf(decisions)).toEqual(['sharp-text']);
    expect(last(decisions)).toBe('little-moves');
  });
});

describe('the director, for motion', () => {
  const whenMoving = (decisions: readonly Decision[]) =>
    decisions.find(({ profile }) => profile === 'smooth-motion');

  it.each(['photo', 'cartoon', 'snow'] as const)(
    'takes a large %s that moves for motion after about two seconds',
    (kind) => {
      const decisions = onText().run(6, (frame, screen) => {
        screen[kind](clip, frame);
        return true;
      });
      const first = whenMoving(decisions);
      expect(first?.atMs).toBeGreaterThanOrEqual(2_000);
      expect(first?.atMs).toBeLessThanOrEqual(3_500);
      expect(last(decisions)).toBe('much-moves');
    },
  );

  it('sees what is coming', () => {
    const decisions = onText().run(4, (frame, screen) => {
      screen.photo(screen.whole, frame);
      return true;
    });
    expect(decisions.map(({ reason }) => reason)).toContain('motion-begins');
  });

  it('takes a film of which few frames were looked at for motion all the same', () => {
    const decisions = onText().run(6, (frame, screen) => {
      screen.photo(clip, frame);
      return frame % 5 === 0;
    });
    expect(last(decisions)).toBe('much-moves');
  });

  it('takes a film for motion that a busy computer captures with three frames a second', () => {
    let nextFrame = 0;
    const decisions = onText().run(8, (frame, screen) => {
      if (frame < nextFrame) return false;
      // From 150 to 500 ms apart, without a rhythm.
      nextFrame = frame + 3 + ((frame * 7) % 8);
      screen.photo(clip, frame);
      return true;
    });
    expect(last(decisions)).toBe('much-moves');
  });

  it('goes back after three seconds of calm, and not before', () => {
    const programme = onText();
    const play = (seconds: number) =>
      programme.run(seconds, (frame, screen) => {
        screen.photo(clip, frame);
        return true;
      });
    expect(play(5).at(-1)?.profile).toBe('smooth-motion');
    expect(profilesOf(programme.run(2, nothing))).toEqual(['smooth-motion']);
    expect(profilesOf(play(2))).toEqual(['smooth-motion']);
    const calm = programme.run(6, nothing);
    const wentBack = calm.find(({ profile }) => profile === 'sharp-text');
    const stoppedAtMs = (calm[0]?.atMs ?? 0) - DECIDE_EVERY_MS;
    const waitedMs = (wentBack?.atMs ?? 0) - stoppedAtMs;
    expect(waitedMs).toBeGreaterThanOrEqual(3_000);
    expect(waitedMs).toBeLessThanOrEqual(4_500);
    expect(calm.map(({ reason }) => reason)).toContain('motion-ends');
    expect(last(calm)).toBe('still');
  });

  it('takes a small clip for motion when for long nothing else has changed', () => {
    const decisions = onText().run(16, (frame, screen) => {
      screen.photo(corner, frame);
      return true;
    });
    const first = whenMoving(decisions);
    expect(first?.atMs).toBeGreaterThan(11_000);
    expect(last(decisions)).toBe('only-motion');
  });

  it('goes back to text when somebody types beside a small clip', () => {
    const programme = onText();
    programme.run(16, (frame, screen) => {
      screen.photo(corner, frame);
      return true;
    });
    programme.screen.clear({ x: 0, y: 0, width: 900, height: 700 });
    const decisions = programme.run(8, (frame, screen) => {
      screen.photo(corner, frame);
      if (frame % 5 === 0) screen.type((frame / 5) % 100, 3);
      return true;
    });
    expect(decisions[0]?.profile).toBe('smooth-motion');
    expect(decisions.at(-1)?.profile).toBe('sharp-text');
  });
});

describe('the content meter', () => {
  it('starts anew with a picture of another size', () => {
    const meter = createContentMeter();
    const small = createSyntheticScreen(640, 360);
    const large = createSyntheticScreen();
    large.photo(large.whole, 1);
    meter.look(small.picture(), 0);
    meter.look(large.picture(), 40);
    expect(meter.read(80).changedRatio).toBe(0);
    large.photo(large.whole, 2);
    meter.look(large.picture(), 80);
    expect(meter.read(120).changedRatio).toBeGreaterThan(0.9);
  });

  it('forgets what is over', () => {
    const meter = createContentMeter();
    const screen = createSyntheticScreen();
    meter.look(screen.picture(), 0);
    screen.text(screen.whole, 1);
    meter.look(screen.picture(), 40);
    expect(meter.read(500)).toMatchObject({ changesPerSecond: 1, textChangesPerSecond: 1 });
    expect(meter.read(1_500)).toMatchObject({ changesPerSecond: 0, textChangesPerSecond: 0 });
    expect(meter.read(3_000).changedRatio).toBe(0);
  });

  it('draws no conclusion from a picture whose bytes are missing', () => {
    const meter = createContentMeter();
    const picture = { luma: new Uint8Array(100), stride: 1280, width: 1280, height: 720 };
    meter.look(picture, 0);
    meter.look({ ...picture, luma: new Uint8Array(1280 * 719) }, 40);
    expect(meter.read(80).changedRatio).toBe(0);
  });
});

/** The part of a photo below its first `hidden` rows, as scrolling shows it. */
function pushedPhoto(screen: SyntheticScreen, area: SyntheticScreen['whole'], hidden: number) {
  const whole = createSyntheticScreen(area.x + area.width, 360);
  whole.photo({ x: area.x, y: 0, width: area.width, height: 360 });
  const { luma, stride } = whole.picture();
  screen.copy(area, (x, y) => luma[(y - area.y + hidden) * stride + x] ?? 0);
}
