import { CircleAlert, DoorOpen, X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { FoundShare } from '../../nearby/nearby-finder.ts';
import { useAnnouncement } from '../announcements.tsx';
import { canAskAgain, type NearbyRow } from './nearby-rows.ts';

type Props = NearbyRow & {
  readonly onAsk: () => void;
  readonly onCancel: () => void;
};

/** One presenter nearby, and what asking them has come to. */
export function NearbyPerson({ share, asking, onAsk, onCancel }: Props) {
  const { t } = useTranslation();
  const nameId = useId();
  const button = useRef<HTMLButtonElement>(null);
  const isWaiting = asking === 'waiting';
  const problem = asking === 'possible' || isWaiting ? null : asking;
  const { name } = share;
  const waitingText = isWaiting ? t('nearby.waiting', { name }) : null;
  const problemText = problem && t(`nearby.problem.${problem}`, { name });
  useAnnouncement(waitingText ?? problemText);
  const before = useRef(asking);
  useEffect(() => {
    // The button that had the focus has given its place to another one.
    const isFocusLost = document.activeElement === document.body;
    if (before.current !== asking && isFocusLost) button.current?.focus();
    before.current = asking;
  }, [asking]);

  return (
    <li className="person">
      <div className="person-row">
        <span className="person-text">
          <bdi id={nameId} className="person-name">
            {name}
          </bdi>
          <Place share={share} />
        </span>
        <span className="person-actions">
          {isWaiting && (
            <button
              ref={button}
              type="button"
              className="button"
              aria-describedby={nameId}
              onClick={onCancel}
            >
              <X aria-hidden="true" />
              {t('nearby.cancel')}
            </button>
          )}
          {!isWaiting && (problem === null || canAskAgain(problem)) && (
            <button
              ref={button}
              type="button"
              className="button"
              aria-describedby={nameId}
              onClick={onAsk}
            >
              <DoorOpen aria-hidden="true" />
              {t(problem === null ? 'nearby.ask' : 'nearby.askAgain')}
            </button>
          )}
        </span>
      </div>
      {waitingText !== null && (
        <p className="nearby-waiting">
          <span className="spinner" aria-hidden="true" />
          {waitingText}
        </p>
      )}
      {problemText !== null && (
        <p className="field-error">
          <CircleAlert aria-hidden="true" />
          {problemText}
        </p>
      )}
    </li>
  );
}

/** The computer, and where there is a choice the network it is in. */
function Place({ share: { name, computer, networks } }: { readonly share: FoundShare }) {
  const { t } = useTranslation();
  const names = networks.map(({ interfaceName, subnet }) => `${interfaceName} (${subnet})`);
  if (names.length > 0) {
    return (
      <bdi className="quiet">{t('nearby.where', { computer, networks: names.join(', ') })}</bdi>
    );
  }
  return computer !== name && computer !== '' ? <bdi className="quiet">{computer}</bdi> : null;
}
