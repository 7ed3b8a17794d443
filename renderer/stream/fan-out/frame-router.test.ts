import { describe, expect, it } from 'vitest';
import { createFrameRouter } from './frame-router.ts';
import { copyOf, type FakeFrame, fakeFrame } from './testing/fake-frames.ts';
import type { FromWorker } from './worker-messages.ts';

function routeFrames(copy: (frame: FakeFrame, at: number) => FakeFrame | undefined = copyOf) {
  const reports: FromWorker[] = [];
  const written = new Map<number, FakeFrame[]>();
  let nowMs = 0;
  const router = createFrameRouter<FakeFrame>({
    report: (message) => reports.push(message),
    copy,
    now: () => nowMs,
  });
  for (const id of [1, 2, 3]) {
    written.set(id, []);
    router.join(id, (frame) => written.get(id)?.push(frame));
  }
  return {
    router,
    /** Whose pictures a sender sent since the last call, and which were key frames. */
    sentBy(id: number) {
      const frames = written.get(id)?.splice(0) ?? [];
      return frames.map(({ encoder, type }) => `${type} of ${encoder}`);
    },
    framesOf: (id: number) => written.get(id) ?? [],
    reported: (type: FromWorker['type']) => reports.filter((message) => message.type === type),
    encode(id: number, type: 'key' | 'delta', width = 1_920) {
      nowMs += 10;
      router.take(id, fakeFrame(id, type, { width, rtpTimestamp: id * 1_000_000 + nowMs * 90 }));
    },
    wait(ms: number) {
      nowMs += ms;
    },
  };
}

/** Sender 2 sends what 1 encodes, and its own encoder has come down to placeholders. */
function following() {
  const world = routeFrames();
  world.encode(1, 'key');
  world.encode(2, 'key');
  world.router.route(2, 1);
  world.encode(1, 'key');
  world.encode(2, 'key', 60);
  world.sentBy(1);
  world.sentBy(2);
  return world;
}

describe('the frame router', () => {
  it('has everybody send what it encodes, untouched, until told otherwise', () => {
    const { router, framesOf } = routeFrames();
    const frame = fakeFrame(1, 'key');
    router.take(1, frame);
    expect(framesOf(1)).toEqual([frame]);
    expect(framesOf(1)[0]).toBe(frame);
    expect(framesOf(2)).toEqual([]);
  });

  it('changes over at a key frame of the other encoder, and not a frame earlier', () => {
    const { router, encode, sentBy, reported } = routeFrames();
    encode(2, 'key');
    router.route(2, 1);
    encode(1, 'delta');
    encode(2, 'delta');
    expect(sentBy(2)).toEqual(['key of 2', 'delta of 2']);
    encode(1, 'key');
    encode(2, 'delta');
    encode(1, 'delta');
    expect(sentBy(2)).toEqual(['key of 1', 'delta of 1']);
    expect(sentBy(1)).toEqual(['delta of 1', 'key of 1', 'delta of 1']);
    expect(reported('switched')).toEqual([{ type: 'switched', id: 2, source: 1 }]);
  });

  it('copies a frame before its own sender takes the bytes away', () => {
    const order: string[] = [];
    const router = createFrameRouter<FakeFrame>({
      report: () => {},
      copy(frame, at) {
        order.push('copy');
        return copyOf(frame, at);
      },
      now: () => 0,
    });
    router.join(1, () => order.push('own'));
    router.join(2, () => order.push('other'));
    router.route(2, 1);
    router.take(1, fakeFrame(1, 'key'));
    expect(order).toEqual(['copy', 'other', 'own']);
  });

  it('keeps each receiver’s clock going forward across encoders', () => {
    const { encode, framesOf } = following();
    encode(1, 'delta');
    encode(1, 'delta');
    const times = framesOf(2).map(({ rtpTimestamp }) => rtpTimestamp);
    expect(times).toHaveLength(2);
    expect(Math.min(...times), 'what it sent itself was at two million').toBeGreaterThan(2_000_000);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('never sends a placeholder, and takes its key frames for a viewer’s wish', () => {
    const { encode, wait, sentBy, reported } = following();
    expect(reported('key-frame-wanted'), 'an encoder set to another size starts anew').toEqual([]);
    wait(1_000);
    encode(2, 'delta', 60);
    encode(2, 'key', 60);
    expect(reported('key-frame-wanted')).toEqual([{ type: 'key-frame-wanted', id: 2 }]);
    expect(sentBy(2)).toEqual([]);
  });

  it('goes back to its own encoder without a gap, once that is back at full size', () => {
    const { router, encode, sentBy } = following();
    router.route(2, 2);
    encode(2, 'key', 60);
    encode(1, 'delta');
    encode(2, 'key', 1_920);
    encode(1, 'delta');
    encode(2, 'delta', 1_920);
    expect(sentBy(2)).toEqual(['delta of 1', 'key of 2', 'delta of 2']);
  });

  it('is not stuck when what is shared has become as small as a placeholder', () => {
    const { router, encode, sentBy } = following();
    router.route(2, 2);
    for (let tries = 0; tries < 3; tries += 1) encode(2, 'key', 150);
    expect(sentBy(2)).toEqual(['key of 2']);
  });

  it('sends the next lead’s pictures from that one’s first full key frame on', () => {
    const { router, encode, sentBy } = following();
    router.route(3, 1);
    encode(1, 'key');
    sentBy(2);
    router.leave(1);
    router.route(2, 2);
    router.route(3, 2);
    encode(2, 'delta', 60);
    encode(2, 'key', 1_920);
    encode(2, 'delta', 1_920);
    expect(sentBy(2)).toEqual(['key of 2', 'delta of 2']);
    expect(sentBy(3)).toEqual(['key of 1', 'key of 2', 'delta of 2']);
  });

  it('sends nothing at all while muted, and begins again with a key frame', () => {
    const { router, encode, sentBy, reported } = following();
    router.mute(2, true);
    encode(1, 'key');
    encode(1, 'delta');
    encode(2, 'key', 1_920);
    expect(sentBy(2)).toEqual([]);
    expect(reported('muted')).toEqual([{ type: 'muted', id: 2, isMuted: true }]);
    router.mute(2, false);
    encode(1, 'delta');
    expect(sentBy(2), 'what was left out is missing in the frames after it').toEqual([]);
    encode(1, 'key');
    encode(1, 'delta');
    expect(sentBy(2)).toEqual(['key of 1', 'delta of 1']);
  });

  it('stays silent when muted twice and told another source in between', () => {
    const { router, encode, sentBy } = following();
    router.mute(2, true);
    router.route(2, 2);
    router.mute(2, true);
    encode(1, 'key');
    encode(2, 'key');
    expect(sentBy(2)).toEqual([]);
    router.mute(2, false);
    encode(2, 'key');
    expect(sentBy(2)).toEqual(['key of 2']);
  });

  it('says so when the browser refuses to send the frame once more', () => {
    const { router, encode, sentBy, reported } = routeFrames(() => undefined);
    router.route(2, 1);
    encode(1, 'key');
    encode(1, 'delta');
    expect(sentBy(2)).toEqual([]);
    expect(sentBy(1)).toEqual(['key of 1', 'delta of 1']);
    expect(reported('refused')).toEqual([{ type: 'refused', id: 2 }]);
    router.route(2, 2);
    encode(2, 'key');
    expect(sentBy(2)).toEqual(['key of 2']);
  });

  it('tells how much a key frame is, and forgets who left', () => {
    const { router, encode, sentBy, reported } = following();
    expect(reported('key-frame').at(-1)).toEqual({ type: 'key-frame', id: 1, bytes: 200 });
    router.leave(2);
    encode(1, 'delta');
    encode(2, 'key');
    expect(sentBy(2)).toEqual([]);
    expect(sentBy(1)).toEqual(['delta of 1']);
  });
});
