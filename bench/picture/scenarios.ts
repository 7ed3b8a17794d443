import { NETWORKS, type Network } from './network/networks.ts';
import type { MotionKind, StillKind } from './source/source-window.ts';

/**
 * What tesseract reads, which takes its time: nothing, what is shown at each look, or also what was
 * shown between them, to find the moment from which enough can be read.
 */
export type Reading = 'nothing' | 'looks' | 'moment';

/** One thing that happens on the shared screen once somebody watches. */
export type Step =
  | {
      readonly does: 'change';
      readonly kind: StillKind;
      /** How long it is watched. */
      readonly seconds: number;
      readonly reading: Reading;
    }
  | { readonly does: 'move'; readonly kind: MotionKind; readonly seconds: number };

export type Scenario = {
  readonly name: string;
  readonly network: Network;
  readonly viewers: number;
  /** How long the picture is watched from the moment the viewer is let in. */
  readonly joinSeconds: number;
  readonly steps: readonly Step[];
  /** Names of the contenders; all where there is no list. */
  readonly contenders?: readonly string[];
};

/** When a picture is looked at after a change and after joining, in ms. */
export const LOOKS_MS = [250, 1_000, 5_000] as const;
const PAST_LAST_LOOK = 5.3;
const PAST_SECOND_LOOK = 1.4;

const change = (kind: StillKind, seconds: number, reading: Reading = 'looks'): Step => ({
  does: 'change',
  kind,
  seconds,
  reading,
});
const move = (kind: MotionKind, seconds: number): Step => ({ does: 'move', kind, seconds });

const COMPARED = ['plain simple-peer', 'Deskreen’s settings'];
const CLOSEST = ['Sightline', 'Sightline from a browser', ...COMPARED, 'Hopp-like'];
const ON_SLOW_LINKS = [
  'Sightline',
  'Sightline: Sharp text',
  'Sightline: Low bandwidth',
  ...COMPARED,
  'Hopp-like',
];

const crowd = (viewers: number, seconds: number): Scenario => ({
  name: `${viewers} viewers`,
  network: NETWORKS.lan,
  viewers,
  joinSeconds: 4,
  steps: [move('clip', seconds)],
  contenders: ['Sightline', ...COMPARED],
});

export const FULL: readonly Scenario[] = [
  {
    name: 'LAN',
    network: NETWORKS.lan,
    viewers: 1,
    joinSeconds: PAST_LAST_LOOK,
    steps: [
      change('code', PAST_LAST_LOOK),
      change('code', PAST_SECOND_LOOK, 'nothing'),
      change('code', PAST_SECOND_LOOK, 'nothing'),
      move('typing', 6),
      move('unstamped typing', 5),
      change('coloured', PAST_LAST_LOOK),
      change('korean', PAST_LAST_LOOK),
      change('spreadsheet', PAST_LAST_LOOK),
      change('slides', PAST_LAST_LOOK, 'nothing'),
      move('clip', 6),
      change('code', PAST_SECOND_LOOK, 'nothing'),
      move('scrolling', 5),
    ],
  },
  crowd(2, 6),
  crowd(4, 6),
  {
    name: '1 Mbit/s',
    network: NETWORKS.slow,
    viewers: 1,
    joinSeconds: 12,
    steps: [change('code', 12, 'moment'), move('typing', 8), change('korean', 8, 'moment')],
    contenders: ON_SLOW_LINKS,
  },
  {
    name: '0.3 Mbit/s',
    network: NETWORKS.starved,
    viewers: 1,
    joinSeconds: 20,
    steps: [change('code', 20, 'moment'), move('typing', 8)],
    contenders: ON_SLOW_LINKS,
  },
  {
    name: '4 Mbit/s',
    network: NETWORKS.fast,
    viewers: 1,
    joinSeconds: 6,
    steps: [change('code', 6), move('typing', 6), move('clip', 6)],
    contenders: CLOSEST,
  },
  {
    name: '80 ms, 3 % loss',
    network: NETWORKS.lossy,
    viewers: 1,
    joinSeconds: 8,
    steps: [change('code', 8), move('typing', 8), move('clip', 6)],
    contenders: CLOSEST,
  },
];

/** The rows of the table of figures that a LAN decides. */
export const QUICK: readonly Scenario[] = [
  {
    name: 'LAN',
    network: NETWORKS.lan,
    viewers: 1,
    joinSeconds: 3,
    steps: [
      change('code', PAST_SECOND_LOOK),
      change('code', PAST_SECOND_LOOK, 'nothing'),
      change('code', PAST_SECOND_LOOK, 'nothing'),
      move('typing', 6),
      move('unstamped typing', 5),
      move('clip', 6),
    ],
    contenders: ['Sightline', ...COMPARED],
  },
  crowd(4, 5),
];
