import { describe, expect, it } from 'vitest';
import type { RoomViewer } from '../../connection/presenter-state.ts';
import { admittedViewers, arrivals, askingViewers } from './arrivals.ts';

const viewer = (peerId: string, stage: RoomViewer['stage']): RoomViewer => ({
  peerId,
  name: peerId,
  stage,
  isAway: false,
  device: null,
  words: null,
  path: null,
  quality: null,
});
const ada = viewer('ada', 'asking');
const bo = viewer('bo', 'watching');

describe('viewers', () => {
  it('are either asking or admitted', () => {
    expect(askingViewers([ada, bo])).toEqual([ada]);
    expect(admittedViewers([ada, bo])).toEqual([bo]);
  });

  it('arrive once', () => {
    expect(arrivals([], [ada])).toEqual([ada]);
    expect(arrivals([ada], [viewer('ada', 'asking'), bo])).toEqual([bo]);
    expect(arrivals([ada], [])).toEqual([]);
  });
});
