/** What a figure of ours has to be, beside the same figure of somebody else in the same run. */
export type Demand =
  /** Ours is at most this share of theirs; theirs may be “never”. */
  | { readonly asks: 'ratio'; readonly atMost: number }
  /** Ours is at most this, whatever theirs is. */
  | { readonly asks: 'at-most'; readonly value: number }
  /** Ours is at least this. */
  | { readonly asks: 'at-least'; readonly value: number }
  /** Ours is not below theirs. */
  | { readonly asks: 'no-worse' };

export type Goal = {
  readonly name: string;
  readonly scenario: string;
  readonly figure: string;
  readonly unit: string;
  /** Whose figure of ours counts; the first that was measured. */
  readonly ours: readonly string[];
  /** By name of the other one; `null` is a demand on ours alone. */
  readonly demands: readonly (readonly [other: string | null, demand: Demand])[];
  /** Another figure in which ours must not be below theirs. */
  readonly atNoFewer?: string;
};

const PLAIN = 'plain simple-peer';
const DESKREEN = 'Deskreen’s settings';
const DEFAULT = ['Sightline'] as const;
const SHARP_TEXT = ['Sightline: Sharp text', 'Sightline'] as const;

const ratios = (againstPlain: number, againstDeskreen: number): Goal['demands'] => [
  [PLAIN, { asks: 'ratio', atMost: againstPlain }],
  [DESKREEN, { asks: 'ratio', atMost: againstDeskreen }],
];

/** The figures that the picture is built to reach. */
export const GOALS: readonly Goal[] = [
  {
    name: 'typing, screen to screen, p50',
    scenario: 'LAN',
    figure: 'typing.p50Ms',
    unit: 'ms',
    ours: DEFAULT,
    demands: ratios(0.5, 0.5),
  },
  {
    name: 'motion, screen to screen, p50',
    scenario: 'LAN',
    figure: 'clip.p50Ms',
    unit: 'ms',
    ours: DEFAULT,
    demands: ratios(0.5, 0.45),
  },
  {
    name: 'from allowed to first readable frame',
    scenario: 'LAN',
    figure: 'join.readableMs',
    unit: 'ms',
    ours: DEFAULT,
    demands: ratios(0.2, 0.25),
  },
  {
    name: 'full page change, SSIM 250 ms later',
    scenario: 'LAN',
    figure: 'code.250.ssim',
    unit: '',
    ours: DEFAULT,
    demands: [
      [PLAIN, { asks: 'at-least', value: 0.98 }],
      [DESKREEN, { asks: 'no-worse' }],
    ],
  },
  {
    name: 'still screen, pixels exact one second later',
    scenario: 'LAN',
    figure: 'code.still.sharedShare',
    unit: '',
    ours: DEFAULT,
    demands: [
      [PLAIN, { asks: 'at-least', value: 1 }],
      [DESKREEN, { asks: 'at-least', value: 1 }],
    ],
  },
  {
    name: 'media bytes for typing, Sharp text, probing apart',
    scenario: 'LAN',
    figure: 'unstamped typing.pictureBytesPerSecond',
    unit: 'B/s',
    ours: SHARP_TEXT,
    demands: ratios(0.3, 0.15),
  },
  {
    name: '1 Mbit/s: page change until 95 % of words are read',
    scenario: '1 Mbit/s',
    figure: 'code.wordsMs',
    unit: 'ms',
    ours: DEFAULT,
    demands: ratios(0.5, 0.5),
  },
  {
    name: '0.3 Mbit/s: the same',
    scenario: '0.3 Mbit/s',
    figure: 'code.wordsMs',
    unit: 'ms',
    ours: DEFAULT,
    demands: [
      [PLAIN, { asks: 'at-most', value: 5_000 }],
      [DESKREEN, { asks: 'at-most', value: 5_000 }],
    ],
  },
  {
    name: '1 Mbit/s: typing p50',
    scenario: '1 Mbit/s',
    figure: 'typing.p50Ms',
    unit: 'ms',
    ours: DEFAULT,
    demands: ratios(0.35, 0.35),
  },
  {
    name: 'presenter CPU per viewer at 4 viewers, at no fewer frames',
    scenario: '4 viewers',
    figure: 'crowd.presenterCpuPerViewer',
    unit: 'cores',
    ours: DEFAULT,
    demands: ratios(0.6, 0.6),
    atNoFewer: 'crowd.framesPerViewer',
  },
  ...(['typing', 'clip'] as const).map(
    (kind): Goal => ({
      name: `${kind === 'clip' ? 'motion' : kind}, share of the reference line`,
      scenario: 'LAN',
      figure: `${kind}.ofReference`,
      unit: '',
      ours: DEFAULT,
      demands: [[null, { asks: 'at-most', value: 0.9 }]],
    }),
  ),
];
