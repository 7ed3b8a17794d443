import type { LinkPath } from '../peer/link-path.ts';

/** Below this a person neither sees nor can mend it. */
const LOSS_WORTH_SHOWING = 0.01;

export type PathNumbers = {
  readonly roundTripMs: number | null;
  /** As a percentage in the person's language; `null` while there is hardly any. */
  readonly loss: string | null;
  /** Packets of a hundred; `null` while nobody knows. */
  readonly lostOfHundred: string | null;
};

/** The numbers of a path as people read them. */
export function pathNumbersOf(
  { roundTripMs, lossRatio }: LinkPath,
  language: string | undefined,
): PathNumbers {
  const rounded = lossRatio === null ? null : Math.round(lossRatio * 1_000) / 1_000;
  const decimals = new Intl.NumberFormat(language, { maximumFractionDigits: 1 });
  const percent = new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 });
  return {
    roundTripMs: roundTripMs === null ? null : Math.round(roundTripMs),
    loss: rounded !== null && rounded >= LOSS_WORTH_SHOWING ? percent.format(rounded) : null,
    lostOfHundred: rounded === null ? null : decimals.format(rounded * 100),
  };
}
