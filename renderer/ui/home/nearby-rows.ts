import type { FinderState, FoundShare, KnockProblem } from '../../nearby/nearby-finder.ts';

/** One share of the list, and how far asking for it has come. */
export type NearbyRow = {
  readonly share: FoundShare;
  readonly asking: 'possible' | 'waiting' | KnockProblem;
};

/**
 * Whoever was asked stays in the list until that is over, though they may not be found any more: by
 * then they may share again, as another share.
 */
export function nearbyRows({ listing, knock }: FinderState): readonly NearbyRow[] {
  const shares = listing?.status === 'looking' ? listing.shares : [];
  const asked = knock.name === 'none' ? undefined : knock.share;
  const isMissing = asked !== undefined && shares.every(({ id }) => id !== asked.id);
  const isBack = shares.some(
    ({ name, computer }) => name === asked?.name && computer === asked.computer,
  );
  if (isMissing && isBack && knock.name === 'failed') {
    return shares.map((share) => ({ share, asking: 'possible' }));
  }
  return (isMissing ? [...shares, asked] : shares).map((share) => {
    if (share.id !== asked?.id) return { share, asking: 'possible' };
    return { share, asking: knock.name === 'failed' ? knock.problem : 'waiting' };
  });
}

/** Whether asking once more can help. */
export const canAskAgain = (problem: KnockProblem): boolean => problem !== 'gone';
