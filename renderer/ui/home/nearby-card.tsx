import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FinderState, FoundShare, NearbyFinder } from '../../nearby/nearby-finder.ts';
import { useAnnouncer } from '../announcements.tsx';
import { useStore } from '../use-store.ts';
import { NearbyPerson } from './nearby-person.tsx';
import { nearbyRows } from './nearby-rows.ts';

type Props = {
  readonly finder: NearbyFinder;
  /** The name presenters are asked under. */
  readonly ownName: () => string;
};

/** Who shares on the local network; looked for only while this is on the screen. */
export function NearbyCard({ finder, ownName }: Props) {
  const { t } = useTranslation();
  const state = useStore(finder);
  const rows = nearbyRows(state);
  useEffect(() => finder.look(), [finder]);
  useArrivals(state);
  return (
    <section className="card nearby" aria-labelledby="nearby-heading">
      <div className="nearby-heading">
        <h2 id="nearby-heading">{t('nearby.heading')}</h2>
        <p className="quiet">{t(hintOf(state))}</p>
      </div>
      {rows.length > 0 && (
        <ul className="people">
          {rows.map(({ share, asking }) => (
            <NearbyPerson
              key={share.id}
              share={share}
              asking={asking}
              onAsk={() => finder.ask(share, ownName())}
              onCancel={finder.cancel}
            />
          ))}
        </ul>
      )}
    </section>
  );
}

function hintOf({ listing }: FinderState) {
  if (listing === null) return 'nearby.looking';
  if (listing.status === 'unavailable') return `nearby.unavailable.${listing.reason}` as const;
  return listing.shares.length === 0 ? 'nearby.none' : 'nearby.hint';
}

/** Says aloud who has appeared. */
function useArrivals({ listing }: FinderState) {
  const { t } = useTranslation();
  const announce = useAnnouncer();
  const known = useRef<readonly FoundShare[]>([]);
  const shares = listing?.status === 'looking' ? listing.shares : null;
  useEffect(() => {
    if (!shares) return;
    const isNew = ({ id }: FoundShare) => known.current.every((share) => share.id !== id);
    const names = shares.filter(isNew).map(({ name }) => name);
    known.current = shares;
    if (names.length > 0) announce(t('nearby.appeared', { names: names.join(', ') }));
  }, [shares, announce, t]);
}
