import { describe, expect, it } from 'vitest';
import {
  assignSources,
  barFrom,
  type Candidate,
  lookAtLinks,
  type Places,
} from './group-policy.ts';
import { roomy } from './testing/conditions.ts';

const candidate = (id: number, differs: Partial<Candidate> = {}): Candidate => ({
  ...{ id, group: 'a', condition: roomy(), keyFrameBytes: 300_000 },
  ...differs,
});
const sources = (places: Places) => [...places].map(([, { source }]) => source);
const looks = (count: number, candidates: readonly Candidate[], from: Places = new Map()) => {
  let places = from;
  for (let look = 0; look < count; look += 1) places = lookAtLinks(places, candidates);
  return places;
};
const three = [candidate(1), candidate(2), candidate(3)];

describe('who sends whose pictures', () => {
  it('leaves everybody alone until the links were looked at', () => {
    expect(sources(assignSources(new Map(), three))).toEqual([1, 2, 3]);
    const unknown = three.map((one) => ({ ...one, condition: undefined }));
    expect(sources(looks(5, unknown))).toEqual([1, 2, 3]);
  });

  it('leaves one viewer alone, however good the link is', () => {
    expect(sources(looks(5, [candidate(1)]))).toEqual([1]);
  });

  it('has one encoder serve all, on the widest link', () => {
    expect(sources(looks(1, three))).toEqual([1, 1, 1]);
    const wide = candidate(2, { condition: roomy({ availableBps: 90_000_000 }) });
    expect(sources(looks(1, [candidate(1), wide, candidate(3)]))).toEqual([2, 2, 2]);
  });

  it('keeps to the one who leads when a wider link comes', () => {
    const wide = candidate(4, { condition: roomy({ availableBps: 90_000_000 }) });
    expect(sources(looks(3, [...three, wide], looks(1, three)))).toEqual([1, 1, 1, 1]);
  });

  it('never mixes what cannot be sent by another', () => {
    const mixed = [...three, candidate(4, { group: 'b' }), candidate(5, { group: 'b' })];
    expect(sources(looks(1, mixed))).toEqual([1, 1, 1, 4, 4]);
  });

  it('moves on at once when the lead goes or pauses', () => {
    const led = looks(1, three);
    expect(sources(assignSources(led, three.slice(1)))).toEqual([2, 2]);
    const paused = three.map((one) => (one.id === 1 ? { ...one, group: undefined } : one));
    const without = assignSources(led, paused);
    expect(sources(without)).toEqual([1, 2, 2]);
    expect(sources(assignSources(without, three)), 'back as a follower').toEqual([2, 2, 2]);
  });

  it('has the last one left encode for itself', () => {
    expect(sources(assignSources(looks(1, three), [candidate(3)]))).toEqual([3]);
  });

  it('has one slow viewer encode for itself, and nobody else notices', () => {
    const slow = candidate(3, { condition: roomy({ availableBps: 1_000_000, sentBps: 900_000 }) });
    const withSlow = [candidate(1), candidate(2), slow];
    const after = looks(2, withSlow, looks(1, three));
    expect(sources(after)).toEqual([1, 1, 3]);
    expect(sources(looks(500, withSlow, after))).toEqual([1, 1, 3]);
    expect(sources(looks(15, three, after))).toEqual([1, 1, 3]);
    expect(sources(looks(16, three, after)), 'back after eight good seconds').toEqual([1, 1, 1]);
  });

  it('has a lead step down whose link holds the others back', () => {
    const held = candidate(1, {
      condition: roomy({ availableBps: 2_000_000, sentBps: 1_900_000, isBandwidthLimited: true }),
    });
    const now = [held, candidate(2), candidate(3)];
    const led = looks(1, three);
    expect(sources(looks(3, now, led))).toEqual([1, 1, 1]);
    expect(sources(looks(4, now, led))).toEqual([1, 2, 2]);
  });

  it('keeps a lead that is held back by what holds everybody back', () => {
    const narrow = three.map((one) => ({
      ...one,
      condition: roomy({ availableBps: 2_000_000, sentBps: 1_000_000, isBandwidthLimited: true }),
    }));
    expect(sources(looks(20, narrow, looks(1, three)))).toEqual([1, 1, 1]);
  });

  it('never has anybody send what nobody encodes, whatever happens', () => {
    let places: Places = new Map();
    let state = 7;
    const next = (below: number) => {
      state = (state * 1_103_515_245 + 12_345) & 0x7fffffff;
      return (state >> 8) % below;
    };
    for (let round = 0; round < 2_000; round += 1) {
      const present = [1, 2, 3, 4, 5].filter(() => next(5) > 0);
      const candidates = present.map((id) =>
        candidate(id, {
          group: [undefined, 'a', 'a', 'a', 'b'][next(5)],
          condition: roomy({ availableBps: 500_000 * (1 + next(60)), sendDelayMs: next(300) }),
        }),
      );
      places = next(2) === 0 ? assignSources(places, candidates) : lookAtLinks(places, candidates);
      expect([...places.keys()]).toEqual(present);
      for (const [id, { source }] of places) {
        expect(places.get(source)?.source, `${id} sends what ${source} encodes`).toBe(source);
        const group = (of: number) => candidates.find((one) => one.id === of)?.group;
        if (source !== id) expect(group(id)).toBe(group(source));
        if (group(id) === undefined) expect(source).toBe(id);
      }
    }
  });

  it('never again uses a sender that refuses what others encode', () => {
    const barred = assignSources(barFrom(looks(1, three), 2), three);
    expect(sources(barred)).toEqual([1, 2, 1]);
    expect(sources(looks(500, three, barred))).toEqual([1, 2, 1]);
  });
});
