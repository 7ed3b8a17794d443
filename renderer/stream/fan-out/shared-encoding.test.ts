import { describe, expect, it } from 'vitest';
import { openFakeShare, settle } from './testing/fake-share.ts';
import { type FakeViewer, PLAN } from './testing/fake-viewer.ts';

const TRACK = { kind: 'video' } as MediaStreamTrack;

async function shareWith(count: number) {
  const world = openFakeShare();
  world.ready();
  const viewers: FakeViewer[] = [];
  for (let id = 1; id <= count; id += 1) {
    const viewer = world.join();
    viewer.picture.apply(PLAN);
    await viewer.picture.show(TRACK);
    viewers.push(viewer);
  }
  await world.run(4);
  const seenBy = () => viewers.map((viewer) => viewer.seen());
  seenBy();
  const [first, second, third] = viewers;
  if (!first || !second || !third) throw new Error('at least three viewers are needed');
  return { ...world, viewers, first, second, third, seenBy };
}

describe('shared encoding', () => {
  it('has one encoder at full size serve every viewer', async () => {
    const { run, atFullSize, seenBy } = await shareWith(6);
    expect(atFullSize()).toBe(1);
    await run();
    expect(seenBy()).toEqual([[1], [1], [1], [1], [1], [1]]);
  });

  it('looks at nothing, and asks for nothing, while there is one viewer', async () => {
    const { ready, join, run, clock, received } = openFakeShare();
    ready();
    const only = join();
    only.picture.apply(PLAN);
    await only.picture.show(TRACK);
    await run(10);
    expect(only.isAtFullSize()).toBe(true);
    expect(only.seenFrames().filter((frame) => frame === 'key of 1')).toHaveLength(1);
    expect(only.refreshes(), 'its first frame is one anyway').toBe(0);
    expect(received.map(({ type }) => type)).toEqual(['join']);
    expect(clock.waiting()).toBe(0);
  });

  it('never lets a newcomer wait: it sees its own encoder until it shares', async () => {
    const { join, run, first, clock, atFullSize } = await shareWith(3);
    const fourth = join();
    fourth.picture.apply(PLAN);
    await fourth.picture.show(TRACK);
    fourth.encode();
    expect(fourth.seen()).toEqual([4]);
    for (let look = 0; look < 3; look += 1) {
      clock.advance(500);
      await settle();
    }
    expect(fourth.isAtFullSize(), 'until the lead’s key frame is there').toBe(true);
    await run(4);
    expect(atFullSize()).toBe(1);
    fourth.seen();
    await run();
    expect([first.seen(), fourth.seen()]).toEqual([[1], [1]]);
  });

  it('stays together when everybody’s plan changes at once', async () => {
    const { run, viewers, received, atFullSize, seenBy } = await shareWith(4);
    const routesBefore = received.filter(({ type }) => type === 'route').length;
    for (const { picture } of viewers) picture.apply({ ...PLAN, maxFramerate: 15 });
    expect(atFullSize(), 'not one encoder more').toBe(1);
    await run(4);
    expect(received.filter(({ type }) => type === 'route')).toHaveLength(routesBefore);
    seenBy();
    await run();
    expect(seenBy()).toEqual([[1], [1], [1], [1]]);
  });

  it('goes on from another encoder when the lead leaves', async () => {
    const { run, atFullSize, first, second, seenBy } = await shareWith(4);
    first.picture.close();
    second.encode();
    expect(seenBy(), 'from its first key frame on').toEqual([[], [2], [2], [2]]);
    await first.picture.show(null);
    await run(4);
    expect(second.seenFrames(), 'which serves all of them').not.toContain('key of 2');
    seenBy();
    await run();
    expect(seenBy()).toEqual([[], [2], [2], [2]]);
    expect(atFullSize()).toBe(1);
  });

  it('goes on without whoever pauses, and has them back as followers', async () => {
    const { run, first, seenBy, atFullSize } = await shareWith(3);
    await first.picture.show(null);
    await run(2);
    seenBy();
    await run();
    expect(seenBy()).toEqual([[], [2], [2]]);
    await first.picture.show(TRACK);
    await run(2);
    seenBy();
    await run();
    expect(seenBy()).toEqual([[2], [2], [2]]);
    expect(atFullSize()).toBe(1);
  });

  it('lets nothing out while everybody pauses, whatever the encoders still make', async () => {
    const { run, viewers, seenBy } = await shareWith(3);
    const paused = Promise.all(viewers.map(({ picture }) => picture.show(null)));
    await paused;
    seenBy();
    await run(6);
    expect(seenBy()).toEqual([[], [], []]);
    await Promise.all(viewers.map(({ picture }) => picture.show(TRACK)));
    for (const viewer of viewers) viewer.encode();
    for (const viewer of viewers) {
      expect(viewer.seenFrames()[0] ?? 'key', 'nothing of before the pause').toContain('key');
    }
    await run(4);
    seenBy();
    await run();
    expect(seenBy()).toEqual([[1], [1], [1]]);
  });

  it('is paused only once the worker says so', async () => {
    const { first, holdUp } = await shareWith(3);
    holdUp(true);
    let isPaused = false;
    const pausing = first.picture.show(null).then(() => {
      isPaused = true;
    });
    await settle();
    expect(isPaused).toBe(false);
    holdUp(false);
    await pausing;
    expect(isPaused).toBe(true);
  });

  it('stays paused when the track came before the worker was ready', async () => {
    const { ready, join, run } = openFakeShare();
    const viewer = join();
    viewer.picture.apply(PLAN);
    const showing = viewer.picture.show(TRACK);
    const pausing = viewer.picture.show(null);
    ready();
    await Promise.all([showing, pausing]);
    await run();
    expect(viewer.seen()).toEqual([]);
  });

  it('has one slow viewer encode for itself and leaves the others alone', async () => {
    const { run, third, seenBy, atFullSize } = await shareWith(4);
    third.link.available = 1_000_000;
    await run(4);
    seenBy();
    await run();
    expect(seenBy()).toEqual([[1], [1], [3], [1]]);
    expect(atFullSize()).toBe(2);
    third.link.available = 50_000_000;
    await run(24);
    seenBy();
    await run();
    expect(seenBy()).toEqual([[1], [1], [1], [1]]);
  });

  it('passes a follower’s wish for a key frame on to the lead, once', async () => {
    const { run, first, second, third } = await shareWith(3);
    await run(3);
    for (const viewer of [first, second, third]) viewer.seen();
    second.wantKeyFrame();
    third.wantKeyFrame();
    await run();
    expect(second.seenFrames().filter((frame) => frame === 'key of 1')).toHaveLength(1);
  });

  it('does not mix plans, nor what the browser numbers differently', async () => {
    const { join, run, second, third, seenBy } = await shareWith(3);
    third.picture.apply({ ...PLAN, maxFramerate: 15 });
    const other = join(109);
    other.picture.apply(PLAN);
    await other.picture.show(TRACK);
    await run(4);
    seenBy();
    other.seen();
    await run();
    expect([...seenBy(), other.seen()]).toEqual([[1], [1], [3], [4]]);
    second.picture.apply({ ...PLAN, maxFramerate: 15 });
    third.picture.apply(PLAN);
    await run(4);
    seenBy();
    await run();
    expect(seenBy()).toEqual([[1], [2], [1]]);
  });

  it('shares across different starts, but not across different formats of a codec', async () => {
    const { ready, join, run } = openFakeShare();
    ready();
    const formats = ['profile=1;x-google-start-bitrate=900', 'profile=1', 'profile=2'];
    const viewers = formats.map((format) => join(96, format));
    for (const { picture } of viewers) {
      picture.apply(PLAN);
      await picture.show(TRACK);
    }
    await run(4);
    for (const viewer of viewers) viewer.seen();
    await run();
    expect(viewers.map((viewer) => viewer.seen())).toEqual([[1], [1], [3]]);
  });

  it('fails what is shown when the worker cannot be had, and is not used any more', async () => {
    const { share, fail, join, holdUp } = openFakeShare();
    const viewer = join();
    const showing = viewer.picture.show(TRACK);
    fail();
    await expect(showing).rejects.toThrow();
    expect(share.isUsable()).toBe(false);
    holdUp(true);
    await viewer.picture.show(null);
  });

  it('does not give up for one bad frame', async () => {
    const { share, fail, run, seenBy } = await shareWith(3);
    fail();
    await run();
    expect(share.isUsable()).toBe(true);
    expect(seenBy()).toEqual([[1], [1], [1]]);
  });

  it('ends with the share, and leaves nothing to be done later', async () => {
    const { share, clock, first, holdUp, isWorkerOpen } = await shareWith(3);
    holdUp(true);
    const pausing = first.picture.show(null);
    share.close();
    await pausing;
    expect(isWorkerOpen()).toBe(false);
    expect(clock.waiting()).toBe(0);
  });
});
