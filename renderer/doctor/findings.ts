/** How an outcome looks to a person: fine, worth knowing, or in the way. */
export type Verdict = 'good' | 'note' | 'bad';

const relay = {
  works: 'good',
  'refuses-credentials': 'bad',
  full: 'bad',
  error: 'bad',
  'name-unknown': 'bad',
  'no-answer': 'bad',
  none: 'note',
  'not-used': 'note',
  unchecked: 'note',
} as const;

/** Every check, in the order it is shown, with everything it can find. */
export const outcomes = {
  server: {
    reached: 'good',
    'no-answer': 'bad',
    'other-answer': 'bad',
    'not-started': 'bad',
    unchecked: 'note',
  },
  socket: { speaks: 'good', refused: 'bad', silent: 'bad', foreign: 'bad', unchecked: 'note' },
  room: {
    told: 'good',
    'without-ice': 'note',
    expired: 'note',
    'wrong-version': 'bad',
    refused: 'bad',
    silent: 'bad',
    unchecked: 'note',
  },
  network: { visible: 'good', hidden: 'good', none: 'bad', 'no-webrtc': 'bad' },
  udp: { works: 'good', blocked: 'bad', unknown: 'note' },
  stun: {
    answers: 'good',
    some: 'note',
    silent: 'bad',
    'name-unknown': 'bad',
    none: 'note',
    'not-used': 'note',
    unchecked: 'note',
  },
  nat: { none: 'good', same: 'good', different: 'note', unknown: 'note' },
  'relay-udp': relay,
  'relay-tcp': relay,
  'relay-tls': relay,
  capture: {
    possible: 'good',
    'not-secure': 'bad',
    missing: 'note',
    'refused-by-system': 'bad',
    'refused-before': 'bad',
    unknown: 'note',
  },
} as const satisfies Record<string, Record<string, Verdict>>;

export type Check = keyof typeof outcomes;
export type RelayCheck = 'relay-udp' | 'relay-tcp' | 'relay-tls';
export const checks = Object.keys(outcomes) as Check[];
export type OutcomeOf<C extends Check> = keyof (typeof outcomes)[C] & string;

/** What each check found, and nothing else. */
export type Outcomes = { readonly [C in Check]: OutcomeOf<C> };

/** One ICE server that was asked. */
export type AskedServer = {
  readonly host: string;
  readonly outcome: OutcomeOf<'relay-udp'> | 'answers' | 'silent';
};

export type FindingDetails = {
  readonly servers?: readonly AskedServer[];
  readonly counts?: Readonly<Record<string, number>>;
  /** Version of the server's program. */
  readonly version?: string;
};

/** What one check found. Holds no address of this device, no code, no credentials. */
export type Finding<C extends Check = Check> = {
  [K in C]: { readonly outcome: OutcomeOf<K> } & FindingDetails;
}[C];
export type Findings = { readonly [C in Check]: Finding<C> };

export function verdictOf(check: Check, { outcome }: Finding): Verdict {
  const verdicts: Readonly<Record<string, Verdict>> = outcomes[check];
  return verdicts[outcome] ?? 'note';
}

export function outcomesOf(findings: Findings): Outcomes {
  return Object.fromEntries(checks.map((check) => [check, findings[check].outcome])) as Outcomes;
}
