import { describe, expect, it } from 'vitest';
import type { PeerMessage } from '../peer/peer-message.ts';
import { openLinkWatch } from './link-watch.ts';
import { statsOfLink } from './testing/link-stats.ts';
import { createManualClock } from './testing/manual-clock.ts';
import { settle } from './testing/test-deps.ts';

function watchLink() {
  const clock = createManualClock();
  const sent: PeerMessage[] = [];
  const happened: string[] = [];
  let link = { bytesReceived: 0, packets: { total: 0, lost: 0 } };
  const watch = openLinkWatch(
    { send: (message) => sent.push(message) > 0, stats: async () => statsOfLink(link) },
    {
      onRung: (rung) => happened.push(rung),
      onBack: () => happened.push('back'),
      onPath: (path) => happened.push(`${path.route} ${path.lossRatio}`),
      onStats: () => {},
    },
    clock,
  );
  return {
    clock,
    sent,
    happened,
    watch,
    rungs: () => happened.filter((entry) => !entry.startsWith('direct')),
    receive(bytesReceived: number, packets = link.packets) {
      link = { bytesReceived, packets };
    },
  };
}

describe('the link watch', () => {
  it('beats, answers beats, and keeps both from everybody else', () => {
    const { clock, sent, watch } = watchLink();
    clock.advance(1_000);
    expect(sent.filter(({ type }) => type === 'beat').length).toBeGreaterThanOrEqual(2);
    expect(watch.take({ type: 'beat' })).toBe(true);
    expect(sent.at(-1)).toEqual({ type: 'echo' });
    expect(watch.take({ type: 'echo' })).toBe(true);
    expect(watch.take({ type: 'share-state', isPaused: true })).toBe(false);
  });

  it('is content as long as anything at all is heard', async () => {
    const { clock, watch, rungs, receive } = watchLink();
    for (let second = 0; second < 10; second += 1) {
      clock.advance(1_000);
      watch.take({ type: 'echo' });
    }
    // A congested link holds the beats up, but the picture still trickles in.
    for (let second = 0; second < 10; second += 1) {
      receive(1_000 * (second + 1));
      clock.advance(500);
      await settle();
      clock.advance(500);
      await settle();
    }
    expect(rungs()).toEqual([]);
  });

  it('climbs the ladder in silence and says so when the other side is back', () => {
    const { clock, watch, rungs } = watchLink();
    clock.advance(2_500);
    expect(rungs()).toEqual(['interrupted', 'restart-ice']);
    watch.heard();
    expect(rungs().at(-1)).toBe('back');
    clock.advance(10_000);
    expect(rungs().slice(3)).toEqual(['interrupted', 'restart-ice', 'restart-ice', 'rebuild']);
  });

  it('believes the browser at once', () => {
    const { watch, rungs } = watchLink();
    watch.suspect();
    watch.suspect();
    expect(rungs()).toEqual(['interrupted', 'restart-ice']);
  });

  it('measures the way and the loss between two measures', async () => {
    const { clock, happened, receive } = watchLink();
    await settle();
    receive(10, { total: 100, lost: 10 });
    clock.advance(1_000);
    await settle();
    receive(20, { total: 200, lost: 15 });
    clock.advance(1_000);
    await settle();
    expect(happened).toEqual(['direct null', 'direct 0.1', 'direct 0.05']);
  });

  it('says nothing any more once closed', () => {
    const { clock, watch, sent, happened } = watchLink();
    watch.close();
    const count = sent.length;
    clock.advance(60_000);
    watch.heard();
    expect([sent.length, happened]).toEqual([count, []]);
  });
});
