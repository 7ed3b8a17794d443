import { describe, expect, it } from 'vitest';
import type { FrameTap, FrameTapListeners } from '../frame-tap/open-frame-tap.ts';
import type { LinkConditions } from './link-conditions.ts';
import type { TakeStill } from './still-taker.ts';
import { tilesInBitmap } from './tile-bitmap.ts';
import { gridOf, type Patch, tilesOf } from './tile-grid.ts';
import { encodeTilePacket, parseTilePacket, type TilePacket } from './tile-packet.ts';
import { openTileShare } from './tile-share.ts';

const SIZE = { width: 256, height: 128 };
const GRID = gridOf(SIZE);
const track = {} as MediaStreamTrack;
const settle = () => new Promise<void>((resolve) => setTimeout(resolve, 0));

function createClock() {
  let nowMs = 0;
  let tasks: { atMs: number; task: () => void }[] = [];
  return {
    now: () => nowMs,
    schedule(delayMs: number, task: () => void) {
      const entry = { atMs: nowMs + delayMs, task };
      tasks.push(entry);
      return () => {
        tasks = tasks.filter((other) => other !== entry);
      };
    },
    async advance(durationMs: number) {
      const endMs = nowMs + durationMs;
      for (;;) {
        const due = tasks.filter(({ atMs }) => atMs <= endMs).sort((a, b) => a.atMs - b.atMs)[0];
        if (!due) break;
        tasks = tasks.filter((other) => other !== due);
        nowMs = Math.max(nowMs, due.atMs);
        due.task();
        await settle();
      }
      nowMs = endMs;
    },
  };
}

function createShare(options: { takeStill?: TakeStill; hasTap?: boolean } = {}) {
  const clock = createClock();
  const taps: {
    track: MediaStreamTrack;
    listeners: FrameTapListeners;
    isClosed: boolean;
    frame: number;
  }[] = [];
  const cuts: Patch[] = [];
  const written: string[] = [];
  let matched: readonly number[] = [];
  const share = openTileShare(track, {
    openTap(tapped, frame, listeners) {
      if (options.hasTap === false) return null;
      const tap = { track: tapped, listeners, isClosed: false, frame };
      taps.push(tap);
      return {
        async cut(patch) {
          cuts.push(patch);
          const isExact = tilesOf(GRID, patch).every((tile) => matched.includes(tile));
          const rgba = new Uint8ClampedArray(4);
          return { frame: tap.frame, width: 1, height: 1, rgba, isExact };
        },
        async match() {
          matched = Array.from({ length: GRID.count }, (_unused, tile) => tile);
          return matched;
        },
        close() {
          tap.isClosed = true;
        },
      } satisfies FrameTap;
    },
    openStillWorker: () => ({
      async write(_, wanted) {
        written.push(wanted);
        const quality = wanted === 'near' ? 'exact' : wanted;
        return { codec: 'webp', quality, bytes: new Uint8Array(100) };
      },
      readGrey: async () => null,
      close: () => {},
    }),
    takeStill: options.takeStill,
    now: clock.now,
    schedule: clock.schedule,
  });
  const frame = (number: number, moved?: readonly number[]) => {
    const tap = taps.at(-1);
    if (!tap) throw new Error('no tap was opened');
    tap.frame = number;
    if (moved) tap.listeners.onMoved(number, moved);
    else tap.listeners.onSize(number, SIZE);
  };
  return { share, clock, taps, cuts, written, frame };
}

/** A viewer whose lines work, and who gives a receipt of everything unless told not to. */
function watch(
  { share }: ReturnType<typeof createShare>,
  given: Partial<LinkConditions> = {},
  { isMute = false } = {},
) {
  const packets: { line: 'tiles' | 'marks'; packet: TilePacket }[] = [];
  const conditions = { estimateBps: 50_000_000, isVideoResting: false, ...given };
  let receivedBytes = 0;
  let isOpen = true;
  const line = (name: 'tiles' | 'marks') => ({
    send(bytes: Uint8Array) {
      const packet = parseTilePacket(bytes);
      if (!packet) throw new Error('not a packet');
      if (!isOpen) return false;
      packets.push({ line: name, packet });
      if (name === 'tiles') receivedBytes += bytes.length;
      return true;
    },
    waitingBytes: () => 0,
  });
  const answer = () => {
    if (!isMute) viewer.take(encodeTilePacket({ kind: 'receipt', receivedBytes }));
  };
  const viewer = share.addViewer({ tiles: line('tiles'), marks: line('marks') }, () => conditions);
  const of = (kind: TilePacket['kind']) =>
    packets.flatMap(({ packet }) => (packet.kind === kind ? [packet] : []));
  return { viewer, packets, of, answer, conditions, setOpen: (next: boolean) => (isOpen = next) };
}

const covered = (packets: readonly TilePacket[]) =>
  new Set(
    packets.flatMap((packet) => (packet.kind === 'still' ? tilesOf(GRID, packet.patch) : [])),
  );

describe('the tiles of a share', () => {
  it('name the picture on both lines and then bring all of it', async () => {
    const share = createShare();
    const viewer = watch(share);
    share.frame(1);
    expect(viewer.of('begin')).toHaveLength(2);
    expect(viewer.packets.map(({ line }) => line)).toEqual(['marks', 'tiles']);
    await share.clock.advance(1_000);
    expect(covered(viewer.of('still')).size).toBe(GRID.count);
  });

  it('wait until the lines are open', async () => {
    const share = createShare();
    const viewer = watch(share);
    viewer.setOpen(false);
    share.frame(1);
    await share.clock.advance(1_000);
    expect(viewer.packets).toEqual([]);
    viewer.setOpen(true);
    viewer.viewer.onDrained();
    await settle();
    expect(viewer.of('begin')).toHaveLength(2);
    expect(viewer.of('still').length).toBeGreaterThan(0);
  });

  it('leave the first moments to the video', async () => {
    const share = createShare();
    share.frame(1);
    await share.clock.advance(5_000);
    const viewer = watch(share);
    await share.clock.advance(400);
    expect(viewer.of('still')).toEqual([]);
    await share.clock.advance(400);
    expect(viewer.of('still').length).toBeGreaterThan(0);
  });

  it('are released with the frame that changes them, and sent again once they are still', async () => {
    const share = createShare();
    const viewer = watch(share);
    share.frame(1);
    await share.clock.advance(1_000);
    viewer.answer();
    viewer.packets.length = 0;
    share.frame(40, [2, 3]);
    const [released] = viewer.of('release');
    expect(released).toMatchObject({ generation: 1, frame: 40 });
    expect(tilesInBitmap(GRID.count, (released as never as { bitmap: Uint8Array }).bitmap)).toEqual(
      [2, 3],
    );
    // What was never shown need not be taken back, however often it moves.
    share.frame(41, [2, 3]);
    expect(viewer.of('release')).toHaveLength(1);
    await share.clock.advance(250);
    expect(viewer.of('still')).toEqual([]);
    await share.clock.advance(200);
    expect([...covered(viewer.of('still'))].sort()).toEqual([2, 3]);
  });

  it('are encoded once for several viewers', async () => {
    const share = createShare();
    const viewers = [watch(share), watch(share), watch(share)];
    share.frame(1);
    await share.clock.advance(1_000);
    for (const viewer of viewers) expect(covered(viewer.of('still')).size).toBe(GRID.count);
    expect(share.written).toHaveLength(1);
  });

  it('stop when nothing arrives', async () => {
    const share = createShare();
    const viewer = watch(share, { estimateBps: 300_000 }, { isMute: true });
    share.frame(1);
    for (let frame = 2; frame < 60; frame += 1) {
      await share.clock.advance(400);
      share.frame(frame, [frame % GRID.count]);
    }
    const bytes = viewer.packets
      .filter(({ line }) => line === 'tiles')
      .reduce((sum, { packet }) => sum + encodeTilePacket(packet).length, 0);
    expect(bytes).toBeLessThan(10_000);
  });

  it('keep what is old while the video rests, and take it back when it returns', async () => {
    const share = createShare();
    const viewer = watch(share, { isVideoResting: true, estimateBps: 300_000 });
    share.frame(1);
    await share.clock.advance(1_000);
    viewer.answer();
    expect(share.written[0]).toBe('coarse');
    share.frame(40, [1]);
    expect(viewer.of('release')).toEqual([]);
    Object.assign(viewer.conditions, { isVideoResting: false });
    viewer.viewer.onDrained();
    expect(viewer.of('release')).toHaveLength(1);
  });

  it('are cleared and not read at all while paused', async () => {
    const share = createShare();
    const viewer = watch(share);
    share.frame(1);
    await share.clock.advance(1_000);
    share.share.setPaused(true);
    expect(share.taps.at(-1)?.isClosed).toBe(true);
    expect(viewer.of('clear')).toMatchObject([{ generation: 1 }]);
    const { length } = viewer.packets;
    viewer.answer();
    await share.clock.advance(5_000);
    expect(viewer.packets).toHaveLength(length);

    share.share.setPaused(false);
    expect(share.taps).toHaveLength(2);
    const cleared = viewer.of('clear')[0] as { frame: number };
    expect(share.taps.at(-1)?.frame).toBeGreaterThanOrEqual(cleared.frame);
    share.frame(cleared.frame);
    await share.clock.advance(1_000);
    expect(viewer.of('begin').at(-1)).toMatchObject({ generation: 2 });
    expect(
      covered(
        viewer.of('still').filter((packet) => 'generation' in packet && packet.generation === 2),
      ).size,
    ).toBe(GRID.count);
  });

  it('that were being written when the share was paused never leave', async () => {
    const share = createShare();
    const viewer = watch(share);
    share.frame(1);
    await share.clock.advance(599);
    const { length } = viewer.packets;
    viewer.viewer.onDrained();
    share.share.setPaused(true);
    await share.clock.advance(2_000);
    expect(viewer.packets.slice(length).map(({ packet }) => packet.kind)).toEqual(['clear']);
  });

  it('are taken back when frames can no longer be read', async () => {
    const share = createShare();
    const viewer = watch(share);
    share.frame(1);
    await share.clock.advance(1_000);
    share.taps[0]?.listeners.onEnded();
    expect(viewer.of('clear')).toHaveLength(1);
  });

  it('begin anew when the screen has another size', async () => {
    const share = createShare();
    const viewer = watch(share);
    share.frame(1);
    await share.clock.advance(1_000);
    share.frame(30);
    expect(viewer.of('begin').at(-1)).toMatchObject({ generation: 2 });
  });

  it('go nowhere after the viewer or the share is closed', async () => {
    const share = createShare();
    const viewer = watch(share);
    viewer.viewer.close();
    share.frame(1);
    await share.clock.advance(1_000);
    expect(viewer.packets).toEqual([]);
    share.share.close();
    expect(share.taps[0]?.isClosed).toBe(true);
    share.share.setPaused(true);
    share.share.setPaused(false);
    expect(share.taps).toHaveLength(1);
  });

  it('do without where frames cannot be read', async () => {
    const share = createShare({ hasTap: false });
    const viewer = watch(share);
    await share.clock.advance(2_000);
    expect(viewer.packets).toEqual([]);
    share.share.setPaused(true);
    share.share.setPaused(false);
    share.share.close();
  });
});

describe('stills of the source', () => {
  const still = async (width: number, height: number) => ({
    width,
    height,
    pixels: new Uint8Array(width * height * 4),
  });

  it('are taken once the screen is still, about one a second, and fewer in the long run', async () => {
    const taken: number[] = [];
    const share = createShare({
      takeStill: (width, height) => {
        taken.push(share.clock.now());
        return still(width, height);
      },
    });
    watch(share);
    share.frame(1);
    // A caret that blinks.
    for (let frame = 2; frame < 60; frame += 1) {
      await share.clock.advance(530);
      share.frame(frame, [3]);
    }
    const apart = taken.slice(1).map((atMs, index) => atMs - (taken[index] ?? 0));
    expect(taken[0]).toBeGreaterThanOrEqual(150);
    expect(Math.min(...apart)).toBeGreaterThanOrEqual(1_000);
    expect(taken.length).toBeLessThan(15);
  });

  it('are what a viewer gets, not the pixels of the capture first', async () => {
    const share = createShare({ takeStill: still });
    const viewer = watch(share);
    share.frame(1);
    await share.clock.advance(3_000);
    viewer.answer();
    await share.clock.advance(3_000);
    expect(viewer.of('still')).toHaveLength(1);
  });

  it('are not waited for where there are none', async () => {
    let asked = 0;
    const share = createShare({
      takeStill: async () => {
        asked += 1;
        return null;
      },
    });
    const viewer = watch(share);
    share.frame(1);
    await share.clock.advance(800);
    expect(covered(viewer.of('still')).size).toBe(GRID.count);
    for (let frame = 2; frame < 30; frame += 1) {
      share.frame(frame, [3]);
      await share.clock.advance(1_500);
    }
    expect(asked).toBeLessThanOrEqual(3);
  });

  it('follow to another source, and nothing of the one before stays', async () => {
    const share = createShare();
    const viewer = watch(share);
    share.frame(4);
    await share.clock.advance(1_000);
    const first = viewer.of('begin')[0];
    const next = {} as MediaStreamTrack;
    share.share.show(next);
    expect(viewer.of('clear')).toMatchObject([{ frame: 5 }]);
    expect(share.taps.map(({ isClosed }) => isClosed)).toEqual([true, false]);
    expect(share.taps[1]?.track).toBe(next);
    share.frame(5);
    expect(viewer.of('begin')).toHaveLength(4);
    expect(viewer.of('begin').at(-1)).not.toEqual(first);
  });

  it('wait for a source while there is none, and while the share is paused', () => {
    const share = createShare();
    share.share.show(null);
    expect(share.taps.map(({ isClosed }) => isClosed)).toEqual([true]);
    share.share.setPaused(true);
    share.share.show({} as MediaStreamTrack);
    expect(share.taps).toHaveLength(1);
    share.share.setPaused(false);
    expect(share.taps).toHaveLength(2);
    share.share.close();
    share.share.show({} as MediaStreamTrack);
    expect(share.taps.map(({ isClosed }) => isClosed)).toEqual([true, true]);
  });

  it('take stills of a screen again after a window that gave none', async () => {
    let asked = 0;
    const share = createShare({
      async takeStill() {
        asked += 1;
        return null;
      },
    });
    watch(share);
    share.frame(1);
    await share.clock.advance(30_000);
    const before = asked;
    expect(before).toBeGreaterThan(0);
    await share.clock.advance(30_000);
    expect(asked, 'it has none to give').toBe(before);
    share.share.show({} as MediaStreamTrack);
    share.frame(2);
    await share.clock.advance(30_000);
    expect(asked).toBeGreaterThan(before);
  });
});
